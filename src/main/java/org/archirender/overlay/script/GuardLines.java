package org.archirender.overlay.script;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.text.Anchor;
import org.archirender.text.Lines;
import org.archirender.yaml.FieldShapes;

/** {@code guard-lines: FILE}: wraps a logical line, or the range up to {@code through}, in {@code if … fi}. */
public record GuardLines(EditValues written, Anchor match, Optional<String> through, String condition)
        implements TextEdit {
    public static final Operation OPERATION = new Operation(
            required("guard-lines", EditShape.FILE, "the script"),
            List.of(
                    MATCH,
                    THROUGH,
                    required("if", FieldShapes.TEXT, "the condition, as it stands between `if` and `; then`"),
                    NTH,
                    WITHIN),
            "Wraps a logical line, or a range, in `if …; then` and `fi` at its indent; the lines themselves stay.",
            Reach.CHARS,
            Why.always("disables lines somewhere"),
            """
            - guard-lines: build.sh
              match: make check
              if: "[[ ${target_platform} != linux-aarch64 ]]"
              why: the test suite takes hours under qemu""",
            values -> new GuardLines(values, values.anchor("match"), values.optional("through"), values.text("if")));

    @Override
    public Lines apply(ScriptText script) {
        refuseRecipeYaml("select-item gives an item of it an if:, and replace-lines changes lines of a script in it");
        LineRange range = script.range(match, through);
        String indent = script.lines().get(range.from()).indent();
        String opening = "if " + condition + "; then";
        if (stands(script, range.from() - 1, opening) && stands(script, range.to(), "fi")) {
            throw EditStatus.ALREADY_PRESENT.refusal(
                    "recipe/" + file() + " has that condition around " + range.words() + " already");
        }
        Lines closed = script.lines().replace(range.to(), range.to(), List.of(indent + "fi"));
        return closed.replace(range.from(), range.from(), List.of(indent + opening));
    }

    private static boolean stands(ScriptText script, int index, String text) {
        return index >= 0
                && index < script.lines().size()
                && script.lines().get(index).trimmed().equals(text);
    }
}
