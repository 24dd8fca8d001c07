package org.archirender.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.recipe.RecipeNode;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipeText;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** A recipe/ folder's meta.yaml or recipe.yaml, asked what it has. */
record RecipeFile(RecipeText recipe) {
    private static final TreePath META = TreePath.of("meta.yaml");
    private static final TreePath RECIPE = TreePath.of("recipe.yaml");

    /** Its recipe; empty where there is none, or none in UTF-8. */
    static Optional<RecipeFile> of(FileTree folder) {
        return folder.get(path(folder))
                .flatMap(file -> file.text())
                .map(RecipeText::parse)
                .map(RecipeFile::new);
    }

    /** Where its recipe is: recipe.yaml where only that is there. */
    static TreePath path(FileTree folder) {
        return folder.contains(RECIPE) && !folder.contains(META) ? RECIPE : META;
    }

    /** Whether it has {@code path}, keys joined by slashes. */
    boolean has(String path) {
        List<RecipeNode> nodes = List.of(recipe.root());
        for (String key : path.split("/", -1)) {
            List<RecipeNode> below = new ArrayList<>();
            nodes.forEach(node -> entries(node, key).forEach(entry -> below.add(entry.value())));
            nodes = below;
        }
        return !nodes.isEmpty();
    }

    private static List<Entry> entries(RecipeNode node, String key) {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            entries.addAll(mapping.entries(key));
        } else if (node instanceof Sequence sequence) {
            for (Item item : sequence.items()) {
                entries.addAll(entries(item.value(), key));
            }
        }
        return entries;
    }

    /** Whether a requirement goes by {@code name}. */
    boolean uses(String name) {
        return recipe.text().contains(name);
    }
}
