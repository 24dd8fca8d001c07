package org.archirender.publish;

import java.io.IOException;
import java.util.Optional;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.PublishOutcome.Standing;
import org.archirender.publish.github.Home;
import org.archirender.publish.github.PullRequest.State;
import org.archirender.publish.github.PullRequests;

/** Says what pushing would come to, behind a gate that is a dry run's, and whether a pull request of ours is open. */
final class Look extends DirectPush {
    private final PullRequests pulls;
    private final Optional<Home> home;

    /** @param home where the feedstock's own repository is on GitHub; elsewhere are no pull requests of ours */
    Look(PullRequests pulls, Optional<Home> home) {
        this.pulls = pulls;
        this.home = home;
    }

    @Override
    Optional<PublishOutcome> act(RemoteReading reading, PublishGate gate) throws IOException {
        Optional<PublishOutcome> found = super.act(reading, gate);
        // GitHub is asked only where our branch is there.
        Optional<Proposed> open = home.filter(
                        there -> reading.tip(Proposal.head(reading.content())).isPresent())
                .flatMap(there -> pulls.newest(Proposal.route(reading.content(), there)))
                .filter(pull -> pull.state() == State.OPEN)
                .map(Proposed::new);
        return found.map(what -> new Standing(what, open));
    }
}
