package org.archirender.recipe;

import java.util.List;
import java.util.Optional;
import org.archirender.recipe.PathResult.Home;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.text.Span;

/** Turns an inline list, or the one text that conda-build takes for a list, into one of lines, where lines are needed. */
public final class ListExpansion {
    private ListExpansion() {}

    /** The one item that a text on one line is; none where it can't be a list's. */
    public static Optional<List<RecipeItem>> ofScalar(RecipeText recipe, Member owner) {
        if (owner.value() instanceof Scalar scalar && isOneLine(recipe, owner, scalar)) {
            Item item = new Item(
                    Span.at(scalar.span().start()), owner.firstLine(), owner.endLine(), owner.comment(), scalar);
            return Optional.of(List.of(new RecipeItem(item, new Home(Optional.of(owner), scalar), item)));
        }
        return Optional.empty();
    }

    private static boolean isOneLine(RecipeText recipe, Member owner, RecipeNode value) {
        boolean text = !(value instanceof Scalar scalar)
                || scalar.style() == Scalar.Style.PLAIN
                || scalar.style() == Scalar.Style.QUOTED;
        return text
                && owner.firstLine() == recipe.lineOf(value.span().start())
                && !recipe.text(value.span()).contains("\n");
    }

    /** A list of {@code lines}, which are without its indent, instead of what {@code owner} has. */
    public static void expand(RecipeEditor change, RecipePath path, Member owner, List<String> lines) {
        RecipeText recipe = change.recipe();
        if (!isOneLine(recipe, owner, owner.value()) || recipe.selector(owner).isPresent()) {
            throw new UneditableException(
                    UneditableException.Reason.NO_PLACE,
                    "%s (line %d) would have to become a list of lines, which it can't with several lines or a selector of its own"
                            .formatted(path, owner.firstLine() + 1));
        }
        dropValue(change, owner);
        String indent = recipe.indentOf(owner.head().start()) + "  ";
        change.insertLines(
                owner.firstLine() + 1,
                lines.stream()
                        .map(line -> line.isEmpty() ? line : indent + line)
                        .toList());
    }

    /** The items that are there with a line each. */
    public static List<String> lines(RecipeText recipe, RecipeNode value) {
        List<? extends RecipeNode> items = value instanceof Sequence sequence
                ? sequence.items().stream().map(Item::value).toList()
                : List.of(value);
        return items.stream().map(item -> "- " + recipe.text(item.span())).toList();
    }

    /** Deletes a value on its key's line with the blanks before it. */
    public static void dropValue(RecipeEditor change, Member owner) {
        int end = owner.value().span().end();
        int start = owner.value().span().start();
        while (start > owner.head().end() && change.recipe().text().charAt(start - 1) == ' ') {
            start--;
        }
        change.replace(new Span(start, end), "");
    }
}
