package org.archirender.publish.github;

import static java.util.Objects.requireNonNull;

/**
 * What an upstream commit's own CI says of it: its commit statuses and check runs together.
 *
 * @param state green when all that there is has passed, and there is something
 * @param reason one line, for people
 */
public record UpstreamChecks(State state, String reason) {
    /** Whether a commit may be built on. */
    public enum State {
        GREEN,
        RUNNING,
        FAILED,
        NONE
    }

    public UpstreamChecks {
        requireNonNull(state, "state is null");
        requireNonNull(reason, "reason is null");
    }
}
