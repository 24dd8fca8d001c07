package org.archirender.variant;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.evaluated.RecipeOutput;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.variant.config.VariantChoice;
import org.archirender.variant.config.VariantGrid;

/**
 * A package that a recipe builds, for one variant: the recipe as a whole or one of its outputs (conda-build's
 * {@code MetaData} with its {@code config}).
 *
 * @param recipe the package's view of the recipe
 * @param recipeName the whole recipe's name; empty for the recipe itself
 * @param type an output's type; empty for a plain conda package
 * @param outputs all outputs of the recipe for this variant
 * @param output what stands below {@code outputs:} for this package; empty for the recipe itself
 * @param choice the value of every key
 * @param variants all combinations that are built together with this one
 * @param place of its block among {@code outputs}; 0 where there are none, -1 where it is not among them
 */
record PackageVariant(
        RenderedRecipe recipe,
        String recipeName,
        Optional<String> type,
        List<RecipeOutput> outputs,
        Optional<RecipeOutput> output,
        VariantChoice choice,
        VariantGrid variants,
        int place) {
    PackageVariant {
        outputs = List.copyOf(outputs);
    }

    /** The recipe as a whole. */
    static PackageVariant ofRecipe(RenderedRecipe recipe, VariantChoice choice, VariantGrid variants) {
        List<RecipeOutput> outputs = recipe.outputs();
        return new PackageVariant(
                recipe,
                "",
                Optional.empty(),
                outputs,
                Optional.empty(),
                choice,
                variants,
                new Places(outputs).of(recipe.name(), Optional.empty()));
    }

    /** Which block of the outputs is a package's: the first with its name, or without any, and with its type. */
    static final class Places {
        private record Named(Optional<String> name, Optional<String> type) {}

        private final Map<Named, Integer> first = new HashMap<>();
        private final int none;

        Places(List<RecipeOutput> outputs) {
            this.none = outputs.isEmpty() ? 0 : -1;
            for (int i = 0; i < outputs.size(); i++) {
                first.putIfAbsent(
                        new Named(outputs.get(i).name(), outputs.get(i).type()), i);
            }
        }

        int of(String name, Optional<String> type) {
            return Stream.of(new Named(Optional.of(name), type), new Named(Optional.empty(), type))
                    .flatMap(named -> Optional.ofNullable(first.get(named)).stream())
                    .min(Comparator.naturalOrder())
                    .orElse(none);
        }
    }

    String name() {
        return recipe.name();
    }

    /** Whether this is an output of another name than the recipe's. */
    boolean isOutput() {
        return !recipeName.isEmpty() && !recipeName.equals(name());
    }

    /** Whether this is a conda package, and no wheel or the like. */
    boolean isConda() {
        return type.isEmpty();
    }
}
