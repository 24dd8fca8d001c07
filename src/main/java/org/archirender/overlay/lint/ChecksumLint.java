package org.archirender.overlay.lint;

import java.util.Optional;
import org.archirender.overlay.edit.Edit;

/** Finds edits that take a source's checksum away. */
final class ChecksumLint {
    private static final String SHA256 = "sha256";

    private ChecksumLint() {}

    static Optional<LintFinding> check(Edit edit) {
        if (!edit.takesAway(SHA256)) {
            return Optional.empty();
        }
        return Optional.of(
                LintFinding.warning(
                        edit.at(),
                        edit.title() + " removes a " + SHA256,
                        "set the one of the source that is meant, with set-key or set-version: without it a download is not checked"));
    }
}
