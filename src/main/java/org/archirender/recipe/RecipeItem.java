package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param branches of a recipe.yaml, those that it is in, the innermost one last
 */
public record RecipeItem(Member member, Container container, Item listItem, List<Branch> branches) {
    public RecipeItem {
        branches = List.copyOf(branches);
    }

    /** The items of the list that {@code owner} has, in order; none where it has no list. */
    public static List<RecipeItem> of(RecipeText recipe, Member owner) {
        List<RecipeItem> found = new ArrayList<>();
        add(owner, List.of(), found);
        return found;
    }

    private static void add(Member owner, List<Branch> branches, List<RecipeItem> found) {
        if (owner.value() instanceof Sequence sequence) {
            for (Item item : sequence.items()) {
                if (Branch.of(item).isEmpty()) {
                    Item listItem = branches.isEmpty() ? item : branches.get(0).item();
                    found.add(new RecipeItem(item, Container.of(owner), listItem, branches));
                }
                for (Branch branch : Branch.of(item)) {
                    List<Branch> inner = new ArrayList<>(branches);
                    inner.add(branch);
                    add(branch.entry(), inner, found);
                }
            }
        } else if (!branches.isEmpty()) {
            Container container = Container.of(branches.get(branches.size() - 1).item());
            found.add(new RecipeItem(owner, container, branches.get(0).item(), branches));
        }
    }

    /**
     * The one item that a text on one line is, where conda-build takes {@code run: x} for {@code run: [x]}; empty where
     * {@code owner} has no such text.
     */
    public static Optional<List<RecipeItem>> ofScalar(RecipeText recipe, Member owner) {
        if (owner.value() instanceof Scalar scalar && recipe.isOneLine(owner)) {
            Item item = new Item(
                    Span.at(scalar.span().start()), owner.firstLine(), owner.endLine(), owner.comment(), scalar);
            return Optional.of(List.of(new RecipeItem(item, Container.of(owner), item, List.of())));
        }
        return Optional.empty();
    }

    /** The innermost branch that it is in. */
    public Optional<Branch> branch() {
        return branches.isEmpty() ? Optional.empty() : Optional.of(branches.get(branches.size() - 1));
    }

    /**
     * What goes with it: itself, or of a recipe.yaml all that would be empty without it, up to the whole {@code if:}.
     *
     * @param member what goes
     * @param branch that it is the whole of, where the other one stays
     */
    public record Removal(Member member, Optional<Branch> branch) {}

    /** What goes with it. */
    public Removal removal() {
        Member gone = member;
        for (int i = branches.size() - 1; i >= 0 && branches.get(i).isOfOne(); i--) {
            Branch branch = branches.get(i);
            if (branch.other().isPresent()) {
                return new Removal(branch.entry(), Optional.of(branch));
            }
            gone = branch.item();
        }
        return new Removal(gone, Optional.empty());
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

    /**
     * Under which condition it stands in its list: its selector, the Jinja block around it, or each {@code if:} of a
     * recipe.yaml.
     */
    public Optional<String> condition(RecipeText recipe) {
        if (branches.size() > 1) {
            return Optional.of(branches.stream()
                    .map(branch -> "(" + branch.condition(recipe) + ")")
                    .collect(Collectors.joining(" and ")));
        }
        return branch().map(branch -> branch.condition(recipe))
                .or(() -> recipe.selector(member))
                .or(() -> container.owner().flatMap(owner -> recipe.condition(member.firstLine(), owner)));
    }

    /** Whether {@code member} stands under that selector or in a Jinja block of that condition; empty means none. */
    static boolean isUnder(RecipeText recipe, Member member, String condition) {
        Optional<String> selector = recipe.selector(member).or(() -> recipe.condition(member.firstLine()));
        return Selector.same(selector.orElse(""), condition);
    }
}
