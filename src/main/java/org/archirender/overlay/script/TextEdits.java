package org.archirender.overlay.script;

import java.util.List;
import org.archirender.overlay.edit.EditOutcome;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.Lines;
import org.archirender.text.RegexLimitException;

/** Applies edits by lines. Line ends, a missing final newline and a byte order mark stay as they are. */
public final class TextEdits {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextEdits() {}

    /** What {@code edit} makes of {@code text}, the content of its file. */
    public static EditOutcome apply(String text, TextEdit edit) {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        ScriptText script = ScriptText.of(edit.file(), text.substring(mark.length()));
        try {
            String changed = mark + apply(script, edit).text();
            if (changed.equals(text)) {
                return EditOutcome.failed(text, EditStatus.NO_EFFECT, "what it writes is what is there", List.of());
            }
            return EditOutcome.applied(changed, "done in recipe/" + edit.file());
        } catch (EditRefusal refusal) {
            return refusal.outcome(text);
        } catch (RegexLimitException | IllegalArgumentException e) {
            // The port's names may have made nonsense of an expression that was one when it was read.
            return new EditRefusal(EditStatus.ANCHOR_MISSING, String.valueOf(e.getMessage())).outcome(text);
        }
    }

    private static Lines apply(ScriptText script, TextEdit edit) {
        if (edit instanceof TextEdit.InsertLines insert) {
            return InsertLines.insert(script, insert);
        }
        if (edit instanceof TextEdit.SetEnv env) {
            return InsertLines.export(script, env);
        }
        if (edit instanceof TextEdit.ReplaceLines replace) {
            return ReplaceLines.replace(script, replace);
        }
        if (edit instanceof TextEdit.DeleteLines delete) {
            LineRange range = script.range(delete.match(), delete.through());
            return script.lines().replace(range.from(), range.to(), List.of());
        }
        if (edit instanceof TextEdit.CommentLines comment) {
            return CommentLines.comment(script, comment);
        }
        if (edit instanceof TextEdit.GuardLines guard) {
            return GuardLines.guard(script, guard);
        }
        return EditFlags.edit(script, (TextEdit.EditFlags) edit);
    }
}
