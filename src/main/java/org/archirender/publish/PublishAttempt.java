package org.archirender.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Pushed;
import org.archirender.publish.PublishOutcome.WouldPush;
import org.archirender.publish.Remote.Lease;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** One reading of a feedstock's remote, what has to be done about it, and doing it. */
final class PublishAttempt {
    /** Enough for the commits of a port; a longer history is fetched whole. */
    private static final int DEPTH = 50;

    private static final String UPSTREAM_HEADS = "+refs/heads/*:refs/remotes/upstream/*";

    private final Publication publication;
    private final Remote remote;
    private final Remote upstream;
    private final Repository git;
    private final String branch;
    private final String tracking;
    private final String markers;

    PublishAttempt(Publication publication, Remote remote, Remote upstream, Repository git) {
        this.publication = publication;
        this.remote = remote;
        this.upstream = upstream;
        this.git = git;
        this.branch = Constants.R_HEADS + publication.branch();
        this.tracking = Constants.R_REMOTES + "origin/" + publication.branch();
        this.markers = "refs/archi-render/" + publication.branch() + "/";
    }

    /** Reads, decides, and unless {@code dryRun} pushes. Empty where the branch moved between reading and push. */
    Optional<PublishOutcome> run(boolean dryRun) throws IOException {
        Map<String, ObjectId> refs = remote.refs(git);
        Optional<ObjectId> tip = Optional.ofNullable(refs.get(branch));
        if (tip.isPresent() && tip.get().equals(refs.get(marker()))) {
            return Optional.of(new InSync(tip.get().name()));
        }
        BranchHistory history = tip.isPresent() ? existing(tip.get()) : started(refs);
        if (!history.foreign().isEmpty()) {
            return Optional.of(new Foreign(history.foreign()));
        }
        try (ObjectInserter inserter = git.newObjectInserter()) {
            RenderingCommits commits = RenderingCommits.write(publication, history, git, inserter);
            if (dryRun && (commits.count() > 0 || tip.isEmpty())) {
                return Optional.of(new WouldPush(commits.count()));
            }
            inserter.flush();
            boolean moves = tip.isEmpty() || commits.count() > 0;
            if (!dryRun && !push(refs, tip, commits.tip(), moves)) {
                return Optional.empty();
            }
            String id = commits.tip().name();
            return Optional.of(moves ? new Pushed(id, commits.count()) : new InSync(id));
        }
    }

    /** A ref whose name says what the branch holds, so that the next run has nothing to fetch. */
    private String marker() {
        return markers + publication.fingerprint();
    }

    private BranchHistory existing(ObjectId tip) throws IOException {
        if (!git.getObjectDatabase().has(tip)) {
            remote.fetch(git, "+" + branch + ":" + tracking, Optional.of(DEPTH));
        }
        BranchHistory history = history(tip, List.of());
        if (history.cutOff()) {
            remote.fetch(git, "+" + branch + ":" + tracking, Optional.empty());
            history = history(tip, List.of());
        }
        if (!history.foreign().isEmpty()) {
            // A branch made from upstream's newest commit is not a person's work.
            upstream.fetch(git, UPSTREAM_HEADS, Optional.empty());
            history = history(tip, upstreamHeads());
        }
        return history;
    }

    /** A branch that is not there yet begins at the upstream commit, which our own repository has if it is a fork. */
    private BranchHistory started(Map<String, ObjectId> refs) throws IOException {
        if (!refs.isEmpty()) {
            remote.fetch(git, "+refs/heads/*:refs/remotes/origin/*", Optional.empty());
        }
        Optional<ObjectId> commit = upstreamCommit();
        if (commit.isEmpty()) {
            upstream.fetch(git, UPSTREAM_HEADS, Optional.empty());
            commit = upstreamCommit();
        }
        ObjectId start = commit.orElseThrow(() -> new InputException(
                Location.of("overlays/" + publication.packageName() + "/overlay.yaml"),
                "base: commit %s is neither in %s nor in %s"
                        .formatted(publication.upstream().commit(), remote.address(), upstream.address()),
                "correct the commit there"));
        return BranchHistory.read(git, Optional.of(start), start.name(), List.of());
    }

    private BranchHistory history(ObjectId tip, List<ObjectId> upstreamHeads) throws IOException {
        return BranchHistory.read(git, Optional.of(tip), publication.upstream().commit(), upstreamHeads);
    }

    private List<ObjectId> upstreamHeads() throws IOException {
        return git.getRefDatabase().getRefsByPrefix("refs/remotes/upstream/").stream()
                .map(Ref::getObjectId)
                .toList();
    }

    private Optional<ObjectId> upstreamCommit() throws IOException {
        String id = publication.upstream().commit();
        if (!id.matches("[0-9a-f]{7,40}")) {
            return Optional.empty();
        }
        try (ObjectReader reader = git.newObjectReader();
                RevWalk walk = new RevWalk(git)) {
            for (ObjectId found : reader.resolve(AbbreviatedObjectId.fromString(id))) {
                if (reader.has(found) && walk.parseAny(found).getType() == Constants.OBJ_COMMIT) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }
    }

    /** False where the branch is no longer where it was read. */
    private boolean push(Map<String, ObjectId> refs, Optional<ObjectId> tip, ObjectId to, boolean moves)
            throws IOException {
        List<Lease> leases = new ArrayList<>();
        if (moves) {
            leases.add(new Lease(branch, tip, Optional.of(to)));
        }
        leases.add(new Lease(marker(), Optional.ofNullable(refs.get(marker())), Optional.of(to)));
        refs.forEach((ref, id) -> {
            if (ref.startsWith(markers) && !ref.equals(marker())) {
                leases.add(new Lease(ref, Optional.of(id), Optional.empty()));
            }
        });
        Optional<RemoteRefUpdate> moved =
                Optional.ofNullable(remote.push(git, leases).get(branch));
        if (moved.isEmpty()) {
            return true;
        }
        switch (moved.get().getStatus()) {
            case OK, UP_TO_DATE -> {
                remember(to);
                return true;
            }
            case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> {
                return false;
            }
            default -> {
                String reason = Optional.ofNullable(moved.get().getMessage())
                        .orElse(moved.get().getStatus().name());
                if (Optional.ofNullable(remote.refs(git).get(branch)).equals(tip)) {
                    throw remote.rejected(publication.branch(), reason);
                }
                return false;
            }
        }
    }

    /** The local copy of the remote's branch, so that the next run needs no fetch. */
    private void remember(ObjectId tip) throws IOException {
        RefUpdate update = git.updateRef(tracking);
        update.setNewObjectId(tip);
        update.setForceUpdate(true);
        update.disableRefLog();
        update.update();
    }
}
