package org.archirender.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.CommitOutcome.ForeignCommit;

/** Commits of people on the port's branch: whose they are, and how to go on. */
final class ForeignWork {
    private ForeignWork() {}

    static RepositoryException on(
            String repository, String branch, List<ForeignCommit> commits, String commandThatKeepsThem) {
        return new RepositoryException(
                "branch %s of %s has commits that archi-render did not make:%s"
                        .formatted(
                                branch,
                                repository,
                                commits.stream().map(one -> "\n    " + one).collect(Collectors.joining())),
                "put what they do into the overlay, then: " + commandThatKeepsThem,
                null);
    }
}
