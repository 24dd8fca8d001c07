package org.archirender.cli;

import org.archirender.cli.report.Delivered;
import org.archirender.render.Feedstock;
import org.archirender.render.Rendering;

/** What is done with a rendering besides writing it into rendered/. */
@FunctionalInterface
interface Delivery {
    /**
     * Delivers {@code rendering}.
     *
     * @throws org.archirender.problem.InputException where the overlay does not say what the delivery needs
     * @throws org.archirender.problem.RepositoryException where a repository or the network does not do its part
     */
    Delivered deliver(Feedstock feedstock, Rendering rendering);
}
