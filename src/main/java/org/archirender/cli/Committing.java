package org.archirender.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.CommitOutcome;
import org.archirender.publish.CommitOutcome.Committed;
import org.archirender.publish.CommitOutcome.ForeignCommit;
import org.archirender.publish.CommitOutcome.ForeignCommits;
import org.archirender.publish.CommitOutcome.UpToDate;
import org.archirender.publish.FeedstockRepository;
import org.archirender.publish.Publication;
import org.archirender.render.Commits;
import org.archirender.render.Feedstock;
import org.archirender.render.Port;
import org.archirender.render.Rendering;
import org.archirender.tree.FileTree;
import org.archirender.workspace.Workspace;

/** Commits renderings to the port's branch, each feedstock in a git repository of its own below the work folder. */
final class Committing {
    private final Workspace workspace;
    private final Port port;
    private final Commits commits;
    private final FileTree shared;

    /** @throws InputException where port.yaml does not say who commits */
    Committing(Workspace workspace) {
        this.workspace = workspace;
        this.port = workspace.port();
        this.shared = workspace.sharedInputs();
        this.commits = port.commits()
                .orElseThrow(() -> new InputException(
                        Location.of("overlays/port.yaml"),
                        "does not say who commits",
                        "add commits: {author: NAME, email: ADDRESS, date: 2019-01-15}"));
    }

    /**
     * Commits {@code rendering}; gives a line for the reader.
     *
     * @throws InputException where the overlay does not say which upstream commit it is made for
     * @throws RepositoryException where the branch has commits of people
     */
    String commit(Feedstock feedstock, Rendering rendering) {
        String repository = feedstock.name() + "-feedstock";
        Publication publication = new Publication(
                repository,
                port.branch(),
                port.target().subdir(),
                upstream(feedstock.overlay()),
                feedstock.base(),
                rendering.tree(),
                workspace.inputDigest(shared, feedstock.name()),
                new Publication.Author(commits.name(), commits.email()),
                commits.date());
        try (FeedstockRepository git =
                FeedstockRepository.open(workspace.workFolder().resolve(repository + ".git"))) {
            return told(git.commit(publication), repository);
        }
    }

    private String told(CommitOutcome outcome, String repository) {
        if (outcome instanceof Committed committed) {
            return "committed " + committed.commit().substring(0, 10) + " to " + port.branch();
        }
        if (outcome instanceof UpToDate upToDate) {
            return port.branch() + " has it as " + upToDate.commit().substring(0, 10);
        }
        List<ForeignCommit> foreign = ((ForeignCommits) outcome).commits();
        throw new RepositoryException(
                "branch %s of work/%s.git has commits that archi-render did not make:%s"
                        .formatted(
                                port.branch(),
                                repository,
                                foreign.stream().map(one -> "\n    " + one).collect(Collectors.joining())),
                "say what they do in the overlay, then: git -C work/%s.git branch -m %s %s-by-hand"
                        .formatted(repository, port.branch(), port.branch()),
                null);
    }

    private static Publication.Upstream upstream(Overlay overlay) {
        return overlay.base()
                .filter(base -> base.commit().isPresent() && base.version().isPresent())
                .map(base -> new Publication.Upstream(
                        base.repo(), base.commit().orElseThrow(), base.version().orElseThrow()))
                .orElseThrow(() -> new InputException(
                        Location.of(overlay.file()),
                        "does not say which upstream commit its base is",
                        "add base: {repo: OWNER/NAME, commit: …, version: …}"));
    }
}
