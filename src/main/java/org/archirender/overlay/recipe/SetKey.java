package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.KeyCreation;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;
import org.archirender.yaml.FieldShapes;

/**
 * {@code set-key: PATH}: a scalar's value; the key is created where absent.
 *
 * @param value verbatim, as it is to stand after {@code key: }
 * @param was the value that the base is known to have
 * @param after the sibling key below which a new key goes; else it becomes the last
 * @param keepComment whether the old line stays above as a comment
 */
public record SetKey(
        EditValues written, String value, Optional<String> was, Optional<String> after, boolean keepComment)
        implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("set-key", EditShape.PATHS, "the key"),
            List.of(
                    required("value", FieldShapes.TEXT, "verbatim, as it stands behind `key: `"),
                    WAS,
                    optional(
                            "after",
                            FieldShapes.TEXT,
                            "the sibling key below which a new key goes; the last, unless told"),
                    KEEP),
            "Sets a scalar key such as `build/noarch` or `build/skip`; creates it where absent. What follows on"
                    + " the line, such as a selector, stays.",
            Reach.CHARS,
            new Why("with `was`, and for a key `skip`", SetKey::explained),
            """
            - set-key: build/detect_binary_files_with_prefix
              value: "False\"""",
            values -> new SetKey(
                    values,
                    values.text("value"),
                    values.optional("was"),
                    values.optional("after"),
                    values.has("keep")));

    private static String explained(EditValues values) {
        if (values.has("was")) {
            return "replaces a value";
        }
        boolean skip = values.subjects().stream().anyMatch(path -> path.equals("skip") || path.endsWith("/skip"));
        return skip ? "disables a build" : "";
    }

    @Override
    public void apply(RecipeEditor editor, RecipePath path) {
        RecipeText recipe = editor.recipe();
        if (recipe.find(path) instanceof Miss miss && was.isEmpty()) {
            KeyCreation.create(editor, RecipeLookup.creatable(miss), miss.missing(), after, value);
            return;
        }
        RecipeKey key = RecipeKey.at(editor, path);
        Member member = key.member();
        if (!member.value().isFlow() && (member.value() instanceof Mapping || member.value() instanceof Sequence)) {
            throw EditStatus.VALUE_CHANGED.refusal("%s (line %d) is no single value but %s"
                    .formatted(path, member.firstLine() + 1, RecipeLookup.kind(recipe, member)));
        }
        if (Values.same(recipe.text(replaced(member)), value)) {
            throw RecipeLookup.present(recipe, path, member);
        }
        key.refuseChanged(was);
        if (keepComment) {
            key.keepAsComment();
        }
        write(editor, member);
    }

    /** What gives way to the value: the old one, with its comment where the new one brings its own. */
    private Span replaced(Member member) {
        Span old = member.value().span();
        return Values.hasComment(value)
                ? new Span(old.start(), member.comment().map(Span::end).orElse(old.end()))
                : old;
    }

    private void write(RecipeEditor editor, Member member) {
        Span old = replaced(member);
        if (member.value() instanceof Missing) {
            int colon = editor.recipe().text().indexOf(':', member.head().end()) + 1;
            int end = Values.hasComment(value) ? Math.max(colon, old.end()) : colon;
            editor.replace(new Span(colon, end), " " + value);
        } else {
            editor.replace(old, value);
        }
    }
}
