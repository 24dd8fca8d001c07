package org.archirender.recipe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Sequence;

/**
 * A collection and the key or dash that holds it.
 *
 * @param owner empty for the top mapping
 * @param node a mapping, a sequence, or nothing where the owner has no value yet
 */
public record Container(Optional<Member> owner, RecipeNode node) {
    public Container {
        requireNonNull(owner, "owner is null");
        requireNonNull(node, "node is null");
    }

    /** What {@code owner} holds. */
    public static Container of(Member owner) {
        return new Container(Optional.of(owner), owner.value());
    }

    /** Its members, in order. */
    public List<? extends Member> members() {
        if (node instanceof Mapping mapping) {
            return mapping.entries();
        }
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** Whether it is written in brackets or braces. */
    public boolean isFlow() {
        return node.isFlow();
    }
}
