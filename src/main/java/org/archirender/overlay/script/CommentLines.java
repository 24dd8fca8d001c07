package org.archirender.overlay.script;

import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.text.Anchor;
import org.archirender.text.AnchorSearch;
import org.archirender.text.Lines;
import org.archirender.text.Lines.Line;
import org.archirender.text.LogicalLine;

/** {@code comment-lines: FILE}: puts {@code # } at the own indent of each line. */
public record CommentLines(EditValues written, Anchor match, Optional<String> through) implements TextEdit {
    public static final Operation OPERATION = new Operation(
            required("comment-lines", EditShape.FILE, "the file"),
            List.of(MATCH, THROUGH, NTH, WITHIN),
            "Puts `# ` at the own indent of each line of a logical line, or of a range; blank lines stay.",
            Reach.LINES,
            Why.always("disables lines"),
            """
            - comment-lines: build.sh
              match: make check
              why: the image lacks the locales""",
            values -> new CommentLines(values, values.anchor("match"), values.optional("through")));

    @Override
    public Optional<LineRange> replaced(ScriptText script) {
        return Optional.of(script.range(match, through));
    }

    @Override
    public Lines apply(ScriptText script) {
        AnchorSearch search = match.search(script.logical());
        boolean missing = search.line().isEmpty() && search.hits().size() < 2;
        if (missing || match.nth().isPresent()) {
            alreadyCommented(script).ifPresent(line -> refuse(ScriptText.range(line)));
        }
        LineRange range = script.range(match, through);
        List<String> commented = new ArrayList<>();
        boolean all = true;
        for (Line line : script.lines().lines().subList(range.from(), range.to())) {
            String indent = line.indent();
            String rest = line.text().substring(indent.length());
            all &= rest.isBlank() || rest.startsWith("#");
            commented.add(rest.isBlank() ? line.text() : indent + "# " + rest);
        }
        if (all) {
            refuse(range);
        }
        return script.with(range, commented);
    }

    private void refuse(LineRange range) {
        throw EditStatus.ALREADY_PRESENT.refusal("recipe/" + file() + " has a comment there already, " + range.words());
    }

    /** The line that {@code match} would mean if no comment were one, where it is one. */
    private Optional<LogicalLine> alreadyCommented(ScriptText script) {
        List<Line> bare = script.lines().lines().stream()
                .map(line -> new Line(line.text().replaceFirst("^([ \\t]*)# ?", "$1"), line.end()))
                .toList();
        return match.search(LogicalLine.of(new Lines(bare)))
                .line()
                .filter(line -> script.lines().get(line.from()).trimmed().startsWith("#"));
    }

    @Override
    public boolean takesAway(String word) {
        return match.pattern().contains(word);
    }
}
