package org.archirender.recipeyaml;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.Location;

/**
 * A package that a recipe.yaml builds for one variant.
 *
 * @param name as rendered
 * @param version as rendered
 * @param isNoarch whether it is for every platform
 * @param skip the part of {@code build/skip} that says that it is not built; then nothing more of it is known
 * @param used the variant keys that it uses, each with the place that looked it up first
 * @param build what tells its builds apart beside the values of used keys: {@code build/string}, rendered
 * @param needs what it needs of the recipe's other packages
 * @param conditions the conditionals that its evaluation met, by their places
 * @param at where it starts in the recipe
 */
public record RecipePackage(
        String name,
        String version,
        boolean isNoarch,
        Optional<Location> skip,
        SortedMap<String, Location> used,
        String build,
        Needs needs,
        SortedMap<Location, Condition> conditions,
        Location at) {
    /** By line and column. */
    public static final Comparator<Location> PLACES =
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column);

    public RecipePackage {
        used = Collections.unmodifiableSortedMap(new TreeMap<>(used));
        SortedMap<Location, Condition> byPlace = new TreeMap<>(PLACES);
        byPlace.putAll(conditions);
        conditions = Collections.unmodifiableSortedMap(byPlace);
    }

    /** An {@code if:} as written, and whether it was true. */
    public record Condition(String text, boolean isTrue) {}

    /** Whether it is not built. */
    public boolean isSkipped() {
        return skip.isPresent();
    }

    RecipePackage built(
            SortedMap<String, Location> found, String string, Needs needed, SortedMap<Location, Condition> met) {
        return new RecipePackage(name, version, isNoarch, skip, found, string, needed, met, at);
    }
}
