package org.archirender.overlay;

import java.util.List;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;

/**
 * One edit tried by itself.
 *
 * @param result how it ended
 * @param recipe the recipe/ folder with the edit done; as it was where it did not apply
 */
public record EditTrial(EditResult result, FileTree recipe) {
    /**
     * Tries {@code edit}, which needs no names of a port any more.
     *
     * @param files the overlay's files/
     */
    public static EditTrial of(Edit edit, FileTree recipe, FileTree files) {
        try {
            FileTree changed = edit.apply(recipe, files);
            return new EditTrial(new EditResult(edit, EditStatus.APPLIED, "", List.of()), changed);
        } catch (EditRefusal refusal) {
            return new EditTrial(
                    new EditResult(edit, refusal.status(), refusal.message(), refusal.nearMisses()), recipe);
        }
    }

    /** Whether it applied. */
    public boolean applied() {
        return result.status() == EditStatus.APPLIED;
    }
}
