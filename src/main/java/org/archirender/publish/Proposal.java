package org.archirender.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.git.Remote.Lease;
import org.archirender.publish.github.Home;
import org.archirender.publish.github.PullRequest;
import org.archirender.publish.github.PullRequests;
import org.archirender.publish.github.PullRequests.Route;
import org.archirender.tree.TreeDigest;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Pushes the rendering to a branch of its own, {@code archi-render/NAME}, and sees to it that one pull request brings it
 * to the port's branch. Its branch only ever moves forward, as the port's does: where the port's branch went on without
 * it, that is merged in.
 */
final class Proposal extends PublishStrategy {
    private static final String WAY_OUT = "merge or close its pull request, delete the branch, and run again";

    private final PullRequests pulls;
    private final Home home;

    /** @param home where the feedstock's own repository is on GitHub */
    Proposal(PullRequests pulls, Home home) {
        this.pulls = pulls;
        this.home = home;
    }

    /** From where to where the pull request for {@code content} goes in {@code home}. */
    static Route route(BranchContent content, Home home) {
        return new Route(home, head(content), content.branch());
    }

    /** The branch that a pull request for {@code content} comes from. */
    static String head(BranchContent content) {
        return "archi-render/" + content.name();
    }

    @Override
    Optional<PublishOutcome> standing(RemoteReading reading) {
        Route route = route(reading.content(), home);
        Optional<ObjectId> base = reading.tip(route.base());
        if (base.isEmpty() || !reading.holds(route.head(), key(reading.content(), base.get()))) {
            return Optional.empty();
        }
        String tip = reading.tip(route.head()).orElseThrow().name();
        return pulls.newest(route)
                .filter(pull -> pull.isOpenFor(reading.content().inputDigest()) || pull.isDeclinedAt(tip))
                .map(Proposed::new);
    }

    /** What is left of a pull request goes. */
    @Override
    Optional<PublishOutcome> settled(RemoteReading reading, PublishGate gate) throws IOException {
        Route route = route(reading.content(), home);
        Optional<PublishOutcome> inSync = super.settled(reading, gate);
        if (gate.isDryRun() || reading.tip(route.head()).isEmpty()) {
            return inSync;
        }
        Optional<PublishOutcome> foreign = reading.foreign(route.head(), reading.history(route.head()), WAY_OUT);
        if (foreign.isPresent()) {
            return foreign;
        }
        Optional<PublishOutcome> withdrawn = pulls.withdraw(route).map(Proposed::new);
        return reading.push(reading.remove(route.head())) ? withdrawn.or(() -> inSync) : Optional.empty();
    }

    @Override
    Optional<PublishOutcome> publish(
            RemoteReading reading,
            BranchHistory history,
            RenderingCommits onBase,
            ObjectInserter inserter,
            PublishGate gate)
            throws IOException {
        BranchContent content = reading.content();
        Route route = route(content, home);
        RenderingCommits commits = onBase;
        if (reading.tip(route.head()).isPresent()) {
            BranchHistory proposed = reading.history(route.head());
            Optional<PublishOutcome> foreign = reading.foreign(route.head(), proposed, WAY_OUT);
            if (foreign.isPresent()) {
                return foreign;
            }
            commits = onHead(reading, history, proposed, onBase, inserter);
        }
        inserter.flush();
        ObjectId tip = commits.tip();
        Optional<PullRequest> declined = pulls.newest(route).filter(pull -> pull.isDeclinedAt(tip.name()));
        if (declined.isPresent()) {
            return declined.map(Proposed::new);
        }
        ProposalText text = new ProposalText(content, onBase.changes());
        return gate.push(
                reading,
                Behind.would("proposed", reading.tip(route.base()).isPresent(), onBase.changes()),
                leases(reading, route, history.tip().orElseThrow(), tip),
                () -> new Proposed(pulls.propose(route, text.title(), text.body())));
    }

    /** The port's branch, where it is not there yet, begins at upstream's commit: a pull request needs one to go to. */
    private static List<Lease> leases(RemoteReading reading, Route route, ObjectId base, ObjectId head) {
        List<Lease> leases = new ArrayList<>();
        if (reading.tip(route.base()).isEmpty()) {
            leases.add(reading.move(route.base(), base));
        }
        if (!reading.tip(route.head()).equals(Optional.of(head))) {
            leases.add(reading.move(route.head(), head));
        }
        leases.addAll(reading.mark(route.head(), key(reading.content(), base), head));
        return leases;
    }

    /** What our branch lacks: the rendering on top of it, and the port's branch where that went on meanwhile. */
    private static RenderingCommits onHead(
            RemoteReading reading,
            BranchHistory base,
            BranchHistory head,
            RenderingCommits onBase,
            ObjectInserter inserter)
            throws IOException {
        RevCommit baseTip = base.tip().orElseThrow();
        RevCommit headTip = head.tip().orElseThrow();
        if (reaches(reading, headTip, baseTip)) {
            return RenderingCommits.write(reading.content(), head, reading.git(), inserter);
        }
        return reaches(reading, baseTip, headTip)
                ? onBase
                : RenderingCommits.write(reading.content(), base, reading.git(), inserter, headTip);
    }

    private static boolean reaches(RemoteReading reading, RevCommit from, RevCommit to) throws IOException {
        try (RevWalk walk = new RevWalk(reading.git())) {
            return walk.isMergedInto(walk.parseCommit(to), walk.parseCommit(from));
        }
    }

    /** Stands for what our branch holds and what its pull request says, on top of {@code base}. */
    private static String key(BranchContent content, ObjectId base) {
        return TreeDigest.empty()
                .add(content.fingerprint())
                .add(content.inputDigest())
                .add(base.name())
                .hex()
                .substring(0, 40);
    }
}
