package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.UnreadableException;
import org.archirender.selector.SelectedText.Line;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;

/**
 * What YAML makes of a recipe where some selectors hold and others don't: its texts, each with the line that it begins
 * on. Jinja is not run: an expression is a text of its own, and all branches of a block are there.
 *
 * @param leaves in their order, without what is null or empty
 */
public record RecipeReading(List<Leaf> leaves) {
    /** To a char of an expression this is added, for YAML to see no sign of its own in it. */
    private static final int PRIVATE = 0xE000;

    private static final int LAST_PRIVATE = 0xF8FF;

    /**
     * A text.
     *
     * @param line of the recipe, 0-based
     * @param path the keys above it, each behind a {@code /}, and {@code /-} for an item: {@code /requirements/host/-}
     */
    public record Leaf(int line, String path, String text) {}

    public RecipeReading {
        leaves = List.copyOf(leaves);
    }

    /**
     * The reading of {@code lines}.
     *
     * @param holds whether a line with that selector stays
     * @throws InputException where they are no YAML, with a line of the recipe, which has no name here
     */
    public static RecipeReading of(List<Line> lines, Predicate<String> holds) {
        List<Integer> kept = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.selector().filter(one -> !holds.test(one.text())).isEmpty()) {
                kept.add(i);
                text.append(i == 0 ? line.text().replace("\uFEFF", "") : line.text())
                        .append('\n');
            }
        }
        List<Leaf> leaves = new ArrayList<>();
        try {
            Optional<YamlNode> document = YamlReader.read(masked(text.toString()), "");
            document.ifPresent(node -> add(node, "", kept, leaves));
        } catch (UnreadableException e) {
            throw e.moved(at -> new Location(at.file(), at.line() == 0 ? 0 : line(at.line(), kept) + 1, at.column()));
        }
        return new RecipeReading(leaves);
    }

    /**
     * The reading of a recipe.yaml where some conditions hold: of each item with an {@code if:} the branch that counts, as
     * if it stood in the list itself.
     *
     * @param holds whether an {@code if:} does
     * @throws InputException where it is no YAML, with its line; it has no name here
     */
    public static RecipeReading ofRecipeYaml(String text, Predicate<String> holds) {
        List<Leaf> leaves = new ArrayList<>();
        YamlReader.read(text.replace("\uFEFF", ""), "").ifPresent(node -> add(node, "", holds, leaves));
        return new RecipeReading(leaves);
    }

    private static void add(YamlNode node, String path, Predicate<String> holds, List<Leaf> leaves) {
        node.match(
                scalar -> scalar.isNull() || leaves.add(new Leaf(scalar.at().line() - 1, path, scalar.text())),
                list -> {
                    list.items().forEach(item -> addItem(item, path, holds, leaves));
                    return true;
                },
                mapping -> {
                    mapping.entries()
                            .forEach(entry ->
                                    add(entry.value(), path + "/" + entry.key().text(), holds, leaves));
                    return true;
                });
    }

    private static void addItem(YamlNode item, String path, Predicate<String> holds, List<Leaf> leaves) {
        Optional<Mapping> conditional = Optional.of(item)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .filter(mapping -> mapping.get("if").isPresent());
        if (conditional.isEmpty()) {
            add(item, path + "/-", holds, leaves);
            return;
        }
        Mapping mapping = conditional.get();
        String condition = mapping.get("if").orElseThrow().texts().findFirst().orElse("");
        mapping.get(holds.test(condition) ? "then" : "else")
                .ifPresent(branch -> branch.asList().forEach(inner -> addItem(inner, path, holds, leaves)));
    }

    private static int line(int read, List<Integer> kept) {
        return kept.isEmpty() ? 0 : kept.get(Math.min(read, kept.size()) - 1);
    }

    private static void add(YamlNode node, String path, List<Integer> kept, List<Leaf> leaves) {
        int line = line(node.at().line(), kept);
        node.match(
                scalar -> scalar.isNull() || leaves.add(new Leaf(line, path, unmasked(scalar.text()))),
                list -> {
                    list.items().forEach(item -> add(item, path + "/-", kept, leaves));
                    return true;
                },
                mapping -> {
                    mapping.entries()
                            .forEach(entry -> add(
                                    entry.value(),
                                    path + "/" + unmasked(entry.key().text()),
                                    kept,
                                    leaves));
                    return true;
                });
    }

    /** Statements and comments as blanks, with all of a line that begins with one; expressions in private letters. */
    private static String masked(String text) {
        char[] masked = text.toCharArray();
        for (JinjaTag tag : JinjaTag.find(text)) {
            boolean expression = tag.kind() == JinjaTag.Kind.EXPRESSION;
            int start = tag.span().start();
            int end = leads(text, start) && tag.kind() == JinjaTag.Kind.STATEMENT
                    ? text.indexOf('\n', tag.span().end() - 1)
                    : tag.span().end();
            for (int i = start; i < end; i++) {
                char letter = (char) Math.min(masked[i] + PRIVATE, LAST_PRIVATE);
                masked[i] = masked[i] == '\n' ? '\n' : expression ? letter : ' ';
            }
        }
        return new String(masked);
    }

    /** Whether only white space is before {@code start} in its line; no farther is looked, for a line may have many tags. */
    private static boolean leads(String text, int start) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) != '\n' && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private static String unmasked(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append((char) (c >= PRIVATE && c < LAST_PRIVATE ? c - PRIVATE : c)));
        return plain.toString();
    }
}
