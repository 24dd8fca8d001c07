package org.archirender.variant;

import java.util.List;
import java.util.Optional;
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
 */
record PackageVariant(
        RenderedRecipe recipe,
        String recipeName,
        Optional<String> type,
        List<RecipeOutput> outputs,
        Optional<RecipeOutput> output,
        VariantChoice choice,
        VariantGrid variants) {
    PackageVariant {
        outputs = List.copyOf(outputs);
    }

    /** The recipe as a whole. */
    static PackageVariant ofRecipe(RenderedRecipe recipe, VariantChoice choice, VariantGrid variants) {
        return new PackageVariant(recipe, "", Optional.empty(), recipe.outputs(), Optional.empty(), choice, variants);
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
