package org.archirender.publish;

import java.util.List;
import org.archirender.publish.CommitOutcome.ForeignCommit;

/** What publishing one feedstock came to. What failed is thrown. */
public sealed interface PublishOutcome {
    /**
     * The remote branch moved.
     *
     * @param commit the new tip, 40 hex digits
     * @param commits how many commits were added
     */
    record Pushed(String commit, int commits) implements PublishOutcome {}

    /** The remote branch would move, had this not been a dry run. */
    record WouldPush(int commits) implements PublishOutcome {}

    /**
     * The remote branch holds the rendering already.
     *
     * @param commit the tip, 40 hex digits
     */
    record InSync(String commit) implements PublishOutcome {}

    /**
     * The remote branch has commits of people; nothing was pushed.
     *
     * @param commits newest first, at least one
     */
    record Foreign(List<ForeignCommit> commits) implements PublishOutcome {
        public Foreign {
            commits = List.copyOf(commits);
        }
    }
}
