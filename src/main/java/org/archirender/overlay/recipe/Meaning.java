package org.archirender.overlay.recipe;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.Pair;

/**
 * What has to be found where a recipe is read again after an edit.
 *
 * @param texts the items or values that it writes, selectors and all, and none that are new beside them; empty where that
 *     can't be said
 * @param prints what has to come out once Jinja has run: {@code package/version}, {@code build/number},
 *     {@code source/sha256} or a variable as {@code {{ NAME }}}, and its text; one without a text has to be any at all
 */
public record Meaning(Optional<List<String>> texts, List<Pair> prints) {
    public Meaning {
        prints = List.copyOf(prints);
    }

    /** An edit that writes these texts. */
    static Meaning ofTexts(List<String> texts) {
        return new Meaning(Optional.of(texts), List.of());
    }

    /** An edit that makes these come out. */
    static Meaning ofPrints(List<Pair> prints) {
        return new Meaning(Optional.empty(), prints);
    }
}
