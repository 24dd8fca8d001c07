package org.archirender.publish;

import java.io.IOException;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.PublishOutcome.Standing;
import org.archirender.publish.github.PullRequest;
import org.archirender.publish.github.PullRequest.State;
import org.archirender.publish.github.PullRequests;
import org.archirender.publish.github.PullRequests.Route;

/** Says what pushing would come to, behind a gate that is a dry run's, and whether a pull request of ours is open. */
final class Look extends DirectPush {
    private final PullRequests pulls;
    private final String owner;

    /** @param owner the account that the feedstock's own repository belongs to */
    Look(PullRequests pulls, String owner) {
        this.pulls = pulls;
        this.owner = owner;
    }

    @Override
    Optional<PublishOutcome> act(RemoteReading reading, PublishGate gate) throws IOException {
        Optional<PublishOutcome> found = super.act(reading, gate);
        Route route = Proposal.route(reading.content(), owner);
        // GitHub is asked only where our branch is there.
        Optional<PullRequest> newest = reading.tip(route.head()).isEmpty() ? Optional.empty() : pulls.newest(route);
        Optional<Proposed> open =
                newest.filter(pull -> pull.state() == State.OPEN).map(Proposed::new);
        return found.map(what -> new Standing(what, open));
    }
}
