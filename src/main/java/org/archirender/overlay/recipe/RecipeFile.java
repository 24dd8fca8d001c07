package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.recipe.ItemName;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Quotes;
import org.archirender.text.Span;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** A recipe/ folder's meta.yaml or recipe.yaml, asked what it has. */
public record RecipeFile(RecipeText recipe) {
    private static final Pattern TEMPLATE = Pattern.compile("(?s)\\s*+\\$\\{\\{-?+((?:(?!-?\\}\\}).)*+)-?\\}\\}\\s*+");
    private static final Pattern OUTPUT = Pattern.compile("outputs\\[([^\\]]+)]/");
    private static final Pattern IF = Pattern.compile("\\bif\\b");
    private static final Pattern ELSE = Pattern.compile("\\belse\\b");

    /** A branch or a default that is empty. */
    private static final Pattern NOTHING = Pattern.compile(
            "^(?:''|\"\"|[Nn]one)\\s+if\\b|\\belse\\s+(?:''|\"\"|[Nn]one)\\s*$|\\bdefault\\(\\s*(?:''|\"\")\\s*[,)]");

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

    /**
     * Whether it has {@code path}, once or several times.
     *
     * @param template whether a value of a recipe.yaml counts that an expression may leave empty
     */
    public boolean has(String path, boolean template) {
        return recipe.find(RecipePath.parse(path))
                .match(
                        hit -> template || !mayBeNothing(hit.member().value().span(), new TreeSet<>()),
                        miss -> false,
                        several -> true);
    }

    /** Whether a value is one expression that gives nothing in some cases, itself or by the context's variable that it names. */
    private boolean mayBeNothing(Span value, Set<String> seen) {
        Matcher template = TEMPLATE.matcher(Quotes.without(recipe.text(value)));
        if (!recipe.isRecipeYaml() || !template.matches()) {
            return false;
        }
        String expression = template.group(1).strip();
        return (IF.matcher(expression).find() && !ELSE.matcher(expression).find())
                || NOTHING.matcher(expression).find()
                || (seen.add(expression)
                        && recipe.variables(expression).stream()
                                .map(JinjaVariable::value)
                                .anyMatch(
                                        set -> Quotes.without(recipe.text(set)).isBlank() || mayBeNothing(set, seen)));
    }

    /** The outputs that inherit from the staging output in which {@code path} is, by their names; none for other paths. */
    public List<String> heirs(String path) {
        Matcher output = OUTPUT.matcher(path);
        if (!output.lookingAt()) {
            return List.of();
        }
        String name = output.group(1);
        List<RecipeNode> outputs = recipe.root().entries("outputs").stream()
                .flatMap(entry -> RecipeItem.of(recipe, entry).stream())
                .map(item -> item.member().value())
                .toList();
        boolean isStaging =
                outputs.stream().flatMap(each -> texts(each, "staging", "name")).anyMatch(name::equals);
        return outputs.stream()
                .filter(each -> isStaging)
                .filter(each -> Stream.concat(texts(each, "inherit"), texts(each, "inherit", "from"))
                        .anyMatch(name::equals))
                .flatMap(each -> texts(each, "package", "name"))
                .toList();
    }

    private Stream<String> texts(RecipeNode node, String... keys) {
        Stream<RecipeNode> nodes = Stream.of(node);
        for (String key : keys) {
            nodes = nodes.flatMap(each -> each.entries(key).stream().map(Entry::value));
        }
        return nodes.map(each -> Quotes.without(recipe.text(each.span())));
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
