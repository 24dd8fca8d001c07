package org.archirender.overlay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.Anchor;
import org.archirender.text.AnchorSearch;
import org.archirender.text.Lines;
import org.archirender.text.Lines.Line;
import org.archirender.text.LogicalLine;

/** Turns lines into comments. */
final class CommentLines {
    private CommentLines() {}

    static Lines comment(ScriptText script, TextEdit.CommentLines edit) {
        AnchorSearch search = edit.match().search(script.logical());
        boolean missing = search.line().isEmpty() && search.hits().size() < 2;
        if (missing || edit.match().nth().isPresent()) {
            alreadyCommented(script, edit.match()).ifPresent(line -> refuse(script, ScriptText.range(line)));
        }
        LineRange range = script.range(edit.match(), edit.through());
        List<String> commented = new ArrayList<>();
        boolean all = true;
        for (Line line : script.lines().lines().subList(range.from(), range.to())) {
            String indent = line.indent();
            String rest = line.text().substring(indent.length());
            all &= rest.isBlank() || rest.startsWith("#");
            commented.add(rest.isBlank() ? line.text() : indent + "# " + rest);
        }
        if (all) {
            refuse(script, range);
        }
        return script.with(range, commented);
    }

    private static void refuse(ScriptText script, LineRange range) {
        throw new EditRefusal(
                EditStatus.ALREADY_PRESENT,
                "recipe/" + script.file() + " has a comment there already, " + range.words());
    }

    /** The line that {@code match} would mean if no comment were one, where it is one. */
    private static Optional<LogicalLine> alreadyCommented(ScriptText script, Anchor match) {
        List<Line> bare = script.lines().lines().stream()
                .map(line -> new Line(line.text().replaceFirst("^([ \\t]*)# ?", "$1"), line.end()))
                .toList();
        return match.search(LogicalLine.of(new Lines(bare)))
                .line()
                .filter(line -> script.lines().get(line.from()).trimmed().startsWith("#"));
    }
}
