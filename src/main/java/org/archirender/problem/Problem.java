package org.archirender.problem;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/**
 * One thing that is wrong: where, what, and the next step.
 *
 * @param at the place that the reader has to look at
 * @param message what is wrong, one or more lines, no final newline; of one that quotes a long text the middle is left out
 * @param fix what to do about it, or empty where the message already says so; cut in the same way
 */
public record Problem(Location at, String message, String fix) {
    /** Characters of a message that are shown; nobody reads more. */
    private static final int SHOWN = 4000;

    public Problem {
        requireNonNull(at, "at is null");
        message = shown(requireNonNull(message, "message is null"));
        fix = shown(requireNonNull(fix, "fix is null"));
    }

    private static String shown(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int half = SHOWN / 2 - 1;
        int from = Character.isLowSurrogate(text.charAt(half)) ? half - 1 : half;
        int to = text.length() - half;
        return text.substring(0, from) + "…" + text.substring(Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to);
    }

    /** A problem whose message already says what to do. */
    public Problem(Location at, String message) {
        this(at, message, "");
    }

    /** The same elsewhere. */
    public Problem moved(UnaryOperator<Location> move) {
        return new Problem(move.apply(at), message, fix);
    }

    /** {@code file:line:column: message}, the fix on a line of its own. */
    @Override
    public String toString() {
        return at + ": " + message + (fix.isEmpty() ? "" : "\n  fix: " + fix);
    }
}
