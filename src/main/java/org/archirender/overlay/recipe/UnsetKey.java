package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.Container;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeText;
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
    public Meaning meaning(RecipeText before) {
        return Meaning.ofTexts(List.of());
    }

    @Override
    public void apply(EditedPath at) {
        RecipeEditor editor = at.editor();
        Entry key = at.key();
        Container container = at.hit().container();
        boolean onDash = container
                .owner()
                .filter(owner -> owner.firstLine() == key.firstLine())
                .isPresent();
        at.refuseChanged(was);
        if (keepComment && (container.isFlow() || onDash)) {
            at.keepAsComment();
        }
        if (container.isFlow()) {
            editor.removeInline(container, key);
        } else if (onDash) {
            unsetOnDash(editor, container);
        } else if (keepComment) {
            int column = editor.recipe().indentOf(key.head().start()).length();
            editor.commentLines(key.firstLine(), key.endLine(), column);
        } else {
            editor.deleteLines(key.firstLine(), key.endLine());
        }
    }

    /** The dash of the first key goes to the next one; without one the whole item goes. */
    private static void unsetOnDash(RecipeEditor editor, Container container) {
        List<? extends Member> members = container.members();
        Member owner = container.owner().orElseThrow();
        if (members.size() == 1) {
            editor.deleteLines(owner.firstLine(), owner.endLine());
        } else {
            int next = members.get(1).head().start();
            editor.replace(new Span(members.get(0).head().start(), next), "");
        }
    }

    @Override
    public boolean takesAway(String word) {
        return paths().stream().anyMatch(path -> path.equals(word) || path.endsWith("/" + word));
    }
}
