package org.archirender.overlay.patch;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.tree.FileTree;

/** {@code apply-patch: FILE}: a unified diff in files/ against recipe/, exactly or not at all. */
public record ApplyPatch(EditValues written) implements FileEdit {
    public static final Operation OPERATION = new Operation(
            required("apply-patch", EditShape.FILE, "the patch, in `files/`"),
            List.of(),
            "Applies a unified diff to `recipe/`, exactly or not at all: no fuzz, no offset. The escape hatch;"
                    + " no other edit may touch the files that it touches.",
            Reach.FILES,
            Why.always("patches files"),
            """
            - apply-patch: rewrite-build.diff
              why: upstream's build.sh is for one compiler only""",
            ApplyPatch::new);

    @Override
    public FileTree apply(FileTree recipe, FileTree files) {
        return UnifiedPatch.parse(own(files)).apply(recipe);
    }

    @Override
    public Optional<String> ownFile() {
        return Optional.of(file());
    }
}
