package org.archirender.overlay;

import static java.util.Objects.requireNonNull;

import org.archirender.overlay.condition.Condition;
import org.archirender.overlay.edit.Edit;

/** An edit that is tried on every feedstock of the port, where its condition holds. */
public record Rule(Condition when, Edit edit) {
    public Rule {
        requireNonNull(when, "when is null");
        requireNonNull(edit, "edit is null");
    }
}
