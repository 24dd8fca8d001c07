package org.archirender.problem;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A repository, the network or the disk did not do its part; the input may be right. Exit code 3. */
public sealed class RepositoryException extends RuntimeException permits NotTriedException {
    private static final long serialVersionUID = 1;

    private final String fix;

    /**
     * @param message what failed and on what, without secrets
     * @param fix who has to do what, or empty
     * @param cause what the library said, or null
     */
    public RepositoryException(String message, String fix, @Nullable Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.fix = requireNonNull(fix, "fix is null");
    }

    /** Who has to do what; empty where the message says so. */
    public String fix() {
        return fix;
    }
}
