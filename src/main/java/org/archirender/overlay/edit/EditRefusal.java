package org.archirender.overlay.edit;

import java.util.List;
import org.archirender.text.NearMiss;

/** An edit can't or needn't be done; ends its work on one text. Never leaves the room. */
public final class EditRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final EditStatus status;
    private final transient List<NearMiss> nearMisses;

    public EditRefusal(EditStatus status, String message, List<NearMiss> nearMisses) {
        super(message, null, false, false);
        this.status = status;
        this.nearMisses = List.copyOf(nearMisses);
    }

    public EditRefusal(EditStatus status, String message) {
        this(status, message, List.of());
    }

    public EditOutcome outcome(String text) {
        return EditOutcome.failed(text, status, String.valueOf(getMessage()), nearMisses);
    }
}
