package org.archirender.overlay.script;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.text.Anchor;
import org.archirender.text.Lines;

/** {@code delete-lines: FILE}: a logical line, or the range up to {@code through}. */
public record DeleteLines(EditValues written, Anchor match, Optional<String> through) implements TextEdit {
    public static final Operation OPERATION = new Operation(
            required("delete-lines", EditShape.FILE, "the file"),
            List.of(MATCH, THROUGH, NTH, WITHIN),
            "Deletes a logical line, or a range.",
            Reach.LINES,
            Why.always("removes lines"),
            """
            - delete-lines: build.sh
              match: "^export CFLAGS="
              why: sets an x86 architecture""",
            values -> new DeleteLines(values, values.anchor("match"), values.optional("through")));

    @Override
    public Optional<LineRange> replaced(ScriptText script) {
        return Optional.of(script.range(match, through));
    }

    @Override
    public Lines apply(ScriptText script) {
        LineRange range = script.range(match, through);
        return script.lines().replace(range.from(), range.to(), List.of());
    }

    @Override
    public boolean takesAway(String word) {
        return match.pattern().contains(word);
    }
}
