package org.archirender.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.github.PullRequest;
import org.archirender.publish.github.PullRequest.State;
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
     * @throws InputException where that person is the user, in the workspace
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

    /** Who did not let us in, where nothing was asked for that. */
    default Optional<String> shut() {
        return Optional.empty();
    }

    /** Whether the workspace has to change before anything can be published. */
    default boolean isWrongInput() {
        return false;
    }

    /** Where this is what a look found, what a push would come to. */
    default PublishOutcome found() {
        return this;
    }

    /** Where this is what a look found, our pull request if it is open. */
    default Optional<Proposed> open() {
        return Optional.empty();
    }

    /**
     * A branch moved: in the work folder, or in the feedstock's own repository.
     *
     * @param word {@code committed} or {@code pushed}
     * @param commit the new tip, 40 hex digits
     * @param commits how many commits were added; 0 where the branch was made and upstream's commit is all there is
     */
    record Moved(String word, String branch, String commit, int commits) implements PublishOutcome {
        @Override
        public String text() {
            return "%s %s to %s".formatted(word, commit.substring(0, 10), branch);
        }
    }

    /**
     * The branch holds the rendering already.
     *
     * @param commit the tip, 40 hex digits
     */
    record InSync(String branch, String commit) implements PublishOutcome {
        @Override
        public String word() {
            return "in sync";
        }

        @Override
        public String text() {
            return "%s has it as %s".formatted(branch, commit.substring(0, 10));
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
     * @param text what was not done
     */
    record Behind(boolean branch, TreeDiff changes, String word, String text) implements PublishOutcome {
        /** How many files are named. */
        private static final int FILES = 3;

        /** In a run that only says what it would do, as in {@code would be pushed}. */
        static Behind would(String text, boolean branch, TreeDiff changes) {
            return new Behind(branch, changes, "to push", "would be " + text);
        }

        /** In a run that may push no more. */
        Behind beyondLimit() {
            return new Behind(branch, changes, "left for the next run", "not pushed: the limit of this run is reached");
        }

        @Override
        public String state() {
            return branch ? "behind" : "no branch";
        }

        @Override
        public String detail() {
            int more = changes.changes().size() - FILES;
            return changes.changes().stream()
                            .limit(FILES)
                            .map(change -> change.kind() + " " + change.path())
                            .collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : "");
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
     * @param foreign at least one
     * @param wayOut what somebody does with the branch, when the overlay does what the commits do
     */
    record Foreign(String repository, String branch, List<ForeignCommit> foreign, String wayOut)
            implements PublishOutcome {
        public Foreign {
            foreign = List.copyOf(foreign);
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
            String lines = foreign.stream().map(one -> "\n    " + one).collect(Collectors.joining());
            throw new RepositoryException(
                    "branch %s of %s has commits that archi-render did not make:%s"
                            .formatted(branch, repository, lines),
                    "put what they do into the overlay, then: " + wayOut,
                    null);
        }
    }

    /** Somebody's commit: abbreviated id, author's name, and first line. */
    record ForeignCommit(String commit, String author, String subject) {
        @Override
        public String toString() {
            return commit + " " + subject + " (" + author + ")";
        }
    }

    /** There is no repository to publish package {@code name} to, or none that may be seen. */
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

    /** Base/ of package {@code name} was written from facts: pushed, it would pass for upstream's. */
    record WrittenBase(String overlay, String name) implements PublishOutcome {
        @Override
        public String word() {
            return "written base";
        }

        @Override
        public String text() {
            return "vendor upstream's with: archi-render update " + name + " --to base";
        }

        @Override
        public String detail() {
            return text();
        }

        @Override
        public boolean isWrongInput() {
            return true;
        }

        @Override
        public PublishOutcome orThrow() {
            throw new InputException(
                    Location.of(overlay),
                    "written base: base/ was written from facts and is not what upstream has, so it is not pushed",
                    "archi-render update " + name + " --to base");
        }
    }

    /** Base/ was changed by hand: pushed, it would pass for upstream's. */
    record ChangedBase(Problem problem) implements PublishOutcome {
        @Override
        public String word() {
            return "changed base";
        }

        @Override
        public String text() {
            return problem.fix();
        }

        @Override
        public String detail() {
            return text();
        }

        @Override
        public boolean isWrongInput() {
            return true;
        }

        @Override
        public PublishOutcome orThrow() {
            throw new InputException(List.of(problem));
        }
    }

    /** Nothing was asked, for {@code server} did not let us in before, in this run. */
    record NotTried(String server) implements PublishOutcome {
        @Override
        public String word() {
            return "not tried";
        }

        @Override
        public String text() {
            return "not tried: " + detail();
        }

        @Override
        public String detail() {
            return server + " did not let us in";
        }

        @Override
        public Optional<String> shut() {
            return Optional.of(server);
        }
    }

    /** A pull request stands for the change, or stood: its state says what became of it. */
    record Proposed(PullRequest pullRequest) implements PublishOutcome {
        @Override
        public String word() {
            return pullRequest.state().word();
        }

        @Override
        public String text() {
            return pullRequest.told();
        }

        @Override
        public boolean isCalm() {
            return pullRequest.state() == State.WITHDRAWN;
        }

        /** As in its address. */
        public int number() {
            return pullRequest.number();
        }

        public String url() {
            return pullRequest.url();
        }
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
            return detail();
        }

        @Override
        public String detail() {
            return Stream.of(found.detail(), open.map(Proposed::text).orElse(""))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; "));
        }

        @Override
        public boolean isCalm() {
            return found.isCalm();
        }
    }
}
