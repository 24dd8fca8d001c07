package org.archirender.forge;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A key of a mapping with its places in the text, as char offsets.
 *
 * @param keyStart where the key starts, its quote included
 * @param keyEnd after the key
 * @param valueStart where the value starts, its anchor or tag included; for no value, after the colon
 * @param valueEnd after the last character that belongs to the value
 */
record SpannedEntry(String key, int keyStart, int keyEnd, Node value, int valueStart, int valueEnd) {
    /** An alias's value stands where its anchor is, before the key. */
    boolean isAlias() {
        return valueStart < keyEnd;
    }

    boolean isEmpty() {
        return valueStart == valueEnd;
    }
}
