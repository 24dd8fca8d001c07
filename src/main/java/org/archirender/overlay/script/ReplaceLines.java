package org.archirender.overlay.script;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.text.Anchor;
import org.archirender.text.AnchorSearch;
import org.archirender.text.Lines;
import org.archirender.text.LogicalLine;

/** {@code replace-lines: FILE}: a logical line, or the range up to {@code through}, becomes {@code with}. */
public record ReplaceLines(EditValues written, Anchor match, Optional<String> through, List<String> with)
        implements TextEdit {
    public static final Operation OPERATION = new Operation(
            required("replace-lines", EditShape.FILE, "the file"),
            List.of(MATCH, THROUGH, required("with", EditShape.LINES, "verbatim, not re-indented"), NTH, WITHIN),
            "Replaces a logical line, or a range.",
            Reach.LINES,
            Why.always("replaces lines"),
            """
            - replace-lines: build.sh
              match: make install
              with: [./make install]
              why: the built one installs itself""",
            values ->
                    new ReplaceLines(values, values.anchor("match"), values.optional("through"), values.lines("with")));

    @Override
    public Optional<LineRange> replaced(ScriptText script) {
        return Optional.of(script.range(match, through));
    }

    @Override
    public Lines apply(ScriptText script) {
        present(script, match.search(script.logical())).ifPresent(found -> {
            throw EditStatus.ALREADY_PRESENT.refusal(
                    "recipe/" + file() + " has the new lines already, " + found.words());
        });
        return script.with(script.range(match, through), with);
    }

    /** Where {@code with} stands in the place of what {@code match} would hit. */
    private Optional<LineRange> present(ScriptText script, AnchorSearch search) {
        List<LineRange> blocks = script.blocks(with);
        if (search.line().isPresent()) {
            LineRange hit = ScriptText.range(search.line().get());
            if (List.of(match.pattern().strip()).equals(with) && through.isEmpty()) {
                return Optional.empty();
            }
            return blocks.stream()
                    .filter(block -> block.from() <= hit.from() && hit.to() <= block.to())
                    .filter(block -> script.texts(block).equals(with))
                    .findFirst()
                    .or(() -> replacedBefore(search.hits(), blocks));
        }
        boolean ambiguous = match.nth().isEmpty() && search.hits().size() > 1;
        return ambiguous ? Optional.empty() : blocks.stream().findFirst();
    }

    /** With {@code nth}: the new lines, if they stand where the nth hit was before it was replaced. */
    private Optional<LineRange> replacedBefore(List<LogicalLine> hits, List<LineRange> blocks) {
        OptionalInt nth = match.nth();
        if (nth.isEmpty()) {
            return Optional.empty();
        }
        int number = nth.getAsInt();
        return blocks.stream()
                .filter(block ->
                        hits.stream().filter(hit -> hit.from() < block.from()).count() == number - 1)
                .findFirst();
    }

    @Override
    public boolean takesAway(String word) {
        return match.pattern().contains(word) && with.stream().noneMatch(line -> line.contains(word));
    }
}
