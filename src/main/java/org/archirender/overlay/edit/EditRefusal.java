package org.archirender.overlay.edit;

import java.util.List;
import org.archirender.recipe.UneditableException;
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

    /** The refusal of what a recipe has no place for, in its words. */
    public static EditRefusal of(UneditableException e) {
        EditStatus status = switch (e.reason()) {
            case NO_PLACE -> EditStatus.PATH_MISSING;
            case CUTS_JINJA -> EditStatus.ITEM_AMBIGUOUS;
        };
        return new EditRefusal(status, String.valueOf(e.getMessage()), e.nearMisses());
    }

    public EditOutcome outcome(String text) {
        return EditOutcome.failed(text, status, String.valueOf(getMessage()), nearMisses);
    }
}
