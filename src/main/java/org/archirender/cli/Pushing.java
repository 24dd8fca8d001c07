package org.archirender.cli;

import java.util.concurrent.atomic.AtomicInteger;
import org.archirender.problem.InputException;
import org.archirender.publish.Publication;
import org.archirender.publish.PublishOutcome;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Pushed;
import org.archirender.publish.Publisher;
import org.archirender.publish.RemoteAccess;
import org.archirender.render.Feedstock;
import org.archirender.render.Port;
import org.archirender.render.Rendering;
import org.archirender.workspace.Workspace;

/** Pushes renderings to the port's branch of each feedstock's own remote repository. */
final class Pushing implements Delivery {
    private final Port port;
    private final Publications publications;
    private final Publisher publisher;
    private final boolean dryRun;
    private final AtomicInteger left;

    /**
     * @param dryRun look, compute, and push nothing
     * @param limit how many feedstocks to push at most
     * @throws InputException where port.yaml does not say who commits
     */
    Pushing(Workspace workspace, RemoteAccess access, boolean dryRun, int limit) {
        this.port = workspace.port();
        this.publications = new Publications(workspace);
        this.publisher = new Publisher(workspace.workFolder(), access);
        this.dryRun = dryRun;
        this.left = new AtomicInteger(limit);
    }

    @Override
    public String deliver(Feedstock feedstock, Rendering rendering) {
        Publication publication = publications.of(feedstock, rendering);
        boolean mayPush = !dryRun && left.getAndDecrement() > 0;
        PublishOutcome outcome = publisher.publish(publication, own(publication), upstream(publication), !mayPush);
        if (mayPush && !(outcome instanceof Pushed)) {
            left.incrementAndGet();
        }
        if (outcome instanceof Pushed pushed) {
            return "pushed %s to %s".formatted(pushed.commit().substring(0, 10), port.branch());
        }
        if (outcome instanceof InSync inSync) {
            return "%s has it as %s".formatted(port.branch(), inSync.commit().substring(0, 10));
        }
        if (outcome instanceof Foreign foreign) {
            throw ForeignWork.on(
                    own(publication),
                    port.branch(),
                    foreign.commits(),
                    "rename the branch there, and run again: it is made anew");
        }
        return dryRun ? "would be pushed" : "not pushed: the limit of this run is reached";
    }

    private String own(Publication publication) {
        return port.remote()
                .orElse("https://github.com/" + port.ownOrg() + "/{name}-feedstock")
                .replace("{name}", publication.packageName());
    }

    /** Where upstream's commits are: base.repo is OWNER/NAME on GitHub, or an address. */
    private static String upstream(Publication publication) {
        String repository = publication.upstream().repository();
        return repository.contains(":") || repository.startsWith("/") ? repository : "https://github.com/" + repository;
    }
}
