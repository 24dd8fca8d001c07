package org.archirender.cli;

import org.archirender.cli.report.Delivered;
import org.archirender.problem.InputException;
import org.archirender.publish.BranchContent;
import org.archirender.publish.CommitOutcome;
import org.archirender.publish.CommitOutcome.Committed;
import org.archirender.publish.CommitOutcome.ForeignCommits;
import org.archirender.publish.CommitOutcome.UpToDate;
import org.archirender.publish.FeedstockRepository;
import org.archirender.render.Feedstock;
import org.archirender.render.Rendering;
import org.archirender.workspace.Workspace;

/** Commits renderings to the port's branch, each feedstock in a git repository of its own below the work folder. */
final class Committing implements Delivery {
    private final Workspace workspace;
    private final Publications publications;

    /** @throws InputException where port.yaml does not say who commits */
    Committing(Workspace workspace) {
        this.workspace = workspace;
        this.publications = new Publications(workspace);
    }

    @Override
    public Delivered deliver(Feedstock feedstock, Rendering rendering) {
        BranchContent publication = publications.of(feedstock, rendering);
        String repository = publication.feedstock();
        String branch = publication.branch();
        CommitOutcome outcome;
        try (FeedstockRepository git =
                FeedstockRepository.open(workspace.workFolder().resolve(repository + ".git"))) {
            outcome = git.commit(publication);
        }
        if (outcome instanceof Committed committed) {
            return new Delivered("committed", "committed " + committed.commit().substring(0, 10) + " to " + branch);
        }
        if (outcome instanceof UpToDate upToDate) {
            return new Delivered(
                    Delivered.IN_SYNC,
                    branch + " has it as " + upToDate.commit().substring(0, 10));
        }
        throw ForeignWork.on(
                "work/" + repository + ".git",
                branch,
                ((ForeignCommits) outcome).commits(),
                "git -C work/%s.git branch -m %s %s-by-hand".formatted(repository, branch, branch));
    }
}
