package org.archirender.template;

import java.util.Optional;
import org.archirender.problem.Location;
import org.archirender.tree.TreePath;

/**
 * A file that provider.yaml lists.
 *
 * @param at where it is listed
 * @param path where it goes, in the feedstock or below rendered/port/
 * @param when a condition over the variables; empty for always
 */
record ProviderFile(Location at, TreePath path, TemplateScope scope, boolean executable, Optional<When> when) {
    /** An expression and where it stands. */
    record When(Location at, String expression) {}
}
