package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.recipe.ItemName;
import org.archirender.recipe.PathResult;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** A recipe/ folder's meta.yaml or recipe.yaml, asked what it has. */
public record RecipeFile(RecipeText recipe) {
    private static final TreePath META = TreePath.of("meta.yaml");
    private static final TreePath RECIPE = TreePath.of("recipe.yaml");

    /** Its recipe; empty where there is none, or none in UTF-8. */
    public static Optional<RecipeFile> of(FileTree folder) {
        TreePath path = path(folder);
        return folder.get(path)
                .flatMap(file -> file.text())
                .map(text -> parse(path, text))
                .map(RecipeFile::new);
    }

    /** The structure of {@code text}, in the format of the file at {@code path}. */
    public static RecipeText parse(TreePath path, String text) {
        return path.equals(RECIPE) ? RecipeText.parseRecipeYaml(text) : RecipeText.parse(text);
    }

    /** Where its recipe is: recipe.yaml where only that is there. */
    public static TreePath path(FileTree folder) {
        return folder.contains(RECIPE) && !folder.contains(META) ? RECIPE : META;
    }

    /** Whether it has {@code path}, once or several times. */
    public boolean has(String path) {
        return !(recipe.find(RecipePath.parse(path)) instanceof PathResult.Miss);
    }

    /** Whether a requirement, of any section and any output, goes by {@code name}. */
    public boolean uses(String name) {
        ItemName wanted = new ItemName(name, false);
        List<Entry> lists = new ArrayList<>();
        addRequirements(recipe.root(), false, lists);
        return lists.stream()
                .anyMatch(list ->
                        !wanted.find(recipe, RecipeItem.of(recipe, list)).isEmpty());
    }

    /** Adds every list below a key {@code requirements}. */
    private static void addRequirements(RecipeNode node, boolean within, List<Entry> lists) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                boolean requirements = within || entry.key().equals("requirements");
                if (requirements && entry.value() instanceof Sequence) {
                    lists.add(entry);
                } else {
                    addRequirements(entry.value(), requirements, lists);
                }
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> addRequirements(item.value(), within, lists));
        }
    }
}
