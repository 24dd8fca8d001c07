package org.archirender.publish.github;

import static java.util.Objects.requireNonNull;

/**
 * A pull request of ours.
 *
 * @param number as in its address
 * @param url for people
 * @param state whether it is open, or what became of it
 * @param body as its reader has it now
 * @param commit at its head's tip when it was last open, 40 hex digits
 */
public record PullRequest(int number, String url, State state, String body, String commit) {
    /** What became of a pull request. */
    public enum State {
        OPEN,
        MERGED,
        /** Closed by us, when nothing was left to change. */
        WITHDRAWN,
        /** Closed by a person without a merge. */
        DECLINED
    }

    /** What a run did about a pull request that is to be open. */
    public enum Step {
        OPENED,
        UPDATED,
        KEPT
    }

    public PullRequest {
        requireNonNull(url, "url is null");
        requireNonNull(state, "state is null");
        requireNonNull(body, "body is null");
        requireNonNull(commit, "commit is null");
    }

    /** Whether it is open and tells of what {@code inputDigest} stands for: a run may end between push and text. */
    public boolean isOpenFor(String inputDigest) {
        return state == State.OPEN && body.contains(inputDigest);
    }

    /** Whether a person closed it as it stands. */
    public boolean isDeclinedAt(String tip) {
        return state == State.DECLINED && commit.equals(tip);
    }

    @Override
    public String toString() {
        return "pull request #" + number + " (" + url + ")";
    }
}
