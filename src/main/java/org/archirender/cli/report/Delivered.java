package org.archirender.cli.report;

import static java.util.Objects.requireNonNull;

/**
 * What became of a rendering outside rendered/.
 *
 * @param state what it came to, as it is counted: {@code pushed}, {@code in sync}, {@code waiting}
 * @param text one line for the reader
 */
public record Delivered(String state, String text) {
    /** The state of what had it already. */
    public static final String IN_SYNC = "in sync";

    public Delivered {
        requireNonNull(state, "state is null");
        requireNonNull(text, "text is null");
    }

    /** Whether there is nothing about it that a reader in a hurry wants to know. */
    boolean isCalm() {
        return state.equals(IN_SYNC);
    }
}
