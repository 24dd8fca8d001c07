package org.archirender.overlay.read;

import static org.archirender.overlay.edit.EditShape.FILE;
import static org.archirender.yaml.Field.required;

import java.util.List;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.patch.FileEdit.AddFile;
import org.archirender.overlay.patch.FileEdit.ApplyPatch;
import org.archirender.overlay.patch.FileEdit.DeleteFile;

/** The operations on whole files. */
public final class FileOperations {
    public static final List<Operation> ALL = List.of(
            new Operation(
                    required("add-file", FILE, "the file, both in `files/` and below `recipe/`"),
                    List.of(),
                    "Adds a file from the overlay's `files/`, byte for byte, executable where it is there.",
                    "",
                    "- add-file: revert-neon.patch",
                    values -> new AddFile(values.header(), values.text("add-file"))),
            new Operation(
                    required("delete-file", FILE, "the file"),
                    List.of(),
                    "Deletes a file.",
                    "always",
                    "- delete-file: 0003-windows.patch\n  why: applies to Windows only and does not apply any more",
                    values -> new DeleteFile(values.headerWithWhy("removes a file"), values.text("delete-file"))),
            new Operation(
                    required("apply-patch", FILE, "the patch, in `files/`"),
                    List.of(),
                    "Applies a unified diff to `recipe/`, exactly or not at all: no fuzz, no offset. The escape hatch;"
                            + " no other edit may touch the files that it touches.",
                    "always",
                    "- apply-patch: rewrite-build.diff\n  why: upstream's build.sh is for one compiler only",
                    values -> new ApplyPatch(values.headerWithWhy("patches files"), values.text("apply-patch"))));

    private FileOperations() {}
}
