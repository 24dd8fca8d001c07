package org.archirender.problem;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/**
 * One thing that is wrong: where, what, and the next step.
 *
 * @param at the place that the reader has to look at
 * @param message what is wrong, one or more lines, no final newline
 * @param fix what to do about it, or empty where the message already says so
 */
public record Problem(Location at, String message, String fix) {
    public Problem {
        requireNonNull(at, "at is null");
        requireNonNull(message, "message is null");
        requireNonNull(fix, "fix is null");
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
