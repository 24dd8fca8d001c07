package org.archirender.text;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the user's, in Java's syntax, that cannot run away: a search reads a bounded number of
 * characters for its text's length, then gives up.
 */
public final class Regex {
    private static final long LEAST_STEPS = 100_000;
    private static final long STEPS_PER_CHAR = 500;

    /** Groups that match nothing are counted up to their numbers without a look at the text. */
    private static final long MOST_TURNS = 100_000_000;

    private static final Pattern COUNT = Pattern.compile("\\{(?:[0-9]*,)?([0-9]+)");

    private static final int LONGEST = 10_000;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * The expression {@code source}.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with it
     */
    public static Regex of(String source) {
        if (source.length() > LONGEST || turns(source) > MOST_TURNS) {
            throw new IllegalArgumentException("a regular expression that is too long, or repeats too often");
        }
        try {
            return new Regex(Pattern.compile(source));
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            throw new IllegalArgumentException(
                    "'" + source + "' is no regular expression: " + e.getDescription() + place, e);
        }
    }

    private static double turns(String source) {
        return COUNT.matcher(source)
                .results()
                .mapToDouble(count -> Math.max(1, Double.parseDouble(count.group(1))))
                .reduce(1, (one, other) -> one * other);
    }

    /**
     * Whether the expression is found somewhere in {@code text}.
     *
     * @throws RegexLimitException when that takes too many steps
     */
    public boolean find(String text) {
        return search(text).isPresent();
    }

    /**
     * The first place in {@code text} where the expression is found.
     *
     * @throws RegexLimitException when that takes too many steps
     */
    public Optional<MatchResult> search(CharSequence text) {
        try {
            long steps = LEAST_STEPS + STEPS_PER_CHAR * text.length();
            Matcher matcher = pattern.matcher(new Counted(text, new long[] {steps}));
            return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
        } catch (StackOverflowError e) {
            // Java's matcher recurses for each turn of a group: deep is as bad as long.
            throw new RegexLimitException(pattern.pattern());
        }
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** A text that counts how often the matcher looks at it. */
    private final class Counted implements CharSequence {
        private final CharSequence text;
        private final long[] left;

        Counted(CharSequence text, long[] left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new RegexLimitException(pattern.pattern());
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
