package org.archirender.recipe;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.text.NearMiss;

/** What a recipe has at a path. */
public sealed interface PathResult {
    /** What the one of the three that fits gives. */
    <T> T match(Function<Hit, T> hit, Function<Miss, T> miss, Function<Several, T> several);

    /**
     * One member.
     *
     * @param container the collection that it stands in
     */
    record Hit(Member member, Container container) implements PathResult {
        @Override
        public <T> T match(Function<Hit, T> hit, Function<Miss, T> miss, Function<Several, T> several) {
            return hit.apply(this);
        }
    }

    /**
     * Nothing.
     *
     * @param container the mapping that lacks the first of {@code missing}; empty where no mapping could have it
     * @param missing the steps that are not there
     * @param message what is there instead
     * @param nearMisses paths that are there and resemble the one wanted
     */
    record Miss(Optional<Container> container, List<Step> missing, String message, List<NearMiss> nearMisses)
            implements PathResult {
        public Miss {
            missing = List.copyOf(missing);
            nearMisses = List.copyOf(nearMisses);
        }

        @Override
        public <T> T match(Function<Hit, T> hit, Function<Miss, T> miss, Function<Several, T> several) {
            return miss.apply(this);
        }
    }

    /**
     * Several members.
     *
     * @param message which ones
     */
    record Several(String message) implements PathResult {
        @Override
        public <T> T match(Function<Hit, T> hit, Function<Miss, T> miss, Function<Several, T> several) {
            return several.apply(this);
        }
    }
}
