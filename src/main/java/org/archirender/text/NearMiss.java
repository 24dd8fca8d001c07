package org.archirender.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What somebody may have meant who wrote a name that does not exist.
 *
 * @param text as they would write it
 * @param line of the file that was searched, 1-based; 0 where it is no line's text
 */
public record NearMiss(String text, int line) {
    private static final int MOST = 3;

    /** Longer texts are compared by this much of their beginning, so that a minified line costs nothing. */
    private static final int LONGEST = 200;

    private record Miss(String candidate, int distance) {}

    /** What is no line's text. */
    public static NearMiss of(String text) {
        return new NearMiss(text, 0);
    }

    /**
     * The candidates that resemble {@code wanted}, at most three, the nearest first, equally near ones in their natural
     * order. Near is: half of the longer text is right, upper and lower case apart, or one contains the other.
     */
    public static List<NearMiss> of(String wanted, Collection<String> candidates) {
        String folded = fold(wanted);
        List<Miss> misses = new ArrayList<>();
        for (String candidate : new LinkedHashSet<>(candidates)) {
            distance(folded, fold(candidate)).ifPresent(distance -> misses.add(new Miss(candidate, distance)));
        }
        misses.sort(Comparator.comparingInt(Miss::distance).thenComparing(Miss::candidate));
        return misses.stream().limit(MOST).map(miss -> of(miss.candidate())).toList();
    }

    /** {@code did you mean 'a', 'b' (line 7) or 'c'?}, or empty where nothing is near. */
    public static String question(List<NearMiss> nearMisses) {
        if (nearMisses.isEmpty()) {
            return "";
        }
        List<String> quoted = nearMisses.stream().map(NearMiss::toString).toList();
        int last = quoted.size() - 1;
        String others = String.join(", ", quoted.subList(0, last));
        return "did you mean " + (last == 0 ? "" : others + " or ") + quoted.get(last) + "?";
    }

    /** {@code message; did you mean 'a'?}, or the message alone where nothing is near. */
    public static String behind(String message, List<NearMiss> nearMisses) {
        return nearMisses.isEmpty() ? message : message + "; " + question(nearMisses);
    }

    /** In quotes, so that what is between them can be pasted, with its line behind it. */
    @Override
    public String toString() {
        return "'" + text + "'" + (line == 0 ? "" : " (line " + line + ")");
    }

    private static OptionalInt distance(String wanted, String candidate) {
        if (wanted.isEmpty() || candidate.isEmpty()) {
            return OptionalInt.empty();
        }
        int longer = Math.max(wanted.length(), candidate.length());
        int shorter = Math.min(wanted.length(), candidate.length());
        if (shorter > 2 && (wanted.contains(candidate) || candidate.contains(wanted))) {
            return OptionalInt.of(Math.min(longer - shorter, longer / 2));
        }
        int distance = new LevenshteinDistance(longer / 2).apply(wanted, candidate);
        return distance < 0 ? OptionalInt.empty() : OptionalInt.of(distance);
    }

    private static String fold(String text) {
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return shortened.strip().toLowerCase(Locale.ROOT);
    }
}
