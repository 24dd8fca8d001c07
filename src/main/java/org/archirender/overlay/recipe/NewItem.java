package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.recipe.ItemName;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
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
    private static final Pattern DASH = Pattern.compile("\\s*-\\s+(?=\\S)");

    /** The items at {@code list} that texts are, of which one may be several. */
    static List<NewItem> all(RecipePath list, List<String> written) {
        return split(written).stream().map(item -> of(list, item)).toList();
    }

    /**
     * Texts, each of one item: where a text has lines that begin with a dash of their own, each of these is an item, as it
     * would be in the recipe.
     */
    static List<String> split(List<String> written) {
        return written.stream().flatMap(text -> split(text).stream()).toList();
    }

    private static List<String> split(String written) {
        boolean dashed = DASH.matcher(written).lookingAt();
        RecipeText recipe = RecipeText.parse("item:\n" + String.join("\n", lines("", written)) + "\n");
        List<RecipeItem> items = RecipeItem.of(recipe, recipe.root().entries().get(0));
        boolean plain = items.size() == 1
                && items.get(0).member().value() instanceof Scalar scalar
                && scalar.style() == Scalar.Style.PLAIN;
        if (!dashed && !plain) {
            return List.of(written);
        }
        List<String> split = new ArrayList<>();
        int indent = 0;
        for (String line : written.lines().toList()) {
            Matcher dash = DASH.matcher(line);
            boolean begins = dash.lookingAt();
            if (begins || split.isEmpty()) {
                indent = begins ? dash.end() : 0;
                split.add(line.substring(indent));
            } else {
                boolean deep =
                        line.length() > indent && line.substring(0, indent).isBlank();
                split.add(split.remove(split.size() - 1) + "\n" + line.substring(deep ? indent : 0));
            }
        }
        return split;
    }

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

    /** The same under a condition, if there is one to set. */
    NewItem under(Optional<String> when) {
        return new NewItem(written, name, when.or(() -> condition));
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

    /** Whether an inline list can have it: as one item, whatever commas and brackets it has. */
    boolean fitsInline() {
        RecipeText recipe = RecipeText.parse("item: [" + written + "]\n");
        return recipe.root().entries().get(0).value() instanceof Sequence list
                && list.items().size() == 1
                && recipe.text(list.items().get(0).value().span()).equals(written);
    }

    /**
     * Whether {@code item} is another of the same name beside which it may stand: both have a selector, and not the same
     * one.
     */
    boolean isApartFrom(RecipeText recipe, RecipeItem item) {
        Optional<String> other = item.condition(recipe);
        return condition.isPresent() && other.isPresent() && !Selector.same(condition.get(), other.get());
    }

    /** Whether {@code item} is this one, with its version, where it stands under whatever {@code if:}. */
    boolean isThereUnderIf(RecipeText recipe, RecipeItem item) {
        return isThere(recipe, item)
                || (condition.isEmpty() && !item.branches().isEmpty() && name.isSameText(item.text(recipe)));
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
