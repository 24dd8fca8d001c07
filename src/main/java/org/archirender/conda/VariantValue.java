package org.archirender.conda;

import org.archirender.problem.Location;

/**
 * One value of a variant key. Two values are equal where their texts are: the place says where a value comes from, not
 * what it is.
 *
 * @param text as it stands in the file, quotes resolved; never a number or boolean (conda-build reads these files so)
 * @param at the line that gives it: in a pinnings file, a recipe's config, a migration or an overlay
 */
public record VariantValue(String text, Location at) {

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
