package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Sequence;

/** {@code remove-item: PATH}: a whole item; commented out instead with {@code keep: comment}. */
public record RemoveItem(EditValues written, String item, boolean keepComment) implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("remove-item", EditShape.PATHS, "the list"),
            List.of(ITEM, KEEP),
            "Removes a whole item with its continuation lines.",
            Reach.LINES,
            Why.always("removes an item"),
            """
            - remove-item: requirements/host
              item: mkl
              why: MKL is for x86 only""",
            values -> new RemoveItem(values, values.text("item"), values.has("keep")));

    @Override
    public Meaning meaning() {
        return Meaning.ofTexts(List.of());
    }

    @Override
    public void apply(EditedPath at) {
        RecipeItem found = at.item(item);
        if (found.container().isFlow()) {
            refuseInlineComment(keepComment);
            at.editor().removeInline(found.container(), found.member());
            return;
        }
        Member member = removable(at, found);
        if (member.firstLine() == at.member().firstLine()) {
            throw EditStatus.PATH_MISSING.refusal(at.path() + " begins on the line of its own dash, which has to stay");
        }
        if (keepComment) {
            at.editor().commentLines(member.firstLine(), member.endLine(), Integer.MAX_VALUE);
        } else {
            at.editor().deleteLines(member.firstLine(), member.endLine());
        }
    }

    /** The item; of a recipe.yaml with all that would be empty without it: its {@code else}, or the whole {@code if}. */
    private static Member removable(EditedPath at, RecipeItem item) {
        boolean listed = item.container().node() instanceof Sequence;
        if (item.member() == item.listItem()
                || (listed && item.container().members().size() > 1)) {
            return item.member();
        }
        Member branch = listed ? item.container().owner().orElseThrow() : item.member();
        if (branch instanceof Entry entry && entry.key().equals("else")) {
            return branch;
        } else if (!item.listItem().value().entries("else").isEmpty()) {
            throw EditStatus.ITEM_AMBIGUOUS.refusal(at.path() + " has it under a then: whose else: would be left alone:"
                    + EditedPath.shown(at.recipe(), item.listItem()) + "\nreplace-item it instead");
        }
        return item.listItem();
    }

    static void refuseInlineComment(boolean comment) {
        if (comment) {
            throw EditStatus.NO_EFFECT.refusal("an inline list has no line for a comment");
        }
    }
}
