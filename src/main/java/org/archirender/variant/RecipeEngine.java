package org.archirender.variant;

import java.util.Optional;
import org.archirender.recipe.RenderedRecipe;

/** What selectors and Jinja make of a recipe's text, for one variant. */
interface RecipeEngine {
    /**
     * The lines of {@code text} that their selectors keep.
     *
     * @throws org.archirender.problem.InputException at the line of a selector that can't be evaluated
     */
    String select(String text, VariantChoice variant);

    /**
     * The whole recipe.
     *
     * @param known what an earlier rendering made of the recipe: its name and version are what templates see as
     *     {@code PKG_NAME} and {@code PKG_VERSION}; empty at first
     * @throws org.archirender.problem.InputException where the template is wrong or what it gives is no recipe
     */
    RenderedRecipe render(VariantChoice variant, Optional<RenderedRecipe> known);
}
