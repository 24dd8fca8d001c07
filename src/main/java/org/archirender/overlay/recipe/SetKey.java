package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.Container;
import org.archirender.recipe.KeyCreation;
import org.archirender.recipe.PathResult;
import org.archirender.recipe.PathResult.Hit;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;

/** {@code set-key} and {@code unset-key}. */
final class SetKey {
    private final RecipeEditor change;
    private final RecipeText recipe;
    private final RecipePath path;

    private SetKey(RecipeEditor change, RecipePath path) {
        this.change = change;
        this.recipe = change.recipe();
        this.path = path;
    }

    static void set(RecipeEditor change, RecipePath path, RecipeEdit.SetKey edit) {
        new SetKey(change, path).set(edit);
    }

    static void unset(RecipeEditor change, RecipePath path, RecipeEdit.UnsetKey edit) {
        new SetKey(change, path).unset(edit);
    }

    private void set(RecipeEdit.SetKey edit) {
        PathResult found = recipe.find(path);
        if (found instanceof Miss miss && edit.was().isEmpty()) {
            Container container = RecipeLookup.creatable(miss);
            KeyCreation.create(change, container, miss.missing(), edit.after(), edit.value());
            return;
        }
        Hit hit = RecipeLookup.hit(recipe, path);
        Member member = entry(hit);
        if (!member.value().isFlow() && (member.value() instanceof Mapping || member.value() instanceof Sequence)) {
            throw new EditRefusal(
                    EditStatus.VALUE_CHANGED,
                    "%s (line %d) is no single value but %s"
                            .formatted(path, member.firstLine() + 1, RecipeLookup.kind(recipe, member)));
        }
        String old = recipe.text(member.value().span());
        String present = Values.hasComment(edit.value())
                ? recipe.text(new Span(member.value().span().start(), commentEnd(member)))
                : old;
        if (Values.same(present, edit.value())) {
            throw new EditRefusal(
                    EditStatus.ALREADY_PRESENT, path + " has already" + RecipeLookup.shown(recipe, member));
        }
        refuseChanged(member, edit.was());
        if (edit.keepComment()) {
            keep(member, hit.container());
        }
        write(member, edit.value());
    }

    private Member entry(Hit hit) {
        if (hit.member() instanceof Entry) {
            return hit.member();
        }
        throw new EditRefusal(
                EditStatus.PATH_MISSING,
                "%s (line %d) is no key but an item; remove-item and replace-item are for items"
                        .formatted(path, hit.member().firstLine() + 1));
    }

    private static int commentEnd(Member member) {
        return member.comment().map(Span::end).orElse(member.value().span().end());
    }

    private void refuseChanged(Member member, Optional<String> was) {
        String old = recipe.text(member.value().span());
        if (was.isPresent() && !Values.same(old, was.get())) {
            throw new EditRefusal(
                    EditStatus.VALUE_CHANGED,
                    "%s was %s and is now %s".formatted(path, was.get(), RecipeLookup.kind(recipe, member))
                            + RecipeLookup.shown(recipe, member));
        }
    }

    /** The old lines as comments above. */
    private void keep(Member member, Container container) {
        if (container.isFlow()) {
            throw new EditRefusal(EditStatus.NO_EFFECT, "an inline mapping has no line for a comment");
        }
        change.insertLines(member.firstLine(), commented(member));
    }

    private List<String> commented(Member member) {
        String indent = recipe.indentOf(member.head().start());
        List<String> lines = new ArrayList<>(change.commented(member.firstLine(), member.endLine(), indent.length()));
        Span first = new Span(
                member.head().start(), recipe.lineSpan(member.firstLine()).end());
        lines.set(0, indent + "# " + recipe.text(first));
        return lines;
    }

    /** The value only; with a comment of its own instead of the old one. */
    private void write(Member member, String value) {
        Span span = member.value().span();
        boolean replacesComment = Values.hasComment(value);
        if (member.value() instanceof Missing) {
            int colon = recipe.text().indexOf(':', member.head().end()) + 1;
            int end = replacesComment ? Math.max(colon, commentEnd(member)) : colon;
            change.replace(new Span(colon, end), " " + value);
        } else {
            change.replace(new Span(span.start(), replacesComment ? commentEnd(member) : span.end()), value);
        }
    }

    private void unset(RecipeEdit.UnsetKey edit) {
        Hit hit = RecipeLookup.hit(recipe, path);
        Member member = entry(hit);
        refuseChanged(member, edit.was());
        if (hit.container().isFlow()) {
            if (edit.keepComment()) {
                keep(member, hit.container());
            }
            change.removeInline(hit.container(), member);
        } else if (isOnDash(hit)) {
            unsetOnDash(hit, edit.keepComment());
        } else if (edit.keepComment()) {
            int column = recipe.indentOf(member.head().start()).length();
            change.commentLines(member.firstLine(), member.endLine(), column);
        } else {
            change.deleteLines(member.firstLine(), member.endLine());
        }
    }

    private static boolean isOnDash(Hit hit) {
        int line = hit.member().firstLine();
        return hit.container()
                .owner()
                .filter(owner -> owner.firstLine() == line)
                .isPresent();
    }

    /** The dash goes to the next key; without one the whole item goes. */
    private void unsetOnDash(Hit hit, boolean keepComment) {
        Member member = hit.member();
        List<? extends Member> members = hit.container().members();
        Member owner = hit.container().owner().orElseThrow();
        if (keepComment) {
            change.insertLines(member.firstLine(), commented(member));
        }
        if (members.size() == 1) {
            change.deleteLines(owner.firstLine(), owner.endLine());
        } else {
            int next = members.get(1).head().start();
            change.replace(new Span(member.head().start(), next), "");
        }
    }
}
