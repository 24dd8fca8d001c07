package org.archirender.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.git.Remote.Lease;
import org.eclipse.jgit.lib.ObjectInserter;

/** Pushes the rendering to the port's branch itself. */
class DirectPush extends PublishStrategy {
    @Override
    Optional<PublishOutcome> standing(RemoteReading reading) {
        return Optional.empty();
    }

    @Override
    Optional<PublishOutcome> publish(
            RemoteReading reading,
            BranchHistory history,
            RenderingCommits commits,
            ObjectInserter inserter,
            PublishGate gate)
            throws IOException {
        inserter.flush();
        String branch = reading.content().branch();
        List<Lease> leases = new ArrayList<>(List.of(reading.move(branch, commits.tip())));
        leases.addAll(reading.mark(branch, reading.content().fingerprint(), commits.tip()));
        return gate.push(
                reading,
                Behind.would("pushed", reading.tip(branch).isPresent(), commits.changes()),
                leases,
                () -> new Moved("pushed", branch, commits.tip().name(), commits.count()));
    }
}
