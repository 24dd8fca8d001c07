package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.PublishOutcome.NotForked;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.PublishOutcome.Standing;
import org.archirender.publish.git.LocalFailure;
import org.archirender.publish.git.Remote;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.github.PullRequest;
import org.archirender.publish.github.PullRequest.State;
import org.archirender.publish.github.PullRequest.Step;
import org.archirender.publish.github.PullRequests;

/**
 * Brings feedstocks' remote branches to hold their renderings, or looks how far they are from that. One look at the
 * remote's refs decides whether anything is to do. A push carries a lease on the tip that was read; no branch is ever
 * forced. Works on several feedstocks at a time.
 */
public final class Publisher {
    private final Path work;
    private final RemoteAccess access;
    private final PublishGate gate;

    /**
     * @param work the folder with a repository a feedstock, a cache that may be removed at any time
     * @param access how remotes are reached
     * @param gate what may be pushed in this run
     */
    public Publisher(Path work, RemoteAccess access, PublishGate gate) {
        this.work = requireNonNull(work, "work is null");
        this.access = requireNonNull(access, "access is null");
        this.gate = requireNonNull(gate, "gate is null");
    }

    /**
     * Pushes to the port's branch of one feedstock.
     *
     * @throws RepositoryException naming who must act, where a repository or the network failed
     */
    public PublishOutcome push(BranchContent content, FeedstockAddresses addresses) {
        return publish(content, addresses, new DirectPush());
    }

    /**
     * Pushes to a branch of its own and opens, updates or closes the one pull request from there to the port's branch.
     *
     * @throws RepositoryException naming who must act, where a repository, GitHub or the network failed
     */
    public PublishOutcome propose(BranchContent content, FeedstockAddresses addresses, PullRequests pulls) {
        return publish(content, addresses, new Proposal(pulls, addresses.owner()));
    }

    /**
     * Looks at one feedstock's remote; pushes nothing if the gate is a dry run's. GitHub is asked for a pull request only
     * where its branch is there.
     */
    public Standing look(BranchContent content, FeedstockAddresses addresses, PullRequests pulls) {
        return with(content, addresses, (repository, remote, upstream) -> {
            Optional<RemoteReading> reading = RemoteReading.of(content, remote, upstream, repository.git());
            if (reading.isEmpty()) {
                return new Standing(new NotForked(addresses.own(), content.name()), Optional.empty());
            }
            PublishOutcome outcome = new DirectPush().act(reading.get(), gate).orElseThrow();
            PullRequests.Route route = Proposal.route(content, addresses.owner());
            Optional<PullRequest> open =
                    reading.get().tip(route.head()).isEmpty() ? Optional.empty() : pulls.newest(route);
            return new Standing(
                    outcome,
                    open.filter(pull -> pull.state() == State.OPEN).map(pull -> new Proposed(pull, Step.KEPT)));
        });
    }

    private PublishOutcome publish(BranchContent content, FeedstockAddresses addresses, PublishStrategy way) {
        return with(content, addresses, (repository, remote, upstream) -> {
            for (int attempt = 0; attempt < 2; attempt++) {
                Optional<RemoteReading> reading = RemoteReading.of(content, remote, upstream, repository.git());
                if (reading.isEmpty()) {
                    return new NotForked(addresses.own(), content.name());
                }
                Optional<PublishOutcome> outcome = way.act(reading.get(), gate);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                // Somebody moved the branch between our reading and our push: read again, once.
            }
            throw new RepositoryException(
                    "%s: branch %s keeps moving while it is published".formatted(addresses.own(), content.branch()),
                    "see who else pushes to it, and run again",
                    null);
        });
    }

    /** Something done with a feedstock's repository here, its remote, and upstream's. */
    @FunctionalInterface
    private interface Work<T> {
        T run(FeedstockRepository repository, Remote remote, Remote upstream) throws IOException;
    }

    private <T> T with(BranchContent content, FeedstockAddresses addresses, Work<T> task) {
        Path folder = work.resolve(content.repository() + ".git");
        try (FeedstockRepository repository = FeedstockRepository.open(folder)) {
            return task.run(repository, Remote.at(addresses.own(), access), Remote.at(addresses.upstream(), access));
        } catch (IOException e) {
            throw LocalFailure.of("git repository " + folder, e);
        }
    }
}
