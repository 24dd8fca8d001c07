package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.recipe.ItemName;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.Selector;

/**
 * An item as an overlay writes it, verbatim, which may have a selector and several lines.
 *
 * @param written without dash
 * @param name what it goes by in its list
 * @param condition its selector, or {@code if:} of a recipe.yaml
 */
record NewItem(String written, ItemName name, Optional<String> condition) {
    static NewItem of(RecipePath list, String written) {
        RecipeText recipe = RecipeText.parse("item:\n" + String.join("\n", lines("", written)) + "\n");
        Entry entry = recipe.root().entries().get(0);
        List<RecipeItem> items = RecipeItem.of(recipe, entry);
        if (items.size() != 1) {
            return new NewItem(written, ItemName.in(list, written), Optional.empty());
        }
        RecipeItem item = items.get(0);
        return new NewItem(written, ItemName.in(list, item.text(recipe)), item.condition(recipe));
    }

    /** Its lines below a dash at {@code indent}. */
    List<String> lines(String indent) {
        return lines(indent, written);
    }

    private static List<String> lines(String indent, String written) {
        List<String> lines = new ArrayList<>();
        written.lines().forEach(line -> {
            String start = lines.isEmpty() ? indent + "- " : line.isBlank() ? "" : indent + "  ";
            lines.add(start + line);
        });
        return lines.isEmpty() ? List.of(indent + "- ") : lines;
    }

    /** Whether an inline list can have it. */
    boolean fitsInline() {
        return !written.contains("\n") && !written.contains(" #") && !written.contains("\t#");
    }

    /** Whether {@code item} is this one, with its version and selector. */
    boolean isThere(RecipeText recipe, RecipeItem item) {
        return name.isSameText(item.text(recipe))
                && Selector.same(item.condition(recipe).orElse(""), condition.orElse(""));
    }

    /** Whether {@code item} has this one's name. */
    boolean hasNameOf(RecipeText recipe, RecipeItem item) {
        return name.isSameItem(item.text(recipe));
    }
}
