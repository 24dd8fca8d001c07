package org.archirender.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.archirender.problem.NotTriedException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.PublishOutcome.NotForked;
import org.archirender.publish.PublishOutcome.NotTried;
import org.archirender.publish.git.GitFailure;
import org.archirender.publish.git.Remote;
import org.archirender.publish.git.RemoteAccess;

/**
 * Brings a feedstock's remote branch to hold its rendering, or looks how far it is from that. One look at the remote's
 * refs decides whether anything is to do. A push carries a lease on the tip that was read; no branch is ever forced.
 * Works on several feedstocks at a time.
 *
 * @param work the folder with a repository a feedstock, a cache that may be removed at any time
 * @param access how remotes are reached
 * @param gate what may be pushed in this run
 */
record Publisher(Path work, RemoteAccess access, PublishGate gate) {
    /**
     * Does with one feedstock as {@code strategy} says.
     *
     * @throws RepositoryException naming who must act, where a repository, GitHub or the network failed
     */
    PublishOutcome publish(BranchContent content, FeedstockAddresses addresses, PublishStrategy strategy) {
        Path folder = work.resolve(content.repository() + ".git");
        try (FeedstockRepository local = FeedstockRepository.open(folder)) {
            RemoteAccess reach = access.trusting(addresses.trusted());
            Remote own = Remote.at(addresses.own(), reach);
            Remote upstream = Remote.at(addresses.upstream(), reach);
            for (int attempt = 0; attempt < 2; attempt++) {
                Optional<RemoteReading> reading = RemoteReading.of(content, own, upstream, local.git());
                if (reading.isEmpty()) {
                    return new NotForked(addresses.own(), content.name());
                }
                Optional<PublishOutcome> outcome = strategy.act(reading.get(), gate);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                // Somebody moved the branch between our reading and our push: read again, once.
            }
        } catch (NotTriedException e) {
            return new NotTried(e.server());
        } catch (IOException e) {
            throw GitFailure.local("git repository " + folder, e);
        }
        throw new RepositoryException(
                "%s: branch %s keeps moving while it is published".formatted(addresses.own(), content.branch()),
                "see who else pushes to it, and run again",
                null);
    }
}
