package org.archirender.cli;

import java.util.Optional;
import org.archirender.cli.report.Delivered;
import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.BranchContent;
import org.archirender.publish.FeedstockAddresses;
import org.archirender.publish.PublishOutcome;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Declined;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.PublishOutcome.Pushed;
import org.archirender.publish.PublishOutcome.Waiting;
import org.archirender.publish.PublishOutcome.Withdrawn;
import org.archirender.publish.Publisher;
import org.archirender.publish.github.PullRequests;
import org.archirender.render.Feedstock;
import org.archirender.render.Rendering;
import org.archirender.workspace.Workspace;

/** Publishes renderings to each feedstock's own remote repository: to the port's branch, or as pull requests to it. */
final class Pushing implements Delivery {
    private final Publications publications;
    private final Publisher publisher;
    private final Optional<PullRequests> pulls;
    private final boolean dryRun;

    /**
     * @param pulls where pull requests are made; empty to push to the branch itself
     * @param dryRun whether the publisher's gate is a dry run's
     * @throws InputException where port.yaml does not say who commits
     */
    Pushing(Workspace workspace, Publisher publisher, Optional<PullRequests> pulls, boolean dryRun) {
        this.publications = new Publications(workspace);
        this.publisher = publisher;
        this.pulls = pulls;
        this.dryRun = dryRun;
    }

    @Override
    public Delivered deliver(Feedstock feedstock, Rendering rendering) {
        BranchContent publication = publications.of(feedstock, rendering);
        FeedstockAddresses addresses = publications.addresses(publication);
        PublishOutcome outcome = pulls.isPresent()
                ? publisher.propose(publication, addresses, pulls.get())
                : publisher.push(publication, addresses);
        return told(outcome, publication, addresses.own());
    }

    private Delivered told(PublishOutcome outcome, BranchContent publication, String address) {
        String branch = publication.branch();
        if (outcome instanceof Pushed pushed) {
            return new Delivered("pushed", "pushed %s to %s".formatted(brief(pushed.commit()), branch));
        }
        if (outcome instanceof InSync inSync) {
            return new Delivered(Delivered.IN_SYNC, "%s has it as %s".formatted(branch, brief(inSync.commit())));
        }
        if (outcome instanceof Behind) {
            return dryRun
                    ? new Delivered("to push", pulls.isPresent() ? "would be proposed" : "would be pushed")
                    : new Delivered("left for the next run", "not pushed: the limit of this run is reached");
        }
        if (outcome instanceof Waiting waiting) {
            return new Delivered("waiting", "waiting: " + waiting.reason());
        }
        if (outcome instanceof Proposed proposed) {
            return switch (proposed.step()) {
                case OPENED -> new Delivered("proposed", "opened " + proposed.pullRequest());
                case UPDATED -> new Delivered("proposed", "updated " + proposed.pullRequest());
                case KEPT -> new Delivered("proposed", proposed.pullRequest() + " is open");
            };
        }
        if (outcome instanceof Declined declined) {
            return new Delivered("declined", "somebody closed %s as it stands".formatted(declined.pullRequest()));
        }
        if (outcome instanceof Withdrawn withdrawn) {
            return new Delivered(
                    Delivered.IN_SYNC, "closed %s, nothing is left to change".formatted(withdrawn.pullRequest()));
        }
        if (outcome instanceof Foreign foreign) {
            throw ForeignWork.on(
                    address,
                    foreign.branch(),
                    foreign.commits(),
                    foreign.branch().equals(branch)
                            ? "rename the branch there, and run again: a new one is made"
                            : "merge or close its pull request, delete the branch, and run again");
        }
        throw new RepositoryException(
                address + ": there is no such repository, or the token may not see it",
                "make it with: archi-render fork " + publication.packageName(),
                null);
    }

    private static String brief(String commit) {
        return commit.substring(0, 10);
    }
}
