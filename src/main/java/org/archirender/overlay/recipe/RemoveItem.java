package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeItem.Removal;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeText;

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
    public Meaning meaning(RecipeText before) {
        return Meaning.ofTexts(List.of());
    }

    @Override
    public void apply(EditedPath at) {
        RecipeItem found = at.item(item);
        if (found.container().isFlow() && found.removal().equals(new Removal(found.member(), Optional.empty()))) {
            refuseInlineComment(keepComment);
            at.editor().removeInline(found.container(), found.member());
            return;
        }
        Member member = found.removal().member();
        if (member.firstLine() == at.member().firstLine()) {
            throw EditStatus.PATH_MISSING.refusal(at.path() + " begins on the line of its own dash, which has to stay");
        }
        new Conditional(at.editor()).remove(found, keepComment);
    }

    static void refuseInlineComment(boolean comment) {
        if (comment) {
            throw EditStatus.NO_EFFECT.refusal("an inline list has no line for a comment");
        }
    }
}
