package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.selector.Selector;
import org.archirender.text.Quotes;
import org.archirender.text.Span;

/**
 * An item of a list, also one that stands in a recipe.yaml under {@code if:} and {@code then:}.
 *
 * @param member the item, or the {@code then} or {@code else} key of which it is the only one
 * @param container what the member stands in
 * @param listItem the item of the list itself: this one, or that with the {@code if:}
 */
public record RecipeItem(Member member, Container container, Item listItem) {
    /** The items of the list that {@code owner} has, in order; none where it has no list. */
    public static List<RecipeItem> of(RecipeText recipe, Member owner) {
        List<RecipeItem> found = new ArrayList<>();
        if (owner.value() instanceof Sequence sequence) {
            for (Item item : sequence.items()) {
                if (!branches(item).isEmpty()) {
                    branches(item).forEach(branch -> addBranch(recipe, item, branch, found));
                } else {
                    found.add(new RecipeItem(item, Container.of(owner), item));
                }
            }
        }
        return found;
    }

    /**
     * The one item that a text on one line is, where conda-build takes {@code run: x} for {@code run: [x]}; empty where
     * {@code owner} has no such text.
     */
    public static Optional<List<RecipeItem>> ofScalar(RecipeText recipe, Member owner) {
        if (owner.value() instanceof Scalar scalar && recipe.isOneLine(owner)) {
            Item item = new Item(
                    Span.at(scalar.span().start()), owner.firstLine(), owner.endLine(), owner.comment(), scalar);
            return Optional.of(List.of(new RecipeItem(item, Container.of(owner), item)));
        }
        return Optional.empty();
    }

    private static void addBranch(RecipeText recipe, Item listItem, Entry branch, List<RecipeItem> found) {
        if (branch.value() instanceof Sequence) {
            of(recipe, branch).forEach(item -> found.add(new RecipeItem(item.member(), item.container(), listItem)));
        } else {
            found.add(new RecipeItem(branch, Container.of(listItem), listItem));
        }
    }

    /** The {@code then} and {@code else} of an item with an {@code if}. */
    private static List<Entry> branches(Item item) {
        return item.value().entries("if").isEmpty()
                ? List.of()
                : item.value().entries().stream()
                        .filter(entry -> List.of("then", "else").contains(entry.key()))
                        .toList();
    }

    /** Its text without dash, comment and the quotes around the whole of it; of a mapping that of its first key. */
    public String text(RecipeText recipe) {
        if (member.value() instanceof Scalar scalar) {
            return Quotes.without(recipe.text(scalar.span()));
        } else if (!member.value().entries().isEmpty()) {
            Entry first = member.value().entries().get(0);
            return first.key() + ": "
                    + recipe.text(first.value().span()).lines().findFirst().orElse("");
        }
        return recipe.text(member.value().span());
    }

    /** Under which condition it stands in its list: its selector, the {@code if:} or the Jinja block around it. */
    public Optional<String> condition(RecipeText recipe) {
        Optional<String> selector = recipe.selector(member);
        if (selector.isPresent()) {
            return selector;
        }
        return branch(recipe).or(() -> container.owner().flatMap(owner -> recipe.condition(member.firstLine(), owner)));
    }

    private Optional<String> branch(RecipeText recipe) {
        RecipeNode node = listItem.value();
        boolean otherwise = node.entries("else").stream().anyMatch(entry -> entry.firstLine() <= member.firstLine());
        return member == listItem
                ? Optional.empty()
                : node.entries("if").stream()
                        .findFirst()
                        .map(entry -> recipe.text(entry.value().span()))
                        .map(condition -> otherwise ? "else " + condition : condition);
    }

    /** Whether {@code member} stands under that selector or in a Jinja block of that condition; empty means none. */
    static boolean isUnder(RecipeText recipe, Member member, String condition) {
        Optional<String> selector = recipe.selector(member).or(() -> recipe.condition(member.firstLine()));
        return Selector.same(selector.orElse(""), condition);
    }
}
