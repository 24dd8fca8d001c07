package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Place;
import org.archirender.overlay.edit.Place.Where;
import org.archirender.recipe.Container;
import org.archirender.recipe.KeyCreation;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectorComment;
import org.archirender.text.Quotes;
import org.archirender.yaml.FieldShapes;

/** {@code add-item: PATH}: list items, verbatim; the key is created where absent. */
public record AddItem(EditValues written, List<String> items, Place<String> place, List<String> comment)
        implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("add-item", EditShape.PATHS, "the list"),
            List.of(
                    required("items", EditShape.ITEMS, "verbatim, selector and all; quote an item with a `#`"),
                    optional("at", EditShape.START, "`start`: before the first item; `end`, unless told"),
                    optional("before", FieldShapes.TEXT, "directly above the item of that name"),
                    optional("after", FieldShapes.TEXT, "below the item of that name and its continuation lines"),
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
            values -> new AddItem(
                    values, values.texts("items"), values.place(values::text, Where.END), values.lines("comment")));

    private static boolean isOfPatches(String path) {
        return path.equals("patches") || path.endsWith("/patches");
    }

    @Override
    public Meaning meaning(RecipeText before) {
        return Meaning.ofTexts(NewItem.split(items));
    }

    @Override
    public void apply(EditedPath at) {
        new Addition(this, at, NewItem.all(at.path(), items)).add();
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
            refuseSelectorsThatNobodyReads();
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

        /** A recipe.yaml has {@code if:} instead: to it {@code # [aarch64]} is a comment. */
        private void refuseSelectorsThatNobodyReads() {
            for (NewItem item : items) {
                String line = item.lines("").get(0);
                if (recipe().isRecipeYaml()
                        && !SelectorComment.expressions(line).isEmpty()) {
                    throw EditStatus.NO_EFFECT.refusal(
                            "a recipe.yaml has no selectors in comments, so that '%s' would be there everywhere\nwrite it as an item 'if: …' with 'then: …' below"
                                    .formatted(item.written()));
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
            items.forEach(item -> lines.addAll(item.lines(indent)));
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
            boolean inline =
                    edit.comment().isEmpty() && items.stream().allMatch(NewItem::fitsInline) && !wouldBeSelector(list);
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
            Member sibling = edit.place()
                    .reference()
                    .<Member>map(name -> line(at.item(name)))
                    .orElse(members.get(0));
            boolean above =
                    List.of(Where.START, Where.BEFORE).contains(edit.place().where());
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

        /** What the item is in the list: itself, or where it is the text behind a {@code then:} the one with the {@code if:}. */
        private static Member line(RecipeItem item) {
            return item.container().node() instanceof Sequence ? item.member() : item.listItem();
        }
    }
}
