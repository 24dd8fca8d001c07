package org.archirender.publish.git;

import java.io.IOException;
import java.util.Locale;
import org.archirender.problem.RepositoryException;

/** What a failure of a repository in the work folder means, and what to do about it. */
public final class LocalFailure {
    /** Also of a remote that is on this machine. */
    static final String FULL = "free some space on that disk, then run the same command again";

    private LocalFailure() {}

    /** The failure {@code cause} of what is done with {@code repository}. */
    public static RepositoryException of(String repository, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        String fix = isFull(said) ? FULL : "check that the folder may be written, or remove it: it is made again";
        return new RepositoryException(repository + ": " + said, fix, cause);
    }

    /** Whether that is what systems say of a disk, or a user's share of one, that has no room. */
    static boolean isFull(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("quota exceeded");
    }
}
