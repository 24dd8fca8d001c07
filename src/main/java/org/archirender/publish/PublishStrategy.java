package org.archirender.publish;

import java.io.IOException;
import java.util.Optional;

/** What is done about one reading of a feedstock's remote. */
interface PublishStrategy {
    /**
     * Decides, and pushes where {@code gate} lets it.
     *
     * @return empty where a branch moved between reading and push
     */
    Optional<PublishOutcome> act(RemoteReading reading, PublishGate gate) throws IOException;
}
