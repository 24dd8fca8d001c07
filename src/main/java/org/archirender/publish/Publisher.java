package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.archirender.problem.RepositoryException;

/**
 * Brings feedstocks' remote branches to hold their renderings. One look at the remote's refs decides whether anything
 * is to do: beside the branch stands a ref under {@code refs/archi-render/} whose name says which rendering the branch
 * held when we last moved it. A push carries a lease on the tip that was read; nothing is ever forced.
 */
public final class Publisher {
    private final Path work;
    private final RemoteAccess access;

    /**
     * @param work the folder with a repository a feedstock, a cache that may be removed at any time
     * @param access how remotes are reached
     */
    public Publisher(Path work, RemoteAccess access) {
        this.work = requireNonNull(work, "work is null");
        this.access = requireNonNull(access, "access is null");
    }

    /**
     * Publishes one feedstock.
     *
     * @param address of its own repository
     * @param upstreamAddress of the upstream feedstock, from which a branch that does not exist is started
     * @param dryRun look and compute, and push nothing
     * @throws RepositoryException naming who must act, where a repository or the network failed
     */
    public PublishOutcome publish(Publication publication, String address, String upstreamAddress, boolean dryRun) {
        Remote remote = Remote.at(address, access);
        try (FeedstockRepository repository =
                FeedstockRepository.open(work.resolve(publication.feedstock() + ".git"))) {
            Remote upstream = Remote.at(upstreamAddress, access);
            PublishAttempt attempt = new PublishAttempt(publication, remote, upstream, repository.git());
            Optional<PublishOutcome> outcome = attempt.run(dryRun);
            if (outcome.isEmpty()) {
                // Somebody moved the branch between our reading and our push: read again, once.
                outcome = attempt.run(dryRun);
            }
            return outcome.orElseThrow(() -> new RepositoryException(
                    "%s: branch %s keeps moving while it is published".formatted(address, publication.branch()),
                    "see who else pushes to it, and run again",
                    null));
        } catch (IOException e) {
            throw new RepositoryException(
                    work.resolve(publication.feedstock() + ".git") + ": " + e.getMessage(),
                    "check the disk, or remove the folder: it is made again",
                    e);
        }
    }
}
