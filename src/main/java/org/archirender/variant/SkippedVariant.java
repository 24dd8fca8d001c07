package org.archirender.variant;

import org.archirender.problem.Location;

/**
 * A combination that gets no file.
 *
 * @param values what it would have been, as in {@code python=3.9, mpi=nompi}; empty where nothing varies
 * @param at the line that skips it
 * @param why for a person to read
 */
public record SkippedVariant(String values, Location at, String why) {

    @Override
    public String toString() {
        return (values.isEmpty() ? "everything" : values) + ": " + why + " (" + at + ")";
    }
}
