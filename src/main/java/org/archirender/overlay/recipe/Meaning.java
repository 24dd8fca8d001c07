package org.archirender.overlay.recipe;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.archirender.overlay.edit.Pair;

/**
 * What has to be found where a recipe is read again after an edit.
 *
 * @param texts the items or values that it writes, selectors and all, and none that are new beside them; empty where that
 *     can't be said
 * @param prints what has to come out once Jinja has run: {@code package/version}, {@code source/sha256}
 *     or a variable as {@code {{ NAME }}}, and its text; one without a text has to be any at all
 * @param number what has to become of each build number that comes out
 * @param conditioned the items of which it sets the condition
 */
public record Meaning(
        Optional<List<String>> texts,
        List<Pair> prints,
        Optional<UnaryOperator<BigInteger>> number,
        List<Conditioned> conditioned) {
    /**
     * An item of a recipe.yaml that counts under another condition than before.
     *
     * @param firstLine of the recipe before, 0-based
     * @param endLine behind its last one
     * @param text without its dash
     * @param before under which it counted; empty for always
     * @param after under which it is to count
     */
    public record Conditioned(int firstLine, int endLine, String text, String before, String after) {}

    public Meaning {
        prints = List.copyOf(prints);
        conditioned = List.copyOf(conditioned);
    }

    /** An edit that writes these texts. */
    static Meaning ofTexts(List<String> texts) {
        return new Meaning(Optional.of(texts), List.of(), Optional.empty(), List.of());
    }

    /** An edit that makes these come out. */
    static Meaning ofPrints(List<Pair> prints) {
        return new Meaning(Optional.empty(), prints, Optional.empty(), List.of());
    }

    /** An edit that makes this of every build number. */
    static Meaning ofNumber(UnaryOperator<BigInteger> number) {
        return new Meaning(Optional.empty(), List.of(), Optional.of(number), List.of());
    }

    /** An edit that sets conditions of these. */
    static Meaning ofConditioned(List<Conditioned> items) {
        return new Meaning(Optional.empty(), List.of(), Optional.empty(), items);
    }
}
