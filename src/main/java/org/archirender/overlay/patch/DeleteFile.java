package org.archirender.overlay.patch;

import static org.archirender.yaml.Field.required;

import java.util.List;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.tree.FileTree;

/** {@code delete-file: PATH}. */
public record DeleteFile(EditValues written) implements FileEdit {
    public static final Operation OPERATION = new Operation(
            required("delete-file", EditShape.FILE, "the file"),
            List.of(),
            "Deletes a file.",
            Reach.LINES,
            Why.always("removes a file"),
            """
            - delete-file: 0003-windows.patch
              why: applies to Windows only and does not apply any more""",
            DeleteFile::new);

    @Override
    public FileTree apply(FileTree recipe, FileTree files) {
        if (!recipe.contains(path())) {
            throw EditRefusal.noFile("recipe/", recipe, path());
        }
        return recipe.without(path());
    }
}
