package org.archirender.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.github.PullRequest;
import org.archirender.publish.github.PullRequest.Step;
import org.archirender.tree.TreeDiff;

/**
 * What publishing one feedstock came to, or would come to, in words. What failed is thrown; what needs a person first is
 * an outcome, for a look may tell it, and becomes a failure with {@link #orThrow}.
 */
public sealed interface PublishOutcome {
    /** What a run did, as it is counted: {@code pushed}, {@code in sync}, {@code left for the next run}. */
    String word();

    /** One line for the reader of a run, as in {@code pushed 0123456789 to aarch64}. */
    String text();

    /** How far the remote is, as it is counted: {@code in sync}, {@code behind}, {@code no branch}. */
    default String state() {
        return word();
    }

    /** What is to be said beside the state; empty where that says it all. */
    default String detail() {
        return "";
    }

    /** Whether there is nothing about it that a reader in a hurry wants to know. */
    default boolean isCalm() {
        return false;
    }

    /**
     * The same, where a run may leave it at that.
     *
     * @throws RepositoryException where a person has to act before anything can be published: who, and how
     */
    default PublishOutcome orThrow() {
        return this;
    }

    /** The commit that holds the rendering already, 40 hex digits. */
    default Optional<String> held() {
        return Optional.empty();
    }

    /** From what the port's branch holds, or would start with, to what it is to hold. */
    default TreeDiff changes() {
        return TreeDiff.NONE;
    }

    /** Commits of people that are in the way, newest first. */
    default List<ForeignCommit> foreign() {
        return List.of();
    }

    /** The open pull request from our branch to the port's. */
    default Optional<Proposed> open() {
        return Optional.empty();
    }

    /**
     * What a look found: the words are those for the remote as it is.
     *
     * @param found what a push would come to
     * @param open our pull request, where it is open
     */
    record Standing(PublishOutcome found, Optional<Proposed> open) implements PublishOutcome {
        @Override
        public String word() {
            return found.state();
        }

        @Override
        public String text() {
            return Stream.of(found.detail(), open.map(Proposed::text).orElse(""))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; "));
        }

        @Override
        public String detail() {
            return found.detail();
        }

        @Override
        public boolean isCalm() {
            return found.isCalm();
        }

        @Override
        public Optional<String> held() {
            return found.held();
        }

        @Override
        public TreeDiff changes() {
            return found.changes();
        }

        @Override
        public List<ForeignCommit> foreign() {
            return found.foreign();
        }
    }

    /**
     * The branch in the work folder moved.
     *
     * @param commit the new tip, 40 hex digits
     * @param commits how many commits were added
     */
    record Committed(String branch, String commit, int commits) implements PublishOutcome {
        @Override
        public String word() {
            return "committed";
        }

        @Override
        public String text() {
            return "committed %s to %s".formatted(brief(commit), branch);
        }
    }

    /**
     * The remote branch moved.
     *
     * @param commit the new tip, 40 hex digits
     * @param commits how many commits were added; 0 where the branch was made and upstream's commit is all there is
     */
    record Pushed(String branch, String commit, int commits) implements PublishOutcome {
        @Override
        public String word() {
            return "pushed";
        }

        @Override
        public String text() {
            return "pushed %s to %s".formatted(brief(commit), branch);
        }
    }

    /**
     * The branch holds the rendering already.
     *
     * @param commit the tip, 40 hex digits
     */
    record InSync(String branch, String commit) implements PublishOutcome {
        private static final String WORD = "in sync";

        @Override
        public String word() {
            return WORD;
        }

        @Override
        public String text() {
            return "%s has it as %s".formatted(branch, brief(commit));
        }

        @Override
        public boolean isCalm() {
            return true;
        }

        @Override
        public Optional<String> held() {
            return Optional.of(commit);
        }
    }

    /**
     * There is something to publish, and this run does not.
     *
     * @param branch whether the port's branch is there
     * @param changes from what it holds, or would start with, to what it is to hold
     */
    record Behind(boolean branch, TreeDiff changes, Reason reason) implements PublishOutcome {
        /** How many files are named. */
        private static final int FILES = 3;

        /** Why nothing was published. */
        public enum Reason {
            NOT_PUSHED("to push", "would be pushed"),
            NOT_PROPOSED("to push", "would be proposed"),
            LIMIT("left for the next run", "not pushed: the limit of this run is reached");

            private final String word;
            private final String text;

            Reason(String word, String text) {
                this.word = word;
                this.text = text;
            }
        }

        Behind because(Reason other) {
            return new Behind(branch, changes, other);
        }

        @Override
        public String word() {
            return reason.word;
        }

        @Override
        public String text() {
            return reason.text;
        }

        @Override
        public String state() {
            return branch ? "behind" : "no branch";
        }

        @Override
        public String detail() {
            List<String> files = changes.changes().stream()
                    .map(change -> change.kind() + " " + change.path())
                    .toList();
            String first = files.stream().limit(FILES).collect(Collectors.joining(", "));
            return files.size() > FILES ? first + " and " + (files.size() - FILES) + " more" : first;
        }
    }

    /**
     * There is something to publish, and the upstream commit has not passed its own CI.
     *
     * @param detail why, in one line
     */
    record Waiting(String detail) implements PublishOutcome {
        @Override
        public String word() {
            return "waiting";
        }

        @Override
        public String text() {
            return "waiting: " + detail;
        }
    }

    /**
     * A branch has commits of people; nothing was published.
     *
     * @param repository where the branch is
     * @param branch the port's, or that of our pull request
     * @param foreign newest first, at least one
     * @param wayOut what somebody does with the branch, when the overlay does what the commits do
     */
    record Foreign(String repository, String branch, List<ForeignCommit> foreign, String wayOut)
            implements PublishOutcome {
        public Foreign {
            foreign = List.copyOf(foreign);
        }

        /** On a remote's branch of the port's. */
        static Foreign onPort(String repository, String branch, List<ForeignCommit> foreign) {
            return new Foreign(
                    repository, branch, foreign, "rename the branch there, and run again: a new one is made");
        }

        /** On a branch of ours for a pull request. */
        static Foreign onProposal(String repository, String branch, List<ForeignCommit> foreign) {
            return new Foreign(
                    repository, branch, foreign, "merge or close its pull request, delete the branch, and run again");
        }

        @Override
        public String word() {
            return "foreign";
        }

        @Override
        public String text() {
            return foreign.stream().map(ForeignCommit::toString).collect(Collectors.joining("; "));
        }

        @Override
        public String detail() {
            return text();
        }

        @Override
        public PublishOutcome orThrow() {
            throw new RepositoryException(
                    "branch %s of %s has commits that archi-render did not make:%s"
                            .formatted(
                                    branch,
                                    repository,
                                    foreign.stream().map(one -> "\n    " + one).collect(Collectors.joining())),
                    "put what they do into the overlay, then: " + wayOut,
                    null);
        }
    }

    /** Somebody's commit: abbreviated id, author's name, and first line. */
    record ForeignCommit(String id, String author, String subject) {
        @Override
        public String toString() {
            return id + " " + subject + " (" + author + ")";
        }
    }

    /** There is no repository to publish {@code name} to, or none that may be seen. */
    record NotForked(String repository, String name) implements PublishOutcome {
        @Override
        public String word() {
            return "not forked";
        }

        @Override
        public String text() {
            return "make it with: archi-render fork " + name;
        }

        @Override
        public String detail() {
            return text();
        }

        @Override
        public PublishOutcome orThrow() {
            throw new RepositoryException(
                    repository + ": there is no such repository, or the token may not see it", text(), null);
        }
    }

    /**
     * A pull request stands for the change.
     *
     * @param step what this run did about it
     */
    record Proposed(PullRequest pullRequest, Step step) implements PublishOutcome {
        @Override
        public String word() {
            return "proposed";
        }

        @Override
        public String text() {
            return switch (step) {
                case OPENED -> "opened " + pullRequest;
                case UPDATED -> "updated " + pullRequest;
                case KEPT -> pullRequest + " is open";
            };
        }

        /** As in its address. */
        public int number() {
            return pullRequest.number();
        }

        /** For people. */
        public String url() {
            return pullRequest.url();
        }

        @Override
        public Optional<Proposed> open() {
            return Optional.of(this);
        }
    }

    /** A person closed the pull request with this very change; it is not opened again. */
    record Declined(PullRequest pullRequest) implements PublishOutcome {
        @Override
        public String word() {
            return "declined";
        }

        @Override
        public String text() {
            return "somebody closed %s as it stands".formatted(pullRequest);
        }
    }

    /** The branch holds the rendering by now, so the pull request was closed. */
    record Withdrawn(PullRequest pullRequest) implements PublishOutcome {
        @Override
        public String word() {
            return InSync.WORD;
        }

        @Override
        public String text() {
            return "closed %s, nothing is left to change".formatted(pullRequest);
        }

        @Override
        public boolean isCalm() {
            return true;
        }
    }

    private static String brief(String commit) {
        return commit.substring(0, 10);
    }
}
