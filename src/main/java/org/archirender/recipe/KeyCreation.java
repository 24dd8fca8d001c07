package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.text.NearMiss;

/** Creates keys that a recipe lacks, as the last of their mapping unless told otherwise. */
public final class KeyCreation {
    private KeyCreation() {}

    /** What stands below a new key, for its indent. */
    public interface Block {
        List<String> lines(String indent);
    }

    /**
     * Creates a key with a list below it.
     *
     * @param missing the keys to create, each below the other
     */
    public static void create(
            RecipeEditor change, Container container, List<Step> missing, Optional<String> after, Block block) {
        String indent = indent(change.recipe(), container);
        if (container.isFlow() && !container.members().isEmpty()) {
            throw inline(container);
        }
        List<String> lines = new ArrayList<>();
        String below = indent;
        for (Step step : missing) {
            lines.add(below + step.key() + ":");
            below += "  ";
        }
        lines.addAll(block.lines(below));
        insert(change, container, after, lines);
    }

    /** Creates a key with a value on its line. */
    public static void create(
            RecipeEditor change, Container container, List<Step> missing, Optional<String> after, String value) {
        String key = missing.get(missing.size() - 1).key() + ": ";
        if (container.isFlow() && missing.size() == 1 && !container.members().isEmpty()) {
            int index = after.map(sibling -> sibling(container, sibling))
                    .orElse(container.members().size() - 1);
            change.insertInline(container, index + 1, List.of(key + value));
            return;
        }
        String indent = indent(change.recipe(), container);
        UnaryOperator<String> deeper = text -> text + "  ".repeat(missing.size() - 1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < missing.size() - 1; i++) {
            lines.add(indent + "  ".repeat(i) + missing.get(i).key() + ":");
        }
        List<String> values = value.lines().toList();
        lines.add(deeper.apply(indent) + key + (values.isEmpty() ? "" : values.get(0)));
        values.stream().skip(1).forEach(lines::add);
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
