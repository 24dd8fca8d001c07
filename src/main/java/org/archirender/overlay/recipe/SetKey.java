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
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;
import org.archirender.yaml.FieldShapes;

/** {@code set-key: PATH}: a scalar's value; the key is created where absent. */
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
    public void apply(EditedPath at) {
        RecipeText recipe = at.recipe();
        if (recipe.find(at.path()) instanceof Miss miss && was.isEmpty()) {
            KeyCreation.create(at.editor(), EditedPath.creatable(miss), miss.missing(), after, value);
            return;
        }
        Entry key = at.key();
        if (!key.value().isFlow() && (key.value() instanceof Mapping || key.value() instanceof Sequence)) {
            throw EditStatus.VALUE_CHANGED.refusal(at.withLine() + " is no single value but " + at.kind());
        }
        Span replaced = replaced(key);
        if (Values.same(recipe.text(replaced), value)) {
            throw at.present(key);
        }
        at.refuseChanged(was);
        if (keepComment) {
            at.keepAsComment();
        }
        at.editor().replaceValue(key, replaced.end(), value);
    }

    /** What gives way to the value: the old one, with its comment where the new one brings its own. */
    private Span replaced(Entry key) {
        Span old = key.value().span();
        return Values.hasComment(value)
                ? new Span(old.start(), key.comment().map(Span::end).orElse(old.end()))
                : old;
    }
}
