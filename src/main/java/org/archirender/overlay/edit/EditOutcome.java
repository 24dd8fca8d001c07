package org.archirender.overlay.edit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.archirender.text.NearMiss;

/**
 * What an edit made of one text.
 *
 * @param text the text afterwards; the given one unless {@code status} is APPLIED
 * @param status what happened
 * @param message what was done, or what the base has at that place; one or more lines, no final newline
 * @param nearMisses what the user may have meant, the nearest first, at most three
 */
public record EditOutcome(String text, EditStatus status, String message, List<NearMiss> nearMisses) {
    public EditOutcome {
        requireNonNull(text, "text is null");
        requireNonNull(status, "status is null");
        requireNonNull(message, "message is null");
        nearMisses = List.copyOf(nearMisses);
    }

    /** The edit did what it says. */
    public static EditOutcome applied(String text, String message) {
        return new EditOutcome(text, EditStatus.APPLIED, message, List.of());
    }

    /** The edit left {@code text} alone. */
    public static EditOutcome failed(String text, EditStatus status, String message, List<NearMiss> nearMisses) {
        return new EditOutcome(text, status, message, nearMisses);
    }
}
