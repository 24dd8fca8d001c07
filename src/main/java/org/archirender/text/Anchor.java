package org.archirender.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * How a logical line is addressed: {@code whole trimmed line}, {@code ^prefix} of a trimmed line, or {@code ~regex},
 * which is searched in the line as it stands.
 *
 * @param pattern in one of these forms
 * @param nth which of several hits, from 1; where empty there must be exactly one
 * @param after only lines below the one hit of this pattern count
 * @param before only lines above the first hit of this pattern, below {@code after}, count
 */
public record Anchor(String pattern, OptionalInt nth, Optional<String> after, Optional<String> before) {
    /** The one line that {@code pattern} hits. */
    public static Anchor of(String pattern) {
        return new Anchor(pattern, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** What is wrong with a pattern, as in "is empty"; empty when nothing is. */
    public static String wrongWith(String pattern) {
        if (pattern.isBlank() || pattern.equals("^") || pattern.equals("~")) {
            return "is empty and would hit every line";
        }
        if (pattern.startsWith("~")) {
            try {
                Regex.of(pattern.substring(1));
            } catch (IllegalArgumentException e) {
                return "does not work: " + e.getMessage();
            }
        }
        return "";
    }

    /**
     * Looks for the line in {@code text}.
     *
     * @throws IllegalArgumentException for a pattern that {@link #wrongWith} refuses
     * @throws RegexLimitException when a regular expression takes too many steps
     */
    public AnchorSearch search(List<LogicalLine> text) {
        List<LogicalLine> region = text;
        if (after.isPresent()) {
            List<LogicalLine> hits = hits(after.get(), region);
            if (hits.size() != 1) {
                return new AnchorSearch(after.get(), region, hits, Optional.empty());
            }
            region = text.subList(text.indexOf(hits.get(0)) + 1, text.size());
        }
        if (before.isPresent()) {
            List<LogicalLine> hits = hits(before.get(), region);
            if (hits.isEmpty()) {
                return new AnchorSearch(before.get(), region, hits, Optional.empty());
            }
            region = region.subList(0, region.indexOf(hits.get(0)));
        }
        List<LogicalLine> hits = hits(pattern, region);
        boolean found = nth.isPresent() ? nth.getAsInt() <= hits.size() : hits.size() == 1;
        Optional<LogicalLine> line = found ? Optional.of(hits.get(nth.orElse(1) - 1)) : Optional.empty();
        return new AnchorSearch(pattern, region, hits, line);
    }

    /** The lines of {@code text} that {@code pattern} hits. */
    public static List<LogicalLine> hits(String pattern, List<LogicalLine> text) {
        Predicate<LogicalLine> hit = matcher(pattern);
        return text.stream().filter(hit).toList();
    }

    private static Predicate<LogicalLine> matcher(String pattern) {
        if (pattern.startsWith("^")) {
            String prefix = pattern.substring(1);
            return line -> line.trimmed().startsWith(prefix);
        }
        if (pattern.startsWith("~")) {
            Regex regex = Regex.of(pattern.substring(1));
            return line -> regex.find(line.text());
        }
        String whole = pattern.strip();
        return line -> line.trimmed().equals(whole);
    }
}
