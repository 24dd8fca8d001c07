package org.archirender.variant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.archirender.recipeyaml.RecipeChoices;
import org.archirender.variant.config.VariantGrid;
import org.archirender.variant.config.VariantSettings;

/**
 * What a recipe of either format comes to for a target.
 *
 * @param space every value of every key
 * @param grid the combinations of those that may count
 * @param built the packages; empty where there are none, and then {@code absence} says why
 * @param forNothing what conda-smithy writes a file for where nothing is built and only outputs skip
 * @param skipped what was left out
 * @param absence why nothing is built
 * @param feedstock the name that decides how long file names are cut
 * @param uses finds for each key what makes the recipe use it
 * @param choices what a recipe.yaml chose
 */
record Packages(
        VariantSettings space,
        VariantGrid grid,
        List<BuiltPackage> built,
        Optional<BuiltPackage> forNothing,
        List<SkippedVariant> skipped,
        String absence,
        String feedstock,
        Function<Set<String>, SortedMap<String, KeyUse>> uses,
        RecipeChoices choices) {
    Packages {
        built = List.copyOf(built);
        skipped = List.copyOf(skipped);
    }
}
