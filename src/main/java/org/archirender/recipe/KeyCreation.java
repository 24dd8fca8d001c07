package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.archirender.recipe.PathResult.Home;
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
    public static void create(RecipeEditor change, Home home, List<Step> missing, Optional<String> after, Block block) {
        String indent = indent(change.recipe(), home);
        if (FlowChange.isFlow(home.node()) && !home.members().isEmpty()) {
            throw inline(home);
        }
        List<String> lines = new ArrayList<>();
        String below = indent;
        for (Step step : missing) {
            lines.add(below + step.key() + ":");
            below += "  ";
        }
        lines.addAll(block.lines(below));
        insert(change, home, after, lines);
    }

    /** Creates a key with a value on its line. */
    public static void create(
            RecipeEditor change, Home home, List<Step> missing, Optional<String> after, String value) {
        String key = missing.get(missing.size() - 1).key() + ": ";
        if (FlowChange.isFlow(home.node())
                && missing.size() == 1
                && !home.members().isEmpty()) {
            int index = after.map(sibling -> sibling(home, sibling))
                    .orElse(home.members().size() - 1);
            FlowChange.insert(change, home, index + 1, List.of(key + value));
            return;
        }
        String indent = indent(change.recipe(), home);
        UnaryOperator<String> deeper = text -> text + "  ".repeat(missing.size() - 1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < missing.size() - 1; i++) {
            lines.add(indent + "  ".repeat(i) + missing.get(i).key() + ":");
        }
        List<String> values = value.lines().toList();
        lines.add(deeper.apply(indent) + key + (values.isEmpty() ? "" : values.get(0)));
        values.stream().skip(1).forEach(lines::add);
        insert(change, home, after, lines);
    }

    private static UneditableException inline(Home home) {
        String where =
                home.owner().map(owner -> "line " + (owner.firstLine() + 1)).orElse("the recipe");
        return new UneditableException(
                UneditableException.Reason.NO_PLACE, where + " has an inline mapping, in which a list has no lines");
    }

    private static String indent(RecipeText recipe, Home home) {
        if (home.members().isEmpty() || FlowChange.isFlow(home.node())) {
            return home.owner()
                    .map(owner -> recipe.indentOf(owner.head().start()) + "  ")
                    .orElse("");
        }
        return recipe.indentOf(home.members().get(0).head().start());
    }

    private static void insert(RecipeEditor change, Home home, Optional<String> after, List<String> lines) {
        if (FlowChange.isFlow(home.node())) {
            ListExpansion.dropValue(change, home.owner().orElseThrow());
        }
        int line = after.map(
                        sibling -> home.members().get(sibling(home, sibling)).endLine())
                .orElseGet(() -> change.recipe().endOf(home.members(), home.owner()));
        change.insertLines(line, lines);
    }

    private static int sibling(Home home, String key) {
        List<String> keys = new ArrayList<>();
        for (Member member : home.members()) {
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
