package org.archirender.recipe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.archirender.text.NearMiss;

/** A text has no place for a change. Whoever asked for it says so in the user's words; never leaves the program. */
public final class UneditableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is in the way. */
    public enum Reason {
        /** Nothing can stand where it would have to, or what it is to stand beside is not there. */
        NO_PLACE,
        /** It would take a part of a Jinja block and leave the rest. */
        CUTS_JINJA
    }

    private final Reason reason;
    private final transient List<NearMiss> nearMisses;

    UneditableException(Reason reason, String message, List<NearMiss> nearMisses) {
        super(requireNonNull(message, "message is null"), null, false, false);
        this.reason = requireNonNull(reason, "reason is null");
        this.nearMisses = List.copyOf(nearMisses);
    }

    UneditableException(Reason reason, String message) {
        this(reason, message, List.of());
    }

    /** What is in the way. */
    public Reason reason() {
        return reason;
    }

    /** What the user may have meant, the nearest first, at most three. */
    public List<NearMiss> nearMisses() {
        return nearMisses;
    }
}
