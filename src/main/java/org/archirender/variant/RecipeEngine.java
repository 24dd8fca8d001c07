package org.archirender.variant;

import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.variant.config.VariantChoice;

/** What selectors and Jinja make of a recipe's text, for one variant. */
interface RecipeEngine {
    /**
     * The lines of {@code text} that their selectors keep.
     *
     * @throws InputException at the line of a selector that can't be evaluated
     */
    String select(String text, VariantChoice variant);

    /**
     * The whole recipe.
     *
     * @param known what an earlier rendering made of the recipe: its name and version are what templates see as
     *     {@code PKG_NAME} and {@code PKG_VERSION}; empty at first
     * @throws InputException where the template is wrong or what it gives is no recipe
     */
    RenderedRecipe render(VariantChoice variant, Optional<RenderedRecipe> known);

    /** The recipe's line that became line {@code rendered} of what {@link #render} gave for {@code variant}. */
    Location source(Location rendered, VariantChoice variant);

    /** What {@code work} does for {@code variant}, its errors with the recipe's own lines. */
    default <T> T placing(VariantChoice variant, Supplier<T> work) {
        try {
            return work.get();
        } catch (InputException e) {
            throw e.moved(at -> source(at, variant));
        }
    }
}
