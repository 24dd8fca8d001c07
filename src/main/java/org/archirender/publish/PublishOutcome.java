package org.archirender.publish;

import java.util.List;
import org.archirender.publish.CommitOutcome.ForeignCommit;
import org.archirender.publish.github.PullRequest;
import org.archirender.tree.TreeDiff;

/** What publishing one feedstock came to, or would come to. What failed is thrown. */
public sealed interface PublishOutcome {
    /**
     * The remote branch moved.
     *
     * @param commit the new tip, 40 hex digits
     * @param commits how many commits were added; 0 where the branch was made and upstream's commit is all there is
     */
    record Pushed(String commit, int commits) implements PublishOutcome {}

    /**
     * There is something to publish, and this run may not.
     *
     * @param branch whether the port's branch is there
     * @param changes from what it holds, or would start with, to what it is to hold
     */
    record Behind(boolean branch, TreeDiff changes) implements PublishOutcome {}

    /**
     * The remote branch holds the rendering already.
     *
     * @param commit the tip, 40 hex digits
     */
    record InSync(String commit) implements PublishOutcome {}

    /**
     * There is something to publish, and the upstream commit has not passed its own CI.
     *
     * @param reason one line, for people
     */
    record Waiting(String reason) implements PublishOutcome {}

    /**
     * A branch has commits of people; nothing was pushed.
     *
     * @param branch the port's, or that of our pull request
     * @param commits newest first, at least one
     */
    record Foreign(String branch, List<ForeignCommit> commits) implements PublishOutcome {
        public Foreign {
            commits = List.copyOf(commits);
        }
    }

    /** There is no repository to publish to, or none that may be seen. */
    record NotForked() implements PublishOutcome {}

    /** A pull request stands for the change. */
    record Proposed(PullRequest pullRequest, Step step) implements PublishOutcome {
        /** What this run did about it. */
        public enum Step {
            OPENED,
            UPDATED,
            KEPT
        }
    }

    /** A person closed the pull request with this very change; it is not opened again. */
    record Declined(PullRequest pullRequest) implements PublishOutcome {}

    /** The branch holds the rendering by now, so the pull request was closed. */
    record Withdrawn(PullRequest pullRequest) implements PublishOutcome {}
}
