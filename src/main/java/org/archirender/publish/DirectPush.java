package org.archirender.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Behind.Reason;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Pushed;
import org.archirender.publish.git.Remote.Lease;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Pushes the rendering to the port's branch itself. */
final class DirectPush implements PublishStrategy {
    @Override
    public Optional<PublishOutcome> act(RemoteReading reading, PublishGate gate) throws IOException {
        BranchContent content = reading.content();
        String branch = content.branch();
        Optional<ObjectId> tip = reading.tip(branch);
        if (reading.holds(branch, content.fingerprint())) {
            return Optional.of(new InSync(branch, tip.orElseThrow().name()));
        }
        BranchHistory history = tip.isPresent() ? reading.existing(branch) : reading.started();
        if (!history.foreign().isEmpty()) {
            return Optional.of(Foreign.onPort(reading.address(), branch, history.foreign()));
        }
        try (ObjectInserter inserter = reading.git().newObjectInserter()) {
            RenderingCommits commits = RenderingCommits.write(content, history, reading.git(), inserter);
            inserter.flush();
            boolean moves = tip.isEmpty() || commits.count() > 0;
            if (moves) {
                Optional<PublishOutcome> refusal =
                        gate.refusal(content, new Behind(tip.isPresent(), commits.changes(), Reason.NOT_PUSHED));
                if (refusal.isPresent()) {
                    return refusal;
                }
            } else if (gate.isDryRun()) {
                return Optional.of(new InSync(branch, commits.tip().name()));
            }
            Optional<PublishOutcome> outcome = push(reading, commits, moves);
            if (moves && outcome.isEmpty()) {
                gate.giveBack();
            }
            return outcome;
        }
    }

    private static Optional<PublishOutcome> push(RemoteReading reading, RenderingCommits commits, boolean moves)
            throws IOException {
        String branch = reading.content().branch();
        List<Lease> leases =
                new ArrayList<>(reading.mark(branch, reading.content().fingerprint(), commits.tip()));
        if (moves) {
            leases.add(0, reading.move(branch, commits.tip()));
        }
        if (!reading.push(leases)) {
            return Optional.empty();
        }
        String id = commits.tip().name();
        return Optional.of(moves ? new Pushed(branch, id, commits.count()) : new InSync(branch, id));
    }
}
