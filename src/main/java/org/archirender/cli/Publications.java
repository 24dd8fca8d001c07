package org.archirender.cli;

import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.BranchContent;
import org.archirender.publish.FeedstockAddresses;
import org.archirender.render.Commits;
import org.archirender.render.Feedstock;
import org.archirender.render.Port;
import org.archirender.render.Rendering;
import org.archirender.tree.FileTree;
import org.archirender.workspace.Workspace;

/** Renderings as what a branch is to hold. */
final class Publications {
    private final Workspace workspace;
    private final Port port;
    private final Commits commits;
    private final FileTree shared;

    /** @throws InputException where port.yaml does not say who commits */
    Publications(Workspace workspace) {
        this.workspace = workspace;
        this.port = workspace.port();
        this.shared = workspace.sharedInputs();
        this.commits = port.commits()
                .orElseThrow(() -> new InputException(
                        Location.of("overlays/port.yaml"),
                        "does not say who commits",
                        "add commits: {author: NAME, email: ADDRESS, date: 2019-01-15}"));
    }

    /** @throws InputException where the overlay does not say which upstream commit it is made for */
    BranchContent of(Feedstock feedstock, Rendering rendering) {
        return new BranchContent(
                feedstock.name() + "-feedstock",
                port.branch(),
                port.target().subdir(),
                upstream(feedstock.overlay()),
                feedstock.base(),
                rendering.tree(),
                rendering.edits(),
                workspace.inputDigest(shared, feedstock.name()),
                new BranchContent.Author(commits.name(), commits.email()),
                commits.date());
    }

    /** Where the repositories of {@code publication} are. */
    FeedstockAddresses addresses(BranchContent publication) {
        String repository = publication.upstream().repository();
        boolean address = repository.contains(":") || repository.startsWith("/");
        return new FeedstockAddresses(
                port.remote()
                        .orElse("https://github.com/" + port.ownOrg() + "/{name}-feedstock")
                        .replace("{name}", publication.packageName()),
                // base.repo is OWNER/NAME on GitHub, or an address.
                address ? repository : "https://github.com/" + repository,
                port.ownOrg());
    }

    private static BranchContent.Upstream upstream(Overlay overlay) {
        return overlay.base()
                .filter(base -> base.commit().isPresent() && base.version().isPresent())
                .map(base -> new BranchContent.Upstream(
                        base.repo(), base.commit().orElseThrow(), base.version().orElseThrow()))
                .orElseThrow(() -> new InputException(
                        Location.of(overlay.file()),
                        "does not say which upstream commit its base is",
                        "add base: {repo: OWNER/NAME, commit: …, version: …}"));
    }
}
