package org.archirender.publish;

import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.render.Feedstock;
import org.archirender.render.Rendering;

/** What is done with a rendering besides writing it into rendered/. Works on several feedstocks at a time. */
@FunctionalInterface
public interface Delivery {
    /**
     * Delivers {@code rendering}, which has no problems.
     *
     * @throws InputException where the overlay does not say what the delivery needs
     * @throws RepositoryException naming who must act, where a repository or the network does not do its part
     */
    PublishOutcome deliver(Feedstock feedstock, Rendering rendering);
}
