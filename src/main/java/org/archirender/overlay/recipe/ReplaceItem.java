package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;

/**
 * {@code replace-item: PATH}: indent and dash stay, the rest becomes {@code with}; the old one stays above as a comment
 * with {@code keep: comment}.
 */
public record ReplaceItem(EditValues written, String item, String with, boolean keepComment) implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("replace-item", EditShape.PATHS, "the list"),
            List.of(ITEM, required("with", EditShape.ITEM, "the new item, verbatim, selector and all"), KEEP),
            "Replaces a whole item. Its indent and `- ` stay, the rest becomes `with`.",
            Reach.LINES,
            Why.always("replaces an item"),
            """
            - replace-item: [requirements/host, requirements/run]
              item: readline
              with: "libedit  # [aarch64]"
              why: the port has libedit only""",
            values -> new ReplaceItem(values, values.text("item"), values.text("with"), values.has("keep")));

    @Override
    public void apply(EditedPath at) {
        RecipeText recipe = at.recipe();
        NewItem replacement = NewItem.of(at.path(), with);
        Optional<RecipeItem> present = at.items().stream()
                .filter(other -> replacement.isThere(recipe, other))
                .findFirst();
        List<RecipeItem> hits = at.items(item);
        boolean same = hits.size() == 1 && replacement.isThere(recipe, hits.get(0));
        if (present.isPresent() && (hits.isEmpty() || same)) {
            throw at.present(present.get().member());
        } else if (hits.isEmpty()) {
            refuseChanged(at);
        }
        write(at.editor(), replacement, at.item(item));
    }

    /** An item named with its version that has another one now. */
    private void refuseChanged(EditedPath at) {
        NewItem old = NewItem.of(at.path(), item);
        List<RecipeItem> others = at.items().stream()
                .filter(other -> old.hasNameOf(at.recipe(), other))
                .toList();
        if (!others.isEmpty() && !item.startsWith("^")) {
            throw EditStatus.VALUE_CHANGED.refusal("%s has no item %s any more but%s"
                    .formatted(at.path(), item, EditedPath.shown(at.recipe(), others)));
        }
    }

    private void write(RecipeEditor editor, NewItem replacement, RecipeItem old) {
        RecipeText recipe = editor.recipe();
        Member member = old.member();
        if (old.container().isFlow()) {
            RemoveItem.refuseInlineComment(keepComment || !replacement.fitsInline());
            editor.replace(member.value().span(), with);
            return;
        }
        editor.refuseCut(member.firstLine(), member.endLine());
        int end = recipe.lineSpan(member.endLine() - 1).end();
        int start = old.container().node() instanceof Sequence
                ? behindDash(recipe, member)
                : member.value().span().start();
        String indent = recipe.indentOf(member.head().start());
        String text = String.join("\n", replacement.lines(indent));
        boolean gap = start == member.head().end();
        if (keepComment) {
            editor.insertLines(
                    member.firstLine(), editor.commented(member.firstLine(), member.endLine(), Integer.MAX_VALUE));
        }
        editor.replace(new Span(start, end), text.substring(indent.length() + (gap ? 1 : 2)));
    }

    private static int behindDash(RecipeText recipe, Member member) {
        int offset = member.head().end();
        int end = recipe.lineSpan(member.firstLine()).end();
        while (offset < end && Character.isWhitespace(recipe.text().charAt(offset))) {
            offset++;
        }
        return offset;
    }
}
