package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.stream.Collectors;
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
public record ReplaceItem(EditValues written, String item, List<String> with, boolean keepComment) implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("replace-item", EditShape.PATHS, "the list"),
            List.of(
                    ITEM,
                    required("with", EditShape.ITEMS, "what comes in its place, verbatim, selectors and all"),
                    KEEP),
            "Replaces a whole item by one or several. Its indent and `- ` stay, the rest becomes `with`.",
            Reach.LINES,
            Why.always("replaces an item"),
            """
            - replace-item: [requirements/host, requirements/run]
              item: readline
              with: "libedit  # [aarch64]"
              why: the port has libedit only""",
            values -> new ReplaceItem(values, values.text("item"), values.texts("with"), values.has("keep")));

    @Override
    public Meaning meaning(RecipeText before) {
        return Meaning.ofTexts(NewItem.split(with));
    }

    @Override
    public void apply(EditedPath at) {
        RecipeText recipe = at.recipe();
        List<NewItem> replacements = NewItem.all(at.path(), with);
        List<RecipeItem> present = at.items().stream()
                .filter(other -> replacements.stream().anyMatch(one -> one.isThereUnderIf(recipe, other)))
                .toList();
        List<RecipeItem> hits = at.items(item);
        if (present.size() >= replacements.size() && present.containsAll(hits)) {
            throw at.present(present.get(0).member());
        } else if (hits.isEmpty()) {
            refuseChanged(at);
        }
        write(at.editor(), replacements, at.item(item));
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

    private void write(RecipeEditor editor, List<NewItem> replacements, RecipeItem old) {
        RecipeText recipe = editor.recipe();
        Member member = old.member();
        if (old.container().isFlow()) {
            RemoveItem.refuseInlineComment(keepComment || !replacements.stream().allMatch(NewItem::fitsInline));
            editor.replace(
                    member.value().span(),
                    replacements.stream().map(NewItem::written).collect(Collectors.joining(", ")));
            return;
        }
        boolean listed = old.container().node() instanceof Sequence;
        if (!listed && replacements.size() > 1) {
            List<String> lines = replacements.stream()
                    .flatMap(replacement -> replacement.lines("").stream())
                    .toList();
            new Conditional(editor).list(old.branch().orElseThrow(), lines);
            return;
        }
        editor.refuseCut(member.firstLine(), member.endLine());
        int end = recipe.lineSpan(member.endLine() - 1).end();
        int start = listed ? behindDash(recipe, member) : member.value().span().start();
        String indent = recipe.indentOf(member.head().start());
        String text = replacements.stream()
                .flatMap(replacement -> replacement.lines(indent).stream())
                .collect(Collectors.joining("\n"));
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
