package org.archirender.overlay.script;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Place;
import org.archirender.text.Anchor;
import org.archirender.text.Lines;
import org.archirender.text.Regex;
import org.archirender.yaml.FieldShapes;

/** {@code insert-lines: FILE}: lines, verbatim. */
public record InsertLines(
        EditValues written, List<String> lines, Place<Anchor> place, Optional<String> unless, boolean repeat)
        implements TextEdit {
    public static final Operation OPERATION = new Operation(
            required("insert-lines", EditShape.FILE, "the file"),
            List.of(
                    required("lines", EditShape.LINES, "verbatim, not re-indented"),
                    AT,
                    BEFORE,
                    AFTER,
                    NTH,
                    WITHIN,
                    optional("unless", EditShape.REGEX, "found in the file, the lines count as present"),
                    optional(
                            "repeat",
                            FieldShapes.TRUTH,
                            "`true`: inserts even where the lines already stand in the file")),
            "Inserts lines; one of `at`, `before` and `after` says where.",
            Reach.CHARS,
            Why.NEVER,
            """
            - insert-lines: build.sh
              before: "^./configure"
              lines: [autoreconf]
              unless: "(?m)^\\\\s*autoreconf\"""",
            InsertLines::of);

    private static InsertLines of(EditValues values) {
        if (!values.has("at") && !values.has("before") && !values.has("after")) {
            values.refuse("insert-lines does not say where", "give one of 'at', 'before' and 'after'");
        }
        return new InsertLines(
                values, values.lines("lines"), values.linePlace(), values.optional("unless"), values.truth("repeat"));
    }

    @Override
    public Optional<LineRange> replaced(ScriptText script) {
        int at = script.index(place);
        return Optional.of(new LineRange(at, at));
    }

    @Override
    public Lines apply(ScriptText script) {
        if (unless.isPresent()) {
            if (Regex.of(unless.get()).find(script.lines().text())) {
                throw EditStatus.ALREADY_PRESENT.refusal(
                        "recipe/" + file() + " has what 'unless' looks for, '" + unless.get() + "'");
            }
        } else if (!repeat) {
            refuseWherePresent(script);
        }
        return script.insert(place, lines);
    }

    private void refuseWherePresent(ScriptText script) {
        List<LineRange> found = script.blocks(lines);
        if (lines.stream().allMatch(String::isBlank)) {
            // Blank lines stand everywhere; only those at the place itself count.
            int at = script.index(place);
            found = found.stream()
                    .filter(range -> range.from() == at || range.to() == at)
                    .toList();
        }
        if (!found.isEmpty()) {
            throw EditStatus.ALREADY_PRESENT.refusal("recipe/" + file() + " has these lines already, "
                    + found.get(0).words());
        }
    }

    @Override
    public String remedy(EditStatus status) {
        String meantTwice = "add 'repeat: true' if the lines are meant twice";
        return TextEdit.super.remedy(status)
                + switch (status) {
                    case ALREADY_PRESENT -> "; or " + meantTwice;
                    case OVERLAPS -> ", or " + meantTwice;
                    default -> "";
                };
    }
}
