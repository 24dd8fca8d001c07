package org.archirender.sync;

import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.problem.Problem;

/**
 * How an edit stands at a new base.
 *
 * @param edit with the port's names put in
 * @param status {@code APPLIED} where it fits as it is
 * @param news who has to do something about it
 * @param message what the new base has at that place; empty where the edit fits
 */
public record Standing(Edit edit, EditStatus status, News news, String message) {
    /** What a status means to the port's owner. */
    public enum News {
        /** The edit fits: nobody has to look. */
        FITS,
        /** Upstream has it, or it has served its time: it can go. */
        GOOD,
        /** A person has to decide. */
        NEEDS_YOU
    }

    /** For reports: where it stands in the overlay, what is there by now and what to do. */
    public Problem problem() {
        String fix = news == News.GOOD ? "delete the edit, as 'update --prune' does" : edit.remedy(status);
        return new Problem(edit.at(), edit.title() + ": " + status + ": " + message.replace("\n", "\n  "), fix);
    }
}
