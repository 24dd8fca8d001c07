package org.archirender.overlay;

import java.util.List;
import org.archirender.overlay.edit.ContentEdit;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/**
 * What an edit made of one text.
 *
 * @param text the given one unless {@code status} is APPLIED
 */
public record EditOutcome(String text, EditStatus status, String message, List<NearMiss> nearMisses) {
    /** Of a meta.yaml, or whatever file the edit is for. */
    public static EditOutcome of(String text, ContentEdit edit) {
        return of(edit.path(FileTree.empty()), text, edit);
    }

    /** Of the text of that file. */
    public static EditOutcome of(TreePath path, String text, ContentEdit edit) {
        try {
            return new EditOutcome(edit.changed(path, text), EditStatus.APPLIED, "", List.of());
        } catch (EditRefusal refusal) {
            return new EditOutcome(text, refusal.status(), refusal.message(), refusal.nearMisses());
        }
    }
}
