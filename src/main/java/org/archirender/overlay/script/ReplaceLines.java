package org.archirender.overlay.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.Anchor;
import org.archirender.text.AnchorSearch;
import org.archirender.text.Lines;
import org.archirender.text.LogicalLine;

/** Puts lines in the place of others. */
final class ReplaceLines {
    private ReplaceLines() {}

    static Lines replace(ScriptText script, TextEdit.ReplaceLines edit) {
        AnchorSearch search = edit.match().search(script.logical());
        present(script, edit, search).ifPresent(found -> {
            throw new EditRefusal(
                    EditStatus.ALREADY_PRESENT,
                    "recipe/" + script.file() + " has the new lines already, " + found.words());
        });
        LineRange range = script.range(edit.match(), edit.through());
        return script.with(range, edit.with());
    }

    /** Where {@code with} stands in the place of what {@code match} would hit. */
    private static Optional<LineRange> present(ScriptText script, TextEdit.ReplaceLines edit, AnchorSearch search) {
        List<LineRange> blocks = script.blocks(edit.with());
        if (search.line().isPresent()) {
            LineRange hit = ScriptText.range(search.line().get());
            if (List.of(edit.match().pattern().strip()).equals(edit.with())
                    && edit.through().isEmpty()) {
                return Optional.empty();
            }
            return blocks.stream()
                    .filter(block -> block.from() <= hit.from() && hit.to() <= block.to())
                    .filter(block -> script.standsExactly(edit.with(), block.from()))
                    .findFirst()
                    .or(() -> replacedBefore(edit.match(), search.hits(), blocks));
        }
        boolean ambiguous = edit.match().nth().isEmpty() && search.hits().size() > 1;
        return ambiguous ? Optional.empty() : blocks.stream().findFirst();
    }

    /** With {@code nth}: the new lines, if they stand where the nth hit was before it was replaced. */
    private static Optional<LineRange> replacedBefore(Anchor match, List<LogicalLine> hits, List<LineRange> blocks) {
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
}
