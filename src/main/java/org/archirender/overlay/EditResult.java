package org.archirender.overlay;

import java.util.List;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;

/**
 * How one edit ended.
 *
 * @param edit with the port's names put in
 * @param status its one status
 * @param message what was done, or what the base has at that place
 * @param nearMisses what the user may have meant, the nearest first, at most three
 */
public record EditResult(Edit edit, EditStatus status, String message, List<NearMiss> nearMisses) {
    public EditResult {
        nearMisses = List.copyOf(nearMisses);
    }

    /** The result as a problem: operation, status, what the base has there, near misses, and the fix. */
    public Problem problem() {
        return new Problem(
                at(), NearMiss.behind(edit.title() + ": " + status + ": " + message, nearMisses), edit.remedy(status));
    }

    /** Where the edit stands in overlay.yaml or port.yaml. */
    public Location at() {
        return edit.at();
    }
}
