package org.archirender.publish;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.publish.PublishOutcome.ChangedBase;
import org.archirender.publish.PublishOutcome.WrittenBase;
import org.archirender.publish.git.Uncommitted;
import org.archirender.publish.github.PullRequests;
import org.archirender.render.Commits;
import org.archirender.render.Feedstock;
import org.archirender.render.Port;
import org.archirender.render.Rendering;

/** The ways to publish a port's renderings, for commands to choose from. */
public final class Deliveries {
    private final Port port;
    private final Commits commits;
    private final UnaryOperator<String> inputDigest;
    private final Path work;

    /**
     * @param inputDigest gives, for a package's name, the digest of all that its rendering is made from
     * @param work the folder with a repository a feedstock, a cache that may be removed at any time
     * @throws InputException where port.yaml does not say who commits
     */
    public Deliveries(Port port, UnaryOperator<String> inputDigest, Path work) {
        this.port = port;
        this.inputDigest = inputDigest;
        this.work = work;
        this.commits = port.commits()
                .orElseThrow(() -> new InputException(
                        Location.of("overlays/port.yaml"),
                        "does not say who commits",
                        "add commits: {author: NAME, email: ADDRESS, date: 2019-01-15}"));
    }

    /** Which of a workspace's {@code inputs}, files and folders, a rendering would have that are not committed there. */
    public static SortedSet<String> uncommitted(Path workspace, Collection<String> inputs) {
        return Uncommitted.in(workspace, inputs);
    }

    /** Commits to the port's branch in {@code NAME-feedstock.git} of the work folder, and pushes nowhere. */
    public Delivery commit() {
        return (feedstock, rendering) -> {
            BranchContent content = content(feedstock, rendering);
            try (FeedstockRepository git = FeedstockRepository.open(work.resolve(content.repository() + ".git"))) {
                return git.commit(content).orThrow();
            }
        };
    }

    /** Pushes to the port's branch of each feedstock's own repository. */
    public Delivery push(Remotes remotes, PublishGate gate) {
        return toTheEnd(publishing(remotes, gate, (addresses, overlay) -> new DirectPush()));
    }

    /** Pushes to {@code archi-render/NAME} there, and sees to one pull request from it to the port's branch. */
    public Delivery propose(Remotes remotes, PublishGate gate) {
        PullRequests pulls = remotes.pullRequests();
        return toTheEnd(publishing(
                remotes,
                gate,
                (addresses, overlay) -> new Proposal(pulls, addresses.onGitHub(overlay, "pull requests"))));
    }

    /** Looks how far each feedstock's own repository is, and changes nothing there; what needs a person is told, too. */
    public Delivery look(Remotes remotes) {
        PullRequests pulls = remotes.pullRequests();
        return publishing(remotes, PublishGate.dryRun(), (addresses, overlay) -> new Look(pulls, addresses.home()));
    }

    private Delivery publishing(
            Remotes remotes, PublishGate gate, BiFunction<FeedstockAddresses, String, PublishStrategy> strategy) {
        Publisher publisher = new Publisher(work, remotes.access(), gate.asking(remotes.upstreamCi()));
        return (feedstock, rendering) -> {
            BranchContent content = content(feedstock, rendering);
            if (content.upstream().written()) {
                return new WrittenBase(content.overlay(), content.name());
            }
            Optional<Problem> changed = feedstock.changedBase();
            if (changed.isPresent()) {
                return new ChangedBase(changed.get());
            }
            FeedstockAddresses addresses = FeedstockAddresses.of(port, feedstock.overlay(), remotes.gitHubHost());
            remotes.tellElsewhere(addresses, content.name());
            return publisher.publish(
                    content,
                    addresses,
                    strategy.apply(addresses, feedstock.overlay().file()));
        };
    }

    private static Delivery toTheEnd(Delivery delivery) {
        return (feedstock, rendering) -> delivery.deliver(feedstock, rendering).orThrow();
    }

    private BranchContent content(Feedstock feedstock, Rendering rendering) {
        return new BranchContent(
                feedstock.name(),
                port.branch(),
                port.target(),
                BranchContent.Upstream.of(feedstock.overlay()),
                feedstock.base(),
                rendering.tree(),
                rendering.leaving(),
                rendering.edits(),
                inputDigest.apply(feedstock.name()),
                commits);
    }
}
