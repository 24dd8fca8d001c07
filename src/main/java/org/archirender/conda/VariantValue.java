package org.archirender.conda;

import java.math.BigInteger;
import org.archirender.problem.Location;

/**
 * One value of a variant key. Two values are equal where their texts are: the place says where a value comes from, not
 * what it is.
 *
 * @param text as it stands in the file, quotes resolved
 * @param isInteger whether it is written as a number again: an integer of a variants.yaml; in all other files values are
 *     texts (conda-build reads them so)
 * @param at the line that gives it: in a pinnings file, a recipe's config, a migration or an overlay
 */
public record VariantValue(String text, boolean isInteger, Location at) implements Comparable<VariantValue> {
    /** Text. */
    public VariantValue(String text, Location at) {
        this(text, false, at);
    }

    /** Integers by what they count, all else by its text. */
    @Override
    public int compareTo(VariantValue other) {
        return isInteger && other.isInteger
                ? new BigInteger(text).compareTo(new BigInteger(other.text))
                : text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariantValue value && text.equals(value.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
