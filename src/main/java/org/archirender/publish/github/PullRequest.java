package org.archirender.publish.github;

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
    /** What became of a pull request, in words. */
    public enum State {
        /** By this run. */
        OPENED("proposed", "opened %s"),
        /** By this run. */
        UPDATED("proposed", "updated %s"),
        OPEN("proposed", "%s is open"),
        MERGED("merged", "%s was merged"),
        /** Closed by us, when nothing was left to change. */
        WITHDRAWN("in sync", "closed %s, nothing is left to change"),
        /** Closed by a person without a merge. */
        DECLINED("declined", "somebody closed %s as it stands");

        private final String word;
        private final String text;

        State(String word, String text) {
            this.word = word;
            this.text = text;
        }

        /** As it is counted. */
        public String word() {
            return word;
        }
    }

    /** What became of it, in one line. */
    public String told() {
        return state.text.formatted(this);
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
