package org.archirender.overlay.edit;

import static java.util.Objects.requireNonNull;

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
        requireNonNull(where, "where is null");
        if (reference.isPresent() != (where == Where.BEFORE || where == Where.AFTER)) {
            throw new IllegalArgumentException(where + " and reference " + reference);
        }
    }

    public static <T> Place<T> start() {
        return new Place<>(Where.START, Optional.empty());
    }

    public static <T> Place<T> end() {
        return new Place<>(Where.END, Optional.empty());
    }

    public static <T> Place<T> before(T reference) {
        return new Place<>(Where.BEFORE, Optional.of(reference));
    }

    public static <T> Place<T> after(T reference) {
        return new Place<>(Where.AFTER, Optional.of(reference));
    }
}
