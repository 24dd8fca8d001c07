package org.archirender.yaml;

/**
 * A key at the top of overlay.yaml or port.yaml: what its reader, its schema and its reference are made from.
 *
 * @param name as in the file
 * @param shape what its value looks like
 * @param required whether the file can't do without
 * @param meaning one sentence in Markdown, without a final full stop
 */
public record TopLevelKey(String name, Shape shape, boolean required, String meaning) {
    /** What a value looks like. */
    public enum Shape {
        /** The number 1. */
        FORMAT,
        TEXT,
        TEXT_LIST,
        /** Where the base comes from: repo, commit and version. */
        BASE,
        MAPPING,
        EDITS,
        RULES
    }
}
