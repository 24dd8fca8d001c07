package org.archirender.overlay.script;

/**
 * Some physical lines of a file.
 *
 * @param from index of the first, 0-based
 * @param to index after the last
 */
public record LineRange(int from, int to) {
    /** 1-based numbers, as in {@code line 3} or {@code lines 3 to 5}. */
    String words() {
        return to - from == 1 ? "line " + (from + 1) : "lines " + (from + 1) + " to " + to;
    }
}
