package org.archirender.publish;

import java.io.IOException;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.InSync;
import org.eclipse.jgit.lib.ObjectInserter;

/** What is done about one reading of a feedstock's remote. Empty outcomes are for a branch that moved meanwhile. */
abstract class PublishStrategy {
    /** Decides, and pushes where {@code gate} lets it. */
    Optional<PublishOutcome> act(RemoteReading reading, PublishGate gate) throws IOException {
        BranchContent content = reading.content();
        String branch = content.branch();
        if (reading.holds(branch, content.fingerprint())) {
            return settled(reading, gate);
        }
        Optional<PublishOutcome> standing = standing(reading);
        if (standing.isPresent()) {
            return standing;
        }
        BranchHistory history = reading.history(branch);
        Optional<PublishOutcome> foreign =
                reading.foreign(branch, history, "rename the branch there, and run again: a new one is made");
        if (foreign.isPresent()) {
            return foreign;
        }
        try (ObjectInserter inserter = reading.git().newObjectInserter()) {
            RenderingCommits commits = RenderingCommits.write(content, history, reading.git(), inserter);
            if (reading.tip(branch).isEmpty() || commits.count() > 0) {
                return publish(reading, history, commits, inserter, gate);
            }
            // Pushed or merged by other means.
            if (!gate.isDryRun()) {
                reading.push(reading.mark(branch, content.fingerprint(), commits.tip()));
            }
            return settled(reading, gate);
        }
    }

    /** What the port's branch having the rendering comes to. */
    Optional<PublishOutcome> settled(RemoteReading reading, PublishGate gate) throws IOException {
        String branch = reading.content().branch();
        return Optional.of(new InSync(branch, reading.tip(branch).orElseThrow().name()));
    }

    /** What was done already, where that can be told without any history. */
    abstract Optional<PublishOutcome> standing(RemoteReading reading);

    /** Publishes {@code commits}, which the port's branch with its {@code history} lacks; they are not flushed. */
    abstract Optional<PublishOutcome> publish(
            RemoteReading reading,
            BranchHistory history,
            RenderingCommits commits,
            ObjectInserter inserter,
            PublishGate gate)
            throws IOException;
}
