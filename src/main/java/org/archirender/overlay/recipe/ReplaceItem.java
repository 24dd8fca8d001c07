package org.archirender.overlay.recipe;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.ItemName;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;

/** {@code remove-item} and {@code replace-item}. */
final class ReplaceItem {
    private final RecipeEditor change;
    private final RecipeText recipe;
    private final RecipePath path;
    private final Member list;

    private ReplaceItem(RecipeEditor change, RecipePath path) {
        this.change = change;
        this.recipe = change.recipe();
        this.path = path;
        this.list = RecipeLookup.hit(recipe, path).member();
    }

    static void remove(RecipeEditor change, RecipePath path, RecipeEdit.RemoveItem edit) {
        new ReplaceItem(change, path).remove(edit);
    }

    static void replace(RecipeEditor change, RecipePath path, RecipeEdit.ReplaceItem edit) {
        new ReplaceItem(change, path).replace(edit);
    }

    private void remove(RecipeEdit.RemoveItem edit) {
        RecipeItem item = RecipeLookup.item(recipe, path, list, edit.item());
        if (item.container().isFlow()) {
            refuseComment(edit.keepComment());
            change.removeInline(item.container(), item.member());
            return;
        }
        Member member = removable(item);
        if (member.firstLine() == list.firstLine()) {
            throw new EditRefusal(
                    EditStatus.PATH_MISSING, path + " begins on the line of its own dash, which has to stay");
        }
        if (edit.keepComment()) {
            change.commentLines(member.firstLine(), member.endLine(), Integer.MAX_VALUE);
        } else {
            change.deleteLines(member.firstLine(), member.endLine());
        }
    }

    /** The item; of a recipe.yaml with all that would be empty without it: its {@code else}, or the whole {@code if}. */
    private Member removable(RecipeItem item) {
        boolean listed = item.container().node() instanceof Sequence;
        if (item.member() == item.listItem()
                || (listed && item.container().members().size() > 1)) {
            return item.member();
        }
        Member branch = listed ? item.container().owner().orElseThrow() : item.member();
        if (branch instanceof Entry entry && entry.key().equals("else")) {
            return branch;
        } else if (item.listItem().value() instanceof Mapping mapping
                && !mapping.entries("else").isEmpty()) {
            throw new EditRefusal(
                    EditStatus.ITEM_AMBIGUOUS,
                    path + " has it under a then: whose else: would be left alone:"
                            + RecipeLookup.shown(recipe, item.listItem()) + "\nreplace-item it instead");
        }
        return item.listItem();
    }

    private static void refuseComment(boolean keepComment) {
        if (keepComment) {
            throw new EditRefusal(EditStatus.NO_EFFECT, "an inline list has no line for a comment");
        }
    }

    private void replace(RecipeEdit.ReplaceItem edit) {
        NewItem with = NewItem.of(path, edit.with());
        List<RecipeItem> items = RecipeLookup.items(recipe, path, list);
        Optional<RecipeItem> present =
                items.stream().filter(item -> with.isThere(recipe, item)).findFirst();
        List<RecipeItem> hits = ItemName.in(path, edit.item()).find(recipe, items);
        boolean same = hits.size() == 1 && with.isThere(recipe, hits.get(0));
        if (present.isPresent() && (hits.isEmpty() || same)) {
            throw new EditRefusal(
                    EditStatus.ALREADY_PRESENT,
                    path + " has already"
                            + RecipeLookup.shown(recipe, present.get().member()));
        } else if (hits.isEmpty()) {
            refuseChanged(edit, items);
        }
        write(edit, with, RecipeLookup.item(recipe, path, list, edit.item()));
    }

    /** An item named with its version that has another one now. */
    private void refuseChanged(RecipeEdit.ReplaceItem edit, List<RecipeItem> items) {
        NewItem old = NewItem.of(path, edit.item());
        List<RecipeItem> others =
                items.stream().filter(item -> old.hasNameOf(recipe, item)).toList();
        if (!others.isEmpty() && !edit.item().startsWith("^")) {
            throw new EditRefusal(
                    EditStatus.VALUE_CHANGED,
                    "%s has no item %s any more but%s"
                            .formatted(path, edit.item(), RecipeLookup.shown(recipe, others)));
        }
    }

    private void write(RecipeEdit.ReplaceItem edit, NewItem with, RecipeItem item) {
        Member member = item.member();
        if (item.container().isFlow()) {
            refuseComment(edit.keepComment() || !with.fitsInline());
            change.replace(member.value().span(), edit.with());
            return;
        }
        change.refuseCut(member.firstLine(), member.endLine());
        int end = recipe.lineSpan(member.endLine() - 1).end();
        int start = item.container().node() instanceof Sequence
                ? behindDash(member)
                : member.value().span().start();
        List<String> lines = with.lines(recipe.indentOf(member.head().start()));
        String text = String.join("\n", lines);
        boolean gap = start == member.head().end();
        String rest = text.substring(recipe.indentOf(member.head().start()).length() + (gap ? 1 : 2));
        if (edit.keepComment()) {
            List<String> old = change.commented(member.firstLine(), member.endLine(), Integer.MAX_VALUE);
            change.insertLines(member.firstLine(), old);
        }
        change.replace(new Span(start, end), rest);
    }

    private int behindDash(Member member) {
        int offset = member.head().end();
        int end = recipe.lineSpan(member.firstLine()).end();
        while (offset < end && Character.isWhitespace(recipe.text().charAt(offset))) {
            offset++;
        }
        return offset;
    }
}
