package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.Container;
import org.archirender.recipe.ItemName;
import org.archirender.recipe.PathResult.Hit;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.recipe.RecipeText;
import org.archirender.text.NearMiss;
import org.archirender.text.Span;

/** A path of an edit in the recipe that it edits: finds what the edit names there, or refuses with what is there. */
record EditedPath(RecipeEditor editor, RecipePath path) {
    private static final int SHOWN = 10;

    /** A path as an edit has it, which may have got wrong when the port's names were put in. */
    static EditedPath of(RecipeEditor editor, String path) {
        try {
            return new EditedPath(editor, RecipePath.parse(path));
        } catch (IllegalArgumentException e) {
            throw EditStatus.PATH_MISSING.refusal(String.valueOf(e.getMessage()));
        }
    }

    RecipeText recipe() {
        return editor.recipe();
    }

    /** The one member at the path. */
    Hit hit() {
        return recipe().find(path)
                .match(
                        hit -> hit,
                        miss -> {
                            throw missing(miss);
                        },
                        several -> {
                            throw EditStatus.ITEM_AMBIGUOUS.refusal(several.message()
                                    + "\nsay which in brackets: by name, by place [0], by a value [folder=x], or by"
                                    + " selector [win]");
                        });
    }

    Member member() {
        return hit().member();
    }

    /** The one key there. */
    Entry key() {
        if (member() instanceof Entry entry) {
            return entry;
        }
        throw EditStatus.PATH_MISSING.refusal(
                "%s is no key but an item; remove-item and replace-item are for items".formatted(withLine()));
    }

    /** The path and its line, for messages. */
    String withLine() {
        return "%s (line %d)".formatted(path, member().firstLine() + 1);
    }

    /** What its value is, in words. */
    String kind() {
        if (member().value() instanceof Mapping) {
            return "a mapping";
        } else if (member().value() instanceof Sequence sequence) {
            return "a list of " + sequence.items().size();
        }
        String text = recipe().text(member().value().span());
        boolean alias = member().value() instanceof Scalar scalar && scalar.style() == Scalar.Style.ALIAS;
        return (alias ? "the alias " : "") + text.lines().findFirst().orElse("empty");
    }

    /** The items of the list there; refused where it is none. */
    List<RecipeItem> items() {
        if (member().value() instanceof Scalar || member().value() instanceof Mapping) {
            throw noList();
        }
        return RecipeItem.of(recipe(), member());
    }

    EditRefusal noList() {
        return EditStatus.PATH_MISSING.refusal(withLine() + " is no list but " + kind());
    }

    /** The items of the list there that go by {@code name}. */
    List<RecipeItem> items(String name) {
        return ItemName.in(path, name).find(recipe(), items());
    }

    /** The one item that does. */
    RecipeItem item(String name) {
        List<RecipeItem> hits = items(name);
        if (hits.isEmpty()) {
            List<RecipeItem> items = items();
            String has = items.isEmpty() ? "it has none" : "it has" + shown(recipe(), items);
            throw EditStatus.ITEM_MISSING.refusal(
                    "%s has no item %s; %s".formatted(withLine(), name, has),
                    NearMiss.of(
                            name,
                            items.stream().map(item -> item.text(recipe())).toList()));
        } else if (hits.size() > 1) {
            List<String> picks = hits.stream()
                    .map(hit -> name + "[" + hit.condition(recipe()).orElse("") + "]")
                    .distinct()
                    .toList();
            String pick = picks.size() < 2 ? "" : "\npick one: " + String.join(", ", picks);
            throw EditStatus.ITEM_AMBIGUOUS.refusal(
                    "%s has %d items %s:%s%s".formatted(path, hits.size(), name, shown(recipe(), hits), pick));
        }
        return hits.get(0);
    }

    /** The refusal where {@code present} is what the edit would make. */
    EditRefusal present(Member present) {
        return EditStatus.ALREADY_PRESENT.refusal(path + " has already" + shown(recipe(), present));
    }

    void refuseChanged(Optional<String> was) {
        if (was.isPresent() && !Values.same(recipe().text(member().value().span()), was.get())) {
            throw EditStatus.VALUE_CHANGED.refusal(
                    "%s was %s and is now %s%s".formatted(path, was.get(), kind(), shown(recipe(), member())));
        }
    }

    /** Puts the lines that the key has as comments above it. */
    void keepAsComment() {
        if (hit().container().isFlow()) {
            throw EditStatus.NO_EFFECT.refusal("an inline mapping has no line for a comment");
        }
        Member key = member();
        int head = key.head().start();
        String indent = recipe().indentOf(head);
        List<String> lines = new ArrayList<>(editor.commented(key.firstLine(), key.endLine(), indent.length()));
        Span first = new Span(head, recipe().lineSpan(key.firstLine()).end());
        lines.set(0, indent + "# " + recipe().text(first));
        editor.insertLines(key.firstLine(), lines);
    }

    private static EditRefusal missing(Miss miss) {
        return EditStatus.PATH_MISSING.refusal(miss.message(), miss.nearMisses());
    }

    /** The mapping that is to get the missing key; refused where the path may be misspelt or can't be created. */
    static Container creatable(Miss miss) {
        boolean plain = miss.missing().stream().allMatch(step -> step.brackets().isEmpty());
        boolean top = miss.container()
                .filter(container -> container.owner().isEmpty())
                .isPresent();
        String first = miss.missing().get(0).key();
        boolean known = miss.missing().size() == 1
                || (KnownRecipeKeys.isSection(first) && (top || isItem(miss.container())))
                || KnownRecipeKeys.isEnvironment(
                        miss.missing().stream().map(Step::key).toList());
        if (miss.container().isEmpty() || !plain || !known) {
            throw missing(miss);
        }
        for (Step step : miss.missing()) {
            KnownRecipeKeys.misspelt(step.key()).ifPresent(meant -> {
                throw EditStatus.PATH_MISSING.refusal(
                        "%s\n%s looks misspelt, and is not created".formatted(miss.message(), step.key()),
                        miss.nearMisses().isEmpty() ? List.of(NearMiss.of(meant)) : miss.nearMisses());
            });
        }
        return miss.container().get();
    }

    /** Whether it is a member of a list, as outputs are, which have sections like the whole recipe. */
    private static boolean isItem(Optional<Container> container) {
        return container
                .flatMap(Container::owner)
                .filter(Item.class::isInstance)
                .isPresent();
    }

    /** The items' lines with their numbers. */
    static String shown(RecipeText recipe, List<RecipeItem> items) {
        String more = items.size() > SHOWN ? "\n  … and " + (items.size() - SHOWN) + " more" : "";
        return items.stream()
                .limit(SHOWN)
                .map(item -> shown(recipe, item.member()))
                .collect(Collectors.joining("", "", more));
    }

    static String shown(RecipeText recipe, Member member) {
        return shown(recipe, member.firstLine());
    }

    /** A line with its number. */
    static String shown(RecipeText recipe, int line) {
        return "\n  %d: %s".formatted(line + 1, recipe.line(line).strip());
    }
}
