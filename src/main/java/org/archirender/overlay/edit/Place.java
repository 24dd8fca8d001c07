package org.archirender.overlay.edit;

import java.util.Optional;

/**
 * Where something is added.
 *
 * @param where which side of what
 * @param reference what it is before or after; empty at the start and at the end
 * @param <T> how a reference is written: an item's name in a list, an anchor in a text
 */
public record Place<T>(Where where, Optional<T> reference) {
    /** A side. */
    public enum Where {
        START,
        END,
        BEFORE,
        AFTER
    }

    public Place {
        if (reference.isPresent() != (where == Where.BEFORE || where == Where.AFTER)) {
            throw new IllegalArgumentException(where + " and reference " + reference);
        }
    }
}
