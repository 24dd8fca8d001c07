package org.archirender.overlay.patch;

import java.util.List;

/**
 * One hunk of a unified diff. Lines have their ends.
 *
 * @param patchLine where its header stands in the patch, from 1
 * @param oldStart 0-based index of its first line in the old file
 * @param newStart 0-based index of its first line in the new file
 * @param before the old file's lines, context included
 * @param after the new file's lines, context included
 */
record Hunk(int patchLine, int oldStart, int newStart, List<String> before, List<String> after) {
    Hunk {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** What undoes it. */
    Hunk reversed() {
        return new Hunk(patchLine, newStart, oldStart, after, before);
    }
}
