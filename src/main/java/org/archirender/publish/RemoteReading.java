package org.archirender.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.git.Remote;
import org.archirender.publish.git.Remote.Lease;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A feedstock's remote as one look at its refs shows it, and the history behind those refs where it is asked for. What is
 * pushed carries a lease on what was read. Beside a branch stands a marker: a ref whose name says what the branch held
 * when we last moved it, so that a look is enough to know that nothing is to do.
 *
 * @param remote the feedstock's own repository
 * @param git the repository with what was fetched
 * @param refs of {@code remote}, by whole name
 */
record RemoteReading(
        BranchContent content, Remote remote, Remote upstream, Repository git, Map<String, ObjectId> refs) {
    /** Enough for the commits of a port; a longer history is fetched whole. */
    private static final int DEPTH = 50;

    private static final String UPSTREAM_HEADS = "+refs/heads/*:refs/remotes/upstream/*";

    /** Looks at {@code remote}; empty where there is no such repository. */
    static Optional<RemoteReading> of(BranchContent content, Remote remote, Remote upstream, Repository git) {
        return remote.refs(git).map(refs -> new RemoteReading(content, remote, upstream, git, refs));
    }

    Optional<ObjectId> tip(String branch) {
        return Optional.ofNullable(refs.get(Constants.R_HEADS + branch));
    }

    /** Whether {@code branch} holds what {@code key} stands for, by its marker. */
    boolean holds(String branch, String key) {
        return tip(branch).isPresent() && tip(branch).equals(Optional.ofNullable(refs.get(markers(branch) + key)));
    }

    private static String markers(String branch) {
        return "refs/archi-render/" + branch + "/";
    }

    /** What people did on {@code branch} with its {@code history}; empty where that is nothing. */
    Optional<PublishOutcome> foreign(String branch, BranchHistory history, String wayOut) {
        return history.foreign().isEmpty()
                ? Optional.empty()
                : Optional.of(new Foreign(remote.address(), branch, history.foreign(), wayOut));
    }

    /** The history of {@code branch}, which is the port's if it is not there. */
    BranchHistory history(String branch) throws IOException {
        return tip(branch).isPresent() ? existing(branch) : started();
    }

    private BranchHistory existing(String branch) throws IOException {
        String spec = "+" + Constants.R_HEADS + branch + ":" + tracking(branch);
        ObjectId tip = tip(branch).orElseThrow();
        // Our own ref moves last, so where it is at the tip everything below has arrived.
        if (!Optional.ofNullable(git.exactRef(tracking(branch)))
                .map(Ref::getObjectId)
                .equals(Optional.of(tip))) {
            remote.fetch(git, spec, Optional.of(DEPTH));
        }
        BranchHistory history = history(tip, List.of());
        if (history.cutOff()) {
            remote.fetch(git, spec, Optional.empty());
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
    private BranchHistory started() throws IOException {
        if (!refs.isEmpty()) {
            remote.fetch(git, "+refs/heads/*:refs/remotes/origin/*", Optional.empty());
        }
        Optional<ObjectId> commit = upstreamCommit();
        if (commit.isEmpty()) {
            upstream.fetch(git, UPSTREAM_HEADS, Optional.empty());
            commit = upstreamCommit();
        }
        ObjectId start = commit.orElseThrow(() -> new InputException(
                Location.of(content.overlay()),
                "base: commit %s is neither in %s nor in %s"
                        .formatted(content.upstream().commit(), remote.address(), upstream.address()),
                "correct the commit there"));
        return BranchHistory.read(git, Optional.of(start), start.name(), List.of());
    }

    private static String tracking(String branch) {
        return Constants.R_REMOTES + "origin/" + branch;
    }

    private BranchHistory history(ObjectId tip, List<ObjectId> upstreamHeads) throws IOException {
        return BranchHistory.read(git, Optional.of(tip), content.upstream().commit(), upstreamHeads);
    }

    private List<ObjectId> upstreamHeads() throws IOException {
        return git.getRefDatabase().getRefsByPrefix("refs/remotes/upstream/").stream()
                .map(Ref::getObjectId)
                .toList();
    }

    private Optional<ObjectId> upstreamCommit() throws IOException {
        String id = content.upstream().commit();
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

    /** Moving {@code branch} from where it was read to {@code to}, or making it there. */
    Lease move(String branch, ObjectId to) {
        return lease(Constants.R_HEADS + branch, Optional.of(to));
    }

    /** Marking that {@code branch}, being at {@code to}, holds what {@code key} stands for, and nothing else. */
    List<Lease> mark(String branch, String key, ObjectId to) {
        List<Lease> leases = new ArrayList<>(List.of(lease(markers(branch) + key, Optional.of(to))));
        unmark(branch).stream()
                .filter(lease -> !lease.ref().equals(markers(branch) + key))
                .forEach(leases::add);
        return leases;
    }

    /** Removing {@code branch} and its markers. */
    List<Lease> remove(String branch) {
        List<Lease> leases = new ArrayList<>(List.of(lease(Constants.R_HEADS + branch, Optional.empty())));
        leases.addAll(unmark(branch));
        return leases;
    }

    private List<Lease> unmark(String branch) {
        return refs.keySet().stream()
                .filter(ref -> ref.startsWith(markers(branch)))
                .map(ref -> lease(ref, Optional.empty()))
                .toList();
    }

    private Lease lease(String ref, Optional<ObjectId> to) {
        return new Lease(ref, Optional.ofNullable(refs.get(ref)), to);
    }

    /** Pushes; false where a branch is no longer where it was read. */
    boolean push(List<Lease> leases) throws IOException {
        if (!remote.push(git, leases)) {
            return false;
        }
        for (Lease lease : leases) {
            if (lease.ref().startsWith(Constants.R_HEADS) && lease.to().isPresent()) {
                remember(
                        lease.ref().substring(Constants.R_HEADS.length()),
                        lease.to().get());
            }
        }
        return true;
    }

    /** The local copy of the remote's branch, so that the next run needs no fetch. */
    private void remember(String branch, ObjectId tip) throws IOException {
        RefUpdate update = git.updateRef(tracking(branch));
        update.setNewObjectId(tip);
        update.setForceUpdate(true);
        update.disableRefLog();
        update.update();
    }
}
