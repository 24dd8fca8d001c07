package org.archirender.recipe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Sequence;

/** All paths that a recipe has, as a user would write them. */
final class RecipePaths {
    private final RecipeText recipe;
    private final Set<String> paths = new LinkedHashSet<>();

    private RecipePaths(RecipeText recipe) {
        this.recipe = recipe;
    }

    static List<String> of(RecipeText recipe) {
        RecipePaths all = new RecipePaths(recipe);
        all.add("", recipe.root());
        return new ArrayList<>(all.paths);
    }

    private void add(String prefix, Mapping mapping) {
        for (Entry entry : mapping.entries()) {
            String path = prefix + entry.key();
            paths.add(path);
            if (entry.value() instanceof Mapping inner) {
                add(path + "/", inner);
            } else if (entry.value() instanceof Sequence sequence) {
                int i = 0;
                for (Item item : sequence.items()) {
                    if (item.value() instanceof Mapping inner) {
                        add(path + "[" + name(inner).orElse(Integer.toString(i)) + "]/", inner);
                    }
                    i++;
                }
            }
        }
    }

    private Optional<String> name(Mapping mapping) {
        return mapping.entries("name").stream()
                .findFirst()
                .map(entry -> ScalarParser.unquoted(recipe.text(entry.value().span())));
    }
}
