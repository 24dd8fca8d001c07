package org.archirender.cli.report;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.EditResult;
import org.archirender.render.Rendering;

/** What became of an edit, in a document. */
record EditJson(String edit, String status, String why, String file, int line, String message) {
    /** Those of {@code rendering}, in order. */
    static List<EditJson> of(Optional<Rendering> rendering) {
        return rendering.stream()
                .flatMap(all -> all.edits().stream())
                .map(EditJson::of)
                .toList();
    }

    private static EditJson of(EditResult result) {
        return new EditJson(
                result.edit().title(),
                result.status().name(),
                result.edit().why().orElse(""),
                result.at().file(),
                result.at().line(),
                result.message());
    }
}
