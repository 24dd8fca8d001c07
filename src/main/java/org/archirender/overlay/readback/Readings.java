package org.archirender.overlay.readback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.archirender.problem.InputException;
import org.archirender.recipe.RecipeReading;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectedText.Line;

/**
 * Readings of a recipe while it is edited, each done once: what one edit made is what the next begins from. Only the
 * latest are kept.
 */
public final class Readings {
    private static final int MOST = 64;

    /** A text and what does not hold there; all else does. */
    private record Key(String text, Set<String> without) {}

    private final Map<Key, RecipeReading> done = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RecipeReading> eldest) {
            return size() > MOST;
        }
    };

    private int count;

    /**
     * What {@code recipe} reads as.
     *
     * @param lines those of the recipe with their selectors
     * @throws InputException where it is no YAML then
     */
    RecipeReading of(RecipeText recipe, List<Line> lines, Truths truths) {
        Set<String> without = truths.parts().entrySet().stream()
                .filter(part -> !part.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        Key key = new Key(recipe.text(), without);
        RecipeReading known = done.get(key);
        if (known != null) {
            return known;
        }
        count++;
        RecipeReading reading = recipe.isRecipeYaml()
                ? RecipeReading.ofRecipeYaml(recipe.text(), truths::holdsWhole)
                : RecipeReading.of(lines, truths::holds);
        done.put(key, reading);
        return reading;
    }

    /** How many were done so far. */
    int count() {
        return count;
    }

    /** What {@code recipe} reads as where everything holds, or nothing. */
    static RecipeReading of(RecipeText recipe, Predicate<String> holds) {
        return recipe.isRecipeYaml()
                ? RecipeReading.ofRecipeYaml(recipe.text(), holds)
                : RecipeReading.of(SelectedText.of(recipe.text()).lines(), holds);
    }
}
