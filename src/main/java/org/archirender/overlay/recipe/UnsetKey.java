package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipePath;
import org.archirender.text.Span;

/** {@code unset-key: PATH}: deletes a key with its block, or comments it out with {@code keep: comment}. */
public record UnsetKey(EditValues written, Optional<String> was, boolean keepComment) implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("unset-key", EditShape.PATHS, "the key"),
            List.of(WAS, KEEP),
            "Deletes a key with its block.",
            Reach.LINES,
            Why.always("removes a key"),
            """
            - unset-key: "source[folder=tcl]/sha256"
              keep: comment
              why: the archive is made anew each day""",
            values -> new UnsetKey(values, values.optional("was"), values.has("keep")));

    @Override
    public void apply(RecipeEditor editor, RecipePath path) {
        RecipeKey key = RecipeKey.at(editor, path);
        Member member = key.member();
        key.refuseChanged(was);
        if (key.hit().container().isFlow()) {
            if (keepComment) {
                key.keepAsComment();
            }
            editor.removeInline(key.hit().container(), member);
        } else if (isOnDash(key)) {
            unsetOnDash(key);
        } else if (keepComment) {
            int column = editor.recipe().indentOf(member.head().start()).length();
            editor.commentLines(member.firstLine(), member.endLine(), column);
        } else {
            editor.deleteLines(member.firstLine(), member.endLine());
        }
    }

    private static boolean isOnDash(RecipeKey key) {
        int line = key.member().firstLine();
        return key.hit()
                .container()
                .owner()
                .filter(owner -> owner.firstLine() == line)
                .isPresent();
    }

    /** The dash goes to the next key; without one the whole item goes. */
    private void unsetOnDash(RecipeKey key) {
        List<? extends Member> members = key.hit().container().members();
        Member owner = key.hit().container().owner().orElseThrow();
        if (keepComment) {
            key.keepAsComment();
        }
        if (members.size() == 1) {
            key.editor().deleteLines(owner.firstLine(), owner.endLine());
        } else {
            int next = members.get(1).head().start();
            key.editor().replace(new Span(key.member().head().start(), next), "");
        }
    }

    @Override
    public boolean takesAway(String word) {
        return paths().stream().anyMatch(path -> path.equals(word) || path.endsWith("/" + word));
    }
}
