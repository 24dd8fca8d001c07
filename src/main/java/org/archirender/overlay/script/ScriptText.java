package org.archirender.overlay.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Place;
import org.archirender.text.Anchor;
import org.archirender.text.AnchorSearch;
import org.archirender.text.Lines;
import org.archirender.text.LogicalLine;

/**
 * A text file, with its physical and its logical lines, and the finding of anchors in it.
 *
 * @param file below recipe/, for messages
 */
public record ScriptText(String file, Lines lines, List<LogicalLine> logical) {
    public static ScriptText of(String file, String text) {
        Lines lines = Lines.of(text);
        return new ScriptText(file, lines, LogicalLine.of(lines));
    }

    /** The logical line that {@code anchor} means, as a range of physical lines. */
    public LineRange find(Anchor anchor) {
        AnchorSearch search = anchor.search(logical);
        return search.line().map(ScriptText::range).orElseThrow(() -> refusal(anchor, search));
    }

    /** The logical line that {@code match} means, or all up to the first one below that {@code through} hits. */
    public LineRange range(Anchor match, Optional<String> through) {
        LineRange first = find(match);
        if (through.isEmpty()) {
            return first;
        }
        List<LogicalLine> below =
                logical.stream().filter(line -> line.from() >= first.to()).toList();
        Anchor last = Anchor.of(through.get());
        List<LogicalLine> hits = Anchor.hits(through.get(), below);
        if (hits.isEmpty()) {
            throw EditStatus.ANCHOR_MISSING.refusal(
                    "recipe/" + file + " has no line '" + through.get() + "' below " + first.words(),
                    last.search(below).nearMisses());
        }
        return new LineRange(first.from(), hits.get(0).to());
    }

    /** Why {@code search} found no one line for {@code anchor}. */
    EditRefusal refusal(Anchor anchor, AnchorSearch search) {
        boolean own = search.pattern().equals(anchor.pattern());
        String where = own && (anchor.after().isPresent() || anchor.before().isPresent()) ? " within its bounds" : "";
        String has = "recipe/" + file + " has ";
        if (search.hits().isEmpty()) {
            return EditStatus.ANCHOR_MISSING.refusal(
                    has + "no line '" + search.pattern() + "'" + where, search.nearMisses());
        }
        int hits = search.hits().size();
        String shown = String.join("; ", search.shownHits()) + (hits > 3 ? "; …" : "");
        if (own && anchor.nth().isPresent()) {
            return EditStatus.ANCHOR_MISSING.refusal(
                    has + (hits == 1 ? "1 line '" : hits + " lines '") + search.pattern() + "'" + where + ", no number "
                            + anchor.nth().getAsInt() + ": " + shown);
        }
        return EditStatus.ANCHOR_AMBIGUOUS.refusal(
                has + hits + " lines '" + search.pattern() + "'" + where + ": " + shown);
    }

    /** Where {@code block} stands, its lines one below the other, white space at their ends apart. */
    List<LineRange> blocks(List<String> block) {
        List<String> wanted = block.stream().map(String::strip).toList();
        return IntStream.rangeClosed(0, lines.size() - block.size())
                .mapToObj(from -> new LineRange(from, from + block.size()))
                .filter(range ->
                        texts(range).stream().map(String::strip).toList().equals(wanted))
                .toList();
    }

    /** The index of the physical line above which lines at {@code place} go; one behind the last for the end. */
    int index(Place<Anchor> place) {
        return switch (place.where()) {
            case START -> lines.size() > 0 && lines.get(0).text().startsWith("#!") ? 1 : 0;
            case END -> lines.size();
            case BEFORE -> find(place.reference().orElseThrow()).from();
            case AFTER -> find(place.reference().orElseThrow()).to();
        };
    }

    /** The first line of {@code range}, or where that is empty of the logical line above, or below it. */
    Optional<String> beside(LineRange range, boolean above) {
        return range.from() < range.to()
                ? Optional.of(lines.get(range.from()).text())
                : logical.stream()
                        .filter(line -> (above ? line.to() : line.from()) == range.from())
                        .map(line -> lines.get(line.from()).text())
                        .findFirst();
    }

    /** These lines with {@code texts} more at {@code place}. */
    Lines insert(Place<Anchor> place, List<String> texts) {
        int at = index(place);
        return lines.replace(at, at, texts);
    }

    /** The texts of these lines, without their ends. */
    List<String> texts(LineRange range) {
        return lines.lines().subList(range.from(), range.to()).stream()
                .map(Lines.Line::text)
                .toList();
    }

    /** These lines with {@code texts} instead of {@code range}; lines at both ends of it that stay are left alone. */
    Lines with(LineRange range, List<String> texts) {
        List<String> old = texts(range);
        int most = Math.min(old.size(), texts.size());
        int above = 0;
        while (above < most && old.get(above).equals(texts.get(above))) {
            above++;
        }
        int below = 0;
        while (below < most - above && old.get(old.size() - 1 - below).equals(texts.get(texts.size() - 1 - below))) {
            below++;
        }
        return lines.replace(range.from() + above, range.to() - below, texts.subList(above, texts.size() - below));
    }

    public static LineRange range(LogicalLine line) {
        return new LineRange(line.from(), line.to());
    }
}
