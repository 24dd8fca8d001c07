package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Behind.Reason;
import org.archirender.publish.PublishOutcome.Declined;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.PublishOutcome.Withdrawn;
import org.archirender.publish.git.Remote.Lease;
import org.archirender.publish.github.PullRequest;
import org.archirender.publish.github.PullRequest.State;
import org.archirender.publish.github.PullRequest.Step;
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
final class Proposal implements PublishStrategy {
    private final PullRequests pulls;
    private final String owner;

    /** @param owner the account that the feedstock's own repository belongs to */
    Proposal(PullRequests pulls, String owner) {
        this.pulls = requireNonNull(pulls, "pulls is null");
        this.owner = requireNonNull(owner, "owner is null");
    }

    /** From where to where the pull request for {@code content} goes. */
    static Route route(BranchContent content, String owner) {
        return new Route(owner, content.repository(), "archi-render/" + content.name(), content.branch());
    }

    @Override
    public Optional<PublishOutcome> act(RemoteReading reading, PublishGate gate) throws IOException {
        BranchContent content = reading.content();
        Route route = route(content, owner);
        if (reading.holds(route.base(), content.fingerprint())) {
            return settled(reading, route, reading.tip(route.base()).orElseThrow(), gate);
        }
        Optional<PublishOutcome> standing = standing(reading, route);
        if (standing.isPresent()) {
            return standing;
        }
        Optional<ObjectId> base = reading.tip(route.base());
        BranchHistory history = base.isPresent() ? reading.existing(route.base()) : reading.started();
        if (!history.foreign().isEmpty()) {
            return Optional.of(Foreign.onPort(reading.address(), route.base(), history.foreign()));
        }
        try (ObjectInserter inserter = reading.git().newObjectInserter()) {
            RenderingCommits commits = RenderingCommits.write(content, history, reading.git(), inserter);
            if (base.isPresent() && commits.count() == 0) {
                // Merged, or pushed by other means.
                if (!gate.isDryRun()) {
                    reading.push(reading.mark(route.base(), content.fingerprint(), base.get()));
                }
                return settled(reading, route, base.get(), gate);
            }
            return propose(reading, route, history, commits, inserter, gate);
        }
    }

    /** The pull request where it is open, or was declined, with all that it has to have: then nothing is to do. */
    private Optional<PublishOutcome> standing(RemoteReading reading, Route route) {
        Optional<ObjectId> base = reading.tip(route.base());
        if (base.isEmpty() || !reading.holds(route.head(), key(reading.content(), base.get()))) {
            return Optional.empty();
        }
        String tip = reading.tip(route.head()).orElseThrow().name();
        return pulls.newest(route)
                .filter(pull -> pull.isOpenFor(reading.content().inputDigest()) || pull.isDeclinedAt(tip))
                .map(pull -> pull.state() == State.OPEN ? new Proposed(pull, Step.KEPT) : new Declined(pull));
    }

    private Optional<PublishOutcome> propose(
            RemoteReading reading,
            Route route,
            BranchHistory history,
            RenderingCommits onBase,
            ObjectInserter inserter,
            PublishGate gate)
            throws IOException {
        BranchContent content = reading.content();
        RenderingCommits commits = onBase;
        if (reading.tip(route.head()).isPresent()) {
            BranchHistory proposed = reading.existing(route.head());
            if (!proposed.foreign().isEmpty()) {
                return Optional.of(Foreign.onProposal(reading.address(), route.head(), proposed.foreign()));
            }
            commits = onHead(reading, history, proposed, onBase, inserter);
        }
        inserter.flush();
        String tip = commits.tip().name();
        Optional<PullRequest> declined = pulls.newest(route).filter(pull -> pull.isDeclinedAt(tip));
        if (declined.isPresent()) {
            return Optional.of(new Declined(declined.get()));
        }
        Optional<PublishOutcome> refusal = gate.refusal(
                content, new Behind(reading.tip(route.base()).isPresent(), onBase.changes(), Reason.NOT_PROPOSED));
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!reading.push(leases(reading, route, history.tip().orElseThrow(), commits.tip()))) {
            gate.giveBack();
            return Optional.empty();
        }
        ProposalText text = new ProposalText(content, onBase.changes());
        PullRequests.Upkeep upkeep = pulls.propose(route, text.title(), text.body());
        return Optional.of(new Proposed(upkeep.pullRequest(), upkeep.step()));
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
                : RenderingCommits.merge(reading.content(), base, headTip, reading.git(), inserter);
    }

    private static boolean reaches(RemoteReading reading, RevCommit from, RevCommit to) throws IOException {
        try (RevWalk walk = new RevWalk(reading.git())) {
            return walk.isMergedInto(walk.parseCommit(to), walk.parseCommit(from));
        }
    }

    /** The port's branch holds the rendering: what is left of a pull request goes. */
    private Optional<PublishOutcome> settled(RemoteReading reading, Route route, ObjectId tip, PublishGate gate)
            throws IOException {
        InSync inSync = new InSync(route.base(), tip.name());
        if (gate.isDryRun() || reading.tip(route.head()).isEmpty()) {
            return Optional.of(inSync);
        }
        BranchHistory proposed = reading.existing(route.head());
        if (!proposed.foreign().isEmpty()) {
            return Optional.of(Foreign.onProposal(reading.address(), route.head(), proposed.foreign()));
        }
        Optional<PullRequest> withdrawn = pulls.withdraw(route);
        if (!reading.push(reading.remove(route.head()))) {
            return Optional.empty();
        }
        return Optional.of(withdrawn.<PublishOutcome>map(Withdrawn::new).orElse(inSync));
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
