package org.archirender.overlay.patch;

import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** An edit of whole files. */
interface FileEdit extends Edit {
    /** Relative to recipe/, and to the overlay's files/ where it comes from there. */
    default String file() {
        return written().subject();
    }

    default TreePath path() {
        return EditRefusal.path(file());
    }

    /** The overlay's own file of that path. */
    default TreeFile own(FileTree files) {
        return files.get(path()).orElseThrow(() -> EditRefusal.noFile("the overlay's files/", files, path()));
    }

    @Override
    default String remedy(EditStatus status) {
        return status == EditStatus.FILE_MISSING && ownFile().isPresent()
                ? "put the file into the overlay's files/"
                : Edit.super.remedy(status);
    }
}
