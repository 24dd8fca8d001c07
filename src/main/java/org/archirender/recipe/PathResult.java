package org.archirender.recipe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.text.NearMiss;

/** What a recipe has at a path. */
public sealed interface PathResult {
    /**
     * One member.
     *
     * @param home the collection that it stands in
     */
    record Hit(Member member, Home home) implements PathResult {
        public Hit {
            requireNonNull(member, "member is null");
            requireNonNull(home, "home is null");
        }
    }

    /**
     * Nothing.
     *
     * @param home the mapping that lacks the first of {@code missing}; empty where there is no mapping that could have it
     * @param missing the steps that are not there
     * @param message what is there instead
     * @param nearMisses paths that are there and resemble the one wanted
     */
    record Miss(Optional<Home> home, List<Step> missing, String message, List<NearMiss> nearMisses)
            implements PathResult {
        public Miss {
            requireNonNull(home, "home is null");
            missing = List.copyOf(missing);
            requireNonNull(message, "message is null");
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /**
     * Several members.
     *
     * @param message which ones
     */
    record Several(List<Member> members, String message) implements PathResult {
        public Several {
            members = List.copyOf(members);
            requireNonNull(message, "message is null");
        }
    }

    /**
     * A collection and the key or dash that holds it.
     *
     * @param owner empty for the recipe's top mapping
     * @param node a mapping, a sequence, or nothing where the owner has no value yet
     */
    record Home(Optional<Member> owner, RecipeNode node) {
        public Home {
            requireNonNull(owner, "owner is null");
            requireNonNull(node, "node is null");
        }

        static Home of(Member owner) {
            return new Home(Optional.of(owner), owner.value());
        }

        /** Its members, in order. */
        public List<? extends Member> members() {
            if (node instanceof Mapping mapping) {
                return mapping.entries();
            }
            return node instanceof RecipeNode.Sequence sequence ? sequence.items() : List.of();
        }
    }
}
