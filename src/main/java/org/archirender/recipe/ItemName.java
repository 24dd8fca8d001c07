package org.archirender.recipe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.selector.SelectedName;
import org.archirender.text.Quotes;

/**
 * By what an item goes: its first word without quotes, a Jinja item its call with the first argument, a command its full
 * text; {@code ^prefix} is any item's beginning.
 *
 * @param written as in the overlay
 * @param commands whether the list is one of commands, so that only the full text counts
 */
public record ItemName(String written, boolean commands) {
    private static final Pattern CALL = Pattern.compile("[\\w.]+\\(.*\\)", Pattern.DOTALL);

    /** A name for the list at {@code path}; those of {@code commands} and {@code script} have commands. */
    public static ItemName in(RecipePath path, String written) {
        return new ItemName(
                Quotes.without(written.strip()), List.of("commands", "script").contains(path.lastKey()));
    }

    /**
     * The items that go by this name; by {@code NAME[selector]} those under that selector, by {@code NAME[]} those without
     * one.
     */
    public List<RecipeItem> find(RecipeText recipe, List<RecipeItem> items) {
        List<RecipeItem> hits =
                items.stream().filter(item -> names(item.text(recipe))).toList();
        Optional<SelectedName> selected = SelectedName.parse(written);
        if (!hits.isEmpty() || selected.isEmpty()) {
            return hits;
        }
        ItemName name = new ItemName(selected.get().name(), commands);
        return items.stream()
                .filter(item -> name.names(item.text(recipe)))
                .filter(item -> selected.get().isUnder(item.condition(recipe)))
                .toList();
    }

    /** Whether an item of that text goes by this name. */
    boolean names(String item) {
        if (written.startsWith("^")) {
            return item.startsWith(written.substring(1));
        }
        String text = ItemIdentity.canonical(item);
        String name = canonical();
        boolean nameOnly = !commands && ItemIdentity.name(name).equals(name);
        return name.equals(text) || (nameOnly && name.equals(ItemIdentity.name(text)));
    }

    /** A call may be written without its braces. */
    private String canonical() {
        String call = CALL.matcher(written).matches() && !commands ? "{{" + written + "}}" : written;
        return ItemIdentity.canonical(call);
    }

    /** Whether this, read as an item's text, has the same words as {@code item}. */
    public boolean isSameText(String item) {
        return ItemIdentity.canonical(written).equals(ItemIdentity.canonical(item));
    }

    /** Whether this, read as an item's text, is the same item as {@code item}, if with another version. */
    public boolean isSameItem(String item) {
        String one = ItemIdentity.canonical(written);
        String other = ItemIdentity.canonical(item);
        return one.equals(other) || (!commands && ItemIdentity.name(one).equals(ItemIdentity.name(other)));
    }
}
