package org.archirender.publish;

import static java.util.Objects.requireNonNull;

/**
 * A pull request of ours.
 *
 * @param number as in its address
 * @param url for people
 * @param state whether it is open, or what became of it
 * @param commit at its head's tip when it was last open, 40 hex digits
 */
public record PullRequest(int number, String url, State state, String commit) {
    /** What became of a pull request. */
    public enum State {
        OPEN,
        MERGED,
        /** Closed by us, when nothing was left to change. */
        WITHDRAWN,
        /** Closed by a person without a merge. */
        DECLINED
    }

    public PullRequest {
        requireNonNull(url, "url is null");
        requireNonNull(state, "state is null");
        requireNonNull(commit, "commit is null");
    }

    /** Whether a person closed it as it stands. */
    boolean isDeclinedAt(String tip) {
        return state == State.DECLINED && commit.equals(tip);
    }

    @Override
    public String toString() {
        return "pull request #" + number + " (" + url + ")";
    }
}
