package org.archirender.recipeyaml;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.problem.Location;

/**
 * A package that a recipe.yaml builds for one variant.
 *
 * @param name as rendered
 * @param version as rendered
 * @param isNoarch whether it is for every platform
 * @param isSkipped whether {@code build/skip} says that it is not built; then nothing more of it is known
 * @param used the variant keys that it uses, each with the place that looked it up first
 * @param build what tells its builds apart beside the values of used keys: {@code build/string}, rendered
 * @param needs packages that have to be built before it, as far as they are the recipe's own
 * @param at where it starts in the recipe
 */
public record RecipePackage(
        String name,
        String version,
        boolean isNoarch,
        boolean isSkipped,
        SortedMap<String, Location> used,
        String build,
        Set<String> needs,
        Location at) {
    public RecipePackage {
        used = Collections.unmodifiableSortedMap(new TreeMap<>(used));
        needs = Collections.unmodifiableSet(new TreeSet<>(needs));
    }
}
