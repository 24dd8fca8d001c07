package org.archirender.overlay.edit;

import java.util.List;
import java.util.function.UnaryOperator;
import org.archirender.problem.Location;

/**
 * One edit of an overlay, or of a rule. A record per operation; the fields are those of docs/overlays.md, with its
 * strings as written until {@link #map} has put the port's names in.
 */
public interface Edit {
    EditHeader header();

    /** What the edit is about: a path in the recipe, a variable, or a file below recipe/. */
    String subject();

    /** The same edit with every string of the user's changed by {@code text}, save why, upstream and until. */
    Edit map(UnaryOperator<String> text);

    /** As written, such as {@code add-item}. */
    default String operation() {
        return header().operation();
    }

    /** Where it stands in overlay.yaml or port.yaml. */
    default Location at() {
        return header().at();
    }

    /** Operation and subject, as in {@code add-item source/patches}. */
    default String title() {
        return subject().isEmpty() ? operation() : operation() + " " + subject();
    }

    /** Applies {@code text} to each. */
    static List<String> mapAll(List<String> texts, UnaryOperator<String> text) {
        return texts.stream().map(text).toList();
    }
}
