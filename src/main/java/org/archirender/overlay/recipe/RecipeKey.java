package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.PathResult.Hit;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;

/** The key that an edit sets or takes away. */
record RecipeKey(RecipeEditor editor, RecipePath path, Hit hit) {
    /** The one key at {@code path}. */
    static RecipeKey at(RecipeEditor editor, RecipePath path) {
        Hit hit = RecipeLookup.hit(editor.recipe(), path);
        if (hit.member() instanceof Entry) {
            return new RecipeKey(editor, path, hit);
        }
        throw EditStatus.PATH_MISSING.refusal(
                "%s (line %d) is no key but an item; remove-item and replace-item are for items"
                        .formatted(path, hit.member().firstLine() + 1));
    }

    private RecipeText recipe() {
        return editor.recipe();
    }

    /** The key with its value. */
    Member member() {
        return hit.member();
    }

    void refuseChanged(Optional<String> was) {
        String old = recipe().text(member().value().span());
        if (was.isPresent() && !Values.same(old, was.get())) {
            throw EditStatus.VALUE_CHANGED.refusal(
                    "%s was %s and is now %s".formatted(path, was.get(), RecipeLookup.kind(recipe(), member()))
                            + RecipeLookup.shown(recipe(), member()));
        }
    }

    /** Puts the lines that it has as comments above it. */
    void keepAsComment() {
        if (hit.container().isFlow()) {
            throw EditStatus.NO_EFFECT.refusal("an inline mapping has no line for a comment");
        }
        int head = member().head().start();
        String indent = recipe().indentOf(head);
        List<String> lines =
                new ArrayList<>(editor.commented(member().firstLine(), member().endLine(), indent.length()));
        Span first = new Span(head, recipe().lineSpan(member().firstLine()).end());
        lines.set(0, indent + "# " + recipe().text(first));
        editor.insertLines(member().firstLine(), lines);
    }
}
