package org.archirender.cli.report;

import java.util.Locale;

/** How much of a diff is shown. */
public enum Diff {
    BOUNDED,
    FULL;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
