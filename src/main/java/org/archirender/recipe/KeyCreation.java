package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.text.NearMiss;

/** Creates keys that a recipe lacks, as the last of their mapping unless told otherwise. */
public final class KeyCreation {
    private KeyCreation() {}

    /**
     * Creates a key with a list below it, as the last of its mapping.
     *
     * @param missing the keys to create, each below the other
     * @param block the lines of the list, for an indent
     */
    public static void create(
            RecipeEditor change, Container container, List<Step> missing, Function<String, List<String>> block) {
        if (container.isFlow() && !container.members().isEmpty()) {
            throw inline(container);
        }
        String indent = indent(change.recipe(), container);
        List<String> lines = keys(indent, missing);
        lines.addAll(block.apply(indent + "  ".repeat(missing.size())));
        insert(change, container, Optional.empty(), lines);
    }

    private static List<String> keys(String indent, List<Step> missing) {
        List<String> lines = new ArrayList<>();
        missing.forEach(step -> lines.add(indent + "  ".repeat(lines.size()) + step.key() + ":"));
        return lines;
    }

    /** Creates a key with a value on its line. */
    public static void create(
            RecipeEditor change, Container container, List<Step> missing, Optional<String> after, String value) {
        if (container.isFlow() && missing.size() == 1 && !container.members().isEmpty()) {
            int index = after.map(sibling -> sibling(container, sibling))
                    .orElse(container.members().size() - 1);
            change.insertInline(container, index + 1, List.of(missing.get(0).key() + ": " + value));
            return;
        }
        List<String> lines = keys(indent(change.recipe(), container), missing);
        lines.addAll((lines.remove(lines.size() - 1) + " " + value).lines().toList());
        insert(change, container, after, lines);
    }

    private static UneditableException inline(Container container) {
        String where = container
                .owner()
                .map(owner -> "line " + (owner.firstLine() + 1))
                .orElse("the recipe");
        return new UneditableException(
                UneditableException.Reason.NO_PLACE, where + " has an inline mapping, in which a list has no lines");
    }

    private static String indent(RecipeText recipe, Container container) {
        if (container.members().isEmpty() || container.isFlow()) {
            return container
                    .owner()
                    .map(owner -> recipe.indentOf(owner.head().start()) + "  ")
                    .orElse("");
        }
        return recipe.indentOf(container.members().get(0).head().start());
    }

    private static void insert(RecipeEditor change, Container container, Optional<String> after, List<String> lines) {
        if (container.isFlow()) {
            change.dropValue(container.owner().orElseThrow());
        }
        int line = after.map(sibling ->
                        container.members().get(sibling(container, sibling)).endLine())
                .orElseGet(() -> change.recipe().endOf(container.members(), container.owner()));
        change.insertLines(line, lines);
    }

    private static int sibling(Container container, String key) {
        List<String> keys = new ArrayList<>();
        for (Member member : container.members()) {
            keys.add(member instanceof Entry entry ? entry.key() : "");
        }
        int last = keys.lastIndexOf(key);
        if (last < 0) {
            throw new UneditableException(
                    UneditableException.Reason.NO_PLACE,
                    "there is no key " + key + " to put it after; there are " + String.join(", ", keys),
                    NearMiss.of(key, keys));
        }
        return last;
    }
}
