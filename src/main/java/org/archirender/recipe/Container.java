package org.archirender.recipe;

import java.util.List;
import java.util.Optional;
import org.archirender.recipe.RecipeNode.Member;

/**
 * A collection and the key or dash that holds it.
 *
 * @param owner empty for the top mapping
 * @param node a mapping, a sequence, or nothing where the owner has no value yet
 */
public record Container(Optional<Member> owner, RecipeNode node) {
    /** What {@code owner} holds. */
    public static Container of(Member owner) {
        return new Container(Optional.of(owner), owner.value());
    }

    /** Its members, in order. */
    public List<? extends Member> members() {
        return node.members();
    }

    /** Whether it is written in brackets or braces. */
    public boolean isFlow() {
        return node.isFlow();
    }
}
