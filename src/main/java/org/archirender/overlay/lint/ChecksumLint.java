package org.archirender.overlay.lint;

import java.util.Optional;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.recipe.RecipeEdit.UnsetKey;
import org.archirender.overlay.script.TextEdit.CommentLines;
import org.archirender.overlay.script.TextEdit.DeleteLines;
import org.archirender.overlay.script.TextEdit.ReplaceLines;

/** Finds edits that take a source's checksum away. */
final class ChecksumLint {
    private static final String SHA256 = "sha256";

    private ChecksumLint() {}

    static Optional<LintFinding> check(Edit edit) {
        if (!takesAway(edit)) {
            return Optional.empty();
        }
        return Optional.of(
                LintFinding.warning(
                        edit.at(),
                        edit.title() + " removes a " + SHA256,
                        "set the one of the source that is meant, with set-key or set-version: without it a download is not checked"));
    }

    private static boolean takesAway(Edit edit) {
        if (edit instanceof UnsetKey unset) {
            return unset.paths().stream().anyMatch(path -> path.equals(SHA256) || path.endsWith("/" + SHA256));
        }
        if (edit instanceof ReplaceLines replace) {
            return replace.match().pattern().contains(SHA256)
                    && replace.with().stream().noneMatch(line -> line.contains(SHA256));
        }
        return (edit instanceof DeleteLines delete && delete.match().pattern().contains(SHA256))
                || (edit instanceof CommentLines comment
                        && comment.match().pattern().contains(SHA256));
    }
}
