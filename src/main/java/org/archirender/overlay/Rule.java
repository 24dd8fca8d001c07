package org.archirender.overlay;

import static java.util.Objects.requireNonNull;

/** An edit that is tried on every feedstock of the port, where its condition holds. */
public record Rule(Condition when, Edit edit) {
    public Rule {
        requireNonNull(when, "when is null");
        requireNonNull(edit, "edit is null");
    }
}
