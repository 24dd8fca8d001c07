package org.archirender.publish;

import java.util.List;

/** What committing a rendering to a branch came to. */
public sealed interface CommitOutcome {
    /**
     * The branch moved.
     *
     * @param commit the new tip, 40 hex digits
     * @param commits how many commits were added
     */
    record Committed(String commit, int commits) implements CommitOutcome {}

    /**
     * The branch already holds the rendering; nothing was written.
     *
     * @param commit the tip, 40 hex digits
     */
    record UpToDate(String commit) implements CommitOutcome {}

    /**
     * The branch has commits that archi-render did not make; nothing was written.
     *
     * @param commits newest first, at least one
     */
    record ForeignCommits(List<ForeignCommit> commits) implements CommitOutcome {
        public ForeignCommits {
            commits = List.copyOf(commits);
        }
    }

    /** Somebody's commit: abbreviated id, author's name, and first line. */
    record ForeignCommit(String id, String author, String subject) {
        @Override
        public String toString() {
            return id + " " + subject + " (" + author + ")";
        }
    }
}
