package org.archirender.overlay.script;

import java.util.List;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.Lines;

/** Wraps lines in a condition of the shell. */
final class GuardLines {
    private GuardLines() {}

    static Lines guard(ScriptText script, TextEdit.GuardLines edit) {
        LineRange range = script.range(edit.match(), edit.through());
        String indent = script.lines().get(range.from()).indent();
        String opening = "if " + edit.condition() + "; then";
        if (stands(script, range.from() - 1, opening) && stands(script, range.to(), "fi")) {
            throw new EditRefusal(
                    EditStatus.ALREADY_PRESENT,
                    "recipe/" + script.file() + " has that condition around " + range.words() + " already");
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
