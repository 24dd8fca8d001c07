package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Place;
import org.archirender.overlay.edit.Place.Where;
import org.archirender.recipe.Branch;
import org.archirender.recipe.Container;
import org.archirender.recipe.KeyCreation;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Quotes;
import org.archirender.yaml.FieldShapes;

/** {@code add-item: PATH}: list items, verbatim; the key is created where absent. */
public record AddItem(
        EditValues written, List<String> items, Place<String> place, List<String> comment, Optional<String> when)
        implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("add-item", EditShape.PATHS, "the list"),
            List.of(
                    required("items", EditShape.ITEMS, "verbatim, selector and all; quote an item with a `#`"),
                    optional("at", EditShape.START, "`start`: before the first item; `end`, unless told"),
                    optional("before", FieldShapes.TEXT, "directly above the item of that name"),
                    optional("after", FieldShapes.TEXT, "below the item of that name and its continuation lines"),
                    optional(
                            "when",
                            FieldShapes.TEXT,
                            "where they count: a `# [selector]` behind each, in recipe.yaml an `if:` around them"),
                    SelectItem.SELECTOR,
                    optional("comment", EditShape.LINES, "`# …` lines above the items, without the `# `")),
            "Adds items to a list, at the end unless told. Creates the key where absent. The indent is that of its"
                    + " siblings, without siblings that of the key plus 2.",
            Reach.CHARS,
            new Why(
                    "where the list is `patches`",
                    values -> values.subjects().stream().anyMatch(AddItem::isOfPatches) ? "adds a patch" : ""),
            """
            - add-item: source/patches
              items: ["revert-neon.patch  # [aarch64]"]
              why: NEON palette expansion fails the test suite""",
            AddItem::of);

    private static AddItem of(EditValues values) {
        if (values.has("when") && values.has("selector")) {
            values.refuse("add-item says twice where its items count", "keep one of 'when' and 'selector'");
        }
        return new AddItem(
                values,
                values.texts("items"),
                values.place(values::text, Where.END),
                values.lines("comment"),
                values.optional("when").or(() -> values.optional("selector")));
    }

    private static boolean isOfPatches(String path) {
        return path.equals("patches") || path.endsWith("/patches");
    }

    @Override
    public Meaning meaning(RecipeText before) {
        List<String> texts = NewItem.split(items);
        return Meaning.ofTexts(
                when.isPresent() && before.isRecipeYaml()
                        ? texts.stream()
                                .map(text -> Conditional.item(when.get(), text))
                                .toList()
                        : selected(texts));
    }

    @Override
    public void apply(EditedPath at) {
        List<NewItem> added = at.recipe().isRecipeYaml()
                ? NewItem.all(at.path(), items).stream()
                        .map(item -> item.under(when))
                        .toList()
                : NewItem.all(at.path(), selected(NewItem.split(items)));
        new Addition(this, at, added).add();
    }

    /** The items of a meta.yaml with their selector. */
    private List<String> selected(List<String> texts) {
        return when.map(selector -> texts.stream()
                        .map(text -> text.stripTrailing() + "  # [" + selector + "]")
                        .toList())
                .orElse(texts);
    }

    @Override
    public List<String> selectors() {
        return Stream.concat(PathEdit.super.selectors().stream(), when.stream()).toList();
    }

    @Override
    public String withoutSelector(String selector) {
        return "say 'when: " + selector + "' in the edit, or write it as an item 'if: …' with 'then: …' below";
    }

    @Override
    public List<String> usedPatches() {
        return paths().stream().anyMatch(path -> path.endsWith("patches"))
                ? NewItem.split(items).stream()
                        .map(item -> Quotes.without(item.split("\\s", 2)[0]))
                        .toList()
                : List.of();
    }

    @Override
    public String remedy(EditStatus status) {
        return status == EditStatus.PARTLY_PRESENT
                ? "use replace-item or select-item on the item that is there, or give both selectors"
                : PathEdit.super.remedy(status);
    }

    /** The work at one path. */
    private record Addition(AddItem edit, EditedPath at, List<NewItem> items) {
        void add() {
            refuseSelectorOfSome();
            if (recipe().find(at.path()) instanceof Miss miss) {
                Container container = EditedPath.creatable(miss);
                refuseReference(miss.message());
                KeyCreation.create(at.editor(), container, miss.missing(), this::block);
                return;
            }
            Member list = at.member();
            if (list.value() instanceof Scalar) {
                refuseWhatIsThere(RecipeItem.ofScalar(recipe(), list).orElseThrow(at::noList));
                refuseReference(at.path() + " is no list yet");
                expand(list);
                return;
            }
            refuseWhatIsThere(at.items());
            if (list.value() instanceof Missing) {
                refuseReference(at.path() + " is empty");
                String indent = recipe().indentOf(list.head().start()) + "  ";
                at.editor().insertLines(list.firstLine() + 1, block(indent));
            } else if (list.value().isFlow()) {
                addInline(list);
            } else {
                addBelow(list);
            }
        }

        private RecipeText recipe() {
            return at.recipe();
        }

        /** conda-build takes out the line with the selector and leaves the item's others. */
        private void refuseSelectorOfSome() {
            for (NewItem item : items) {
                int lines = item.lines("").size();
                if (edit.when().isPresent() && !recipe().isRecipeYaml() && lines > 1) {
                    throw EditStatus.NO_EFFECT.refusal(
                            "a selector counts for its line only, and this item has %d:\n  %s\nwrite one behind each line instead of 'when'"
                                    .formatted(lines, item.lines("").get(0)));
                }
            }
        }

        private void refuseReference(String message) {
            edit.place().reference().ifPresent(reference -> {
                throw EditStatus.ITEM_MISSING.refusal("there is no item " + reference + ": " + message);
            });
        }

        private List<String> block(String indent) {
            List<String> lines = new ArrayList<>();
            edit.comment().forEach(comment -> lines.add((indent + "# " + comment).stripTrailing()));
            lines.addAll(
                    recipe().isRecipeYaml() && edit.when().isPresent()
                            ? Conditional.lines(indent, edit.when().get(), items)
                            : items.stream()
                                    .flatMap(item -> item.lines(indent).stream())
                                    .toList());
            return lines;
        }

        private void refuseWhatIsThere(List<RecipeItem> present) {
            List<RecipeItem> found = new ArrayList<>();
            int whole = 0;
            for (NewItem item : items) {
                List<RecipeItem> same = present.stream()
                        .filter(other -> item.hasNameOf(recipe(), other))
                        .filter(other -> !item.isApartFrom(recipe(), other))
                        .toList();
                found.addAll(same);
                whole += same.stream().anyMatch(other -> item.isThere(recipe(), other)) ? 1 : 0;
            }
            if (!found.isEmpty()) {
                throw (whole == items.size() ? EditStatus.ALREADY_PRESENT : EditStatus.PARTLY_PRESENT)
                        .refusal(at.path() + " has already" + EditedPath.shown(recipe(), found));
            }
        }

        private void expand(Member list) {
            List<String> lines = new ArrayList<>(at.editor().itemLines(list));
            lines.addAll(edit.place().where() == Where.START ? 0 : lines.size(), block(""));
            at.editor().expand(at.path(), list, lines);
        }

        private void addInline(Member list) {
            Container container = Container.of(list);
            boolean inline = edit.comment().isEmpty()
                    && edit.when().isEmpty()
                    && items.stream().allMatch(NewItem::fitsInline)
                    && !wouldBeSelector(list);
            if (!inline) {
                refuseReference(at.path() + " is an inline list, which has to become one of lines for this");
                expand(list);
                return;
            }
            int index = edit.place()
                    .reference()
                    .map(name -> container.members().indexOf(at.item(name).member()))
                    .orElse(0);
            int to = switch (edit.place().where()) {
                case START, BEFORE -> index;
                case AFTER -> index + 1;
                case END -> container.members().size();
            };
            at.editor()
                    .insertInline(
                            container, to, items.stream().map(NewItem::written).toList());
        }

        /** {@code run: []} can't become {@code run: [make]}, which conda-build takes for a selector. */
        private boolean wouldBeSelector(Member list) {
            return !recipe().isRecipeYaml()
                    && Container.of(list).members().isEmpty()
                    && list.comment().isEmpty()
                    && !at.hit().container().isFlow();
        }

        private void addBelow(Member list) {
            List<? extends Member> members = Container.of(list).members();
            boolean above =
                    List.of(Where.START, Where.BEFORE).contains(edit.place().where());
            Optional<RecipeItem> reference = edit.place().reference().map(at::item);
            Optional<Branch> text = reference
                    .filter(item -> !(item.container().node() instanceof Sequence))
                    .flatMap(RecipeItem::branch);
            if (text.isPresent()) {
                new Conditional(at.editor()).expand(text.get(), above, block(""));
                return;
            }
            Member sibling = reference.map(RecipeItem::member).orElse(members.get(0));
            if (above && sibling.firstLine() == list.firstLine()) {
                throw EditStatus.PATH_MISSING.refusal(
                        at.path() + " begins on the line of its own dash, where nothing can be above it");
            }
            int line = switch (edit.place().where()) {
                case START -> list.firstLine() + 1;
                case BEFORE -> sibling.firstLine();
                case AFTER -> sibling.endLine();
                case END -> recipe().endOf(members, Optional.of(list));
            };
            at.editor().insertLines(line, block(recipe().indentOf(sibling.head().start())));
        }
    }
}
