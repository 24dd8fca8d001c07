package org.archirender.cli.report;

import java.util.List;
import org.archirender.tree.TreeDiff;

/** A file that changes, in a document, with the kind of its change as a word. */
record ChangeJson(String path, String change) {
    static List<ChangeJson> of(TreeDiff changes) {
        return changes.changes().stream()
                .map(change -> new ChangeJson(change.path().value(), change.kind()))
                .toList();
    }
}
