package org.archirender.recipe;

import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.text.Span;

/** Prints a structure with all that stands between its nodes, so that a wrong span can't go unnoticed. */
public final class RecipePrinter {
    private final String text;
    private final StringBuilder printed = new StringBuilder();

    private RecipePrinter(String text) {
        this.text = text;
    }

    public static String print(RecipeText recipe) {
        RecipePrinter printer = new RecipePrinter(recipe.text());
        printer.node(recipe.root());
        printer.gap(recipe.text().length());
        return printer.printed.toString();
    }

    private void node(RecipeNode node) {
        if (!(node instanceof Mapping) && !(node instanceof Sequence)) {
            piece(node.span());
        }
        for (Member member : node.members()) {
            piece(member.head());
            node(member.value());
        }
    }

    private void piece(Span span) {
        gap(span.start());
        printed.append(span.of(text));
    }

    private void gap(int until) {
        if (until > printed.length()) {
            printed.append(text, printed.length(), until);
        }
    }
}
