package org.archirender.overlay.edit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.archirender.problem.Location;

/**
 * What every edit may say about itself.
 *
 * @param operation as written, such as {@code add-item}
 * @param at where the operation stands in overlay.yaml or port.yaml
 * @param why the reason, for the reader of the overlay; it stays out of the recipe
 * @param upstream an address where upstream discusses it
 * @param until when the edit has served its time
 * @param onlyVersion the one version of the package that the edit is for
 */
public record EditHeader(
        String operation,
        Location at,
        Optional<String> why,
        Optional<String> upstream,
        Optional<Until> until,
        Optional<String> onlyVersion) {
    public EditHeader {
        requireNonNull(operation, "operation is null");
        requireNonNull(at, "at is null");
        requireNonNull(why, "why is null");
        requireNonNull(upstream, "upstream is null");
        requireNonNull(until, "until is null");
        requireNonNull(onlyVersion, "onlyVersion is null");
    }

    public EditHeader map(UnaryOperator<String> text) {
        return new EditHeader(operation, at, why, upstream, until, onlyVersion.map(text));
    }
}
