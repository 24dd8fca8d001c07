package org.archirender.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of looking for an anchor.
 *
 * @param pattern the one that was searched last: the anchor's own, or that of an end of its region which was not found
 * @param region the logical lines in which it was searched
 * @param hits all that it hit there
 * @param line the one that is meant; empty when there is none or more than one
 */
public record AnchorSearch(
        String pattern, List<LogicalLine> region, List<LogicalLine> hits, Optional<LogicalLine> line) {
    private static final int LONGEST_SHOWN = 80;

    public AnchorSearch {
        region = List.copyOf(region);
        hits = List.copyOf(hits);
    }

    /** Patterns for the lines that resemble one which hit nothing; at most three. */
    public List<NearMiss> nearMisses() {
        String wanted = pattern.replaceFirst("^[\\^~]", "");
        Map<String, LogicalLine> candidates = new LinkedHashMap<>();
        for (LogicalLine line : region) {
            String text = line.trimmed();
            candidates.putIfAbsent(beginning(text, pattern.startsWith("^") ? wanted.length() : text.length()), line);
        }
        List<NearMiss> found = new ArrayList<>();
        for (NearMiss miss : NearMiss.of(wanted, candidates.keySet())) {
            Optional.ofNullable(candidates.get(miss.text()))
                    .ifPresent(line -> found.add(new NearMiss(patternFor(line.trimmed()), line.number())));
        }
        return found;
    }

    /** The whole line, or a prefix where that is long or would not be taken for a whole line. */
    private static String patternFor(String text) {
        boolean plain = text.length() <= LONGEST_SHOWN && !text.startsWith("^") && !text.startsWith("~");
        return plain ? text : "^" + beginning(text, LONGEST_SHOWN);
    }

    /** The hits, as {@code line 3: make}; at most three. */
    public List<String> shownHits() {
        return hits.stream().limit(3).map(AnchorSearch::shown).toList();
    }

    private static String shown(LogicalLine line) {
        String text = line.trimmed();
        return "line " + line.number() + ": "
                + (text.length() > LONGEST_SHOWN ? beginning(text, LONGEST_SHOWN) + "…" : text);
    }

    /** The first {@code length} chars, a surrogate pair not cut. */
    private static String beginning(String text, int length) {
        if (length >= text.length()) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
