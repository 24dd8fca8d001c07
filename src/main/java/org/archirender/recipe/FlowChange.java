package org.archirender.recipe;

import java.util.List;
import org.archirender.recipe.PathResult.Home;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.text.Span;

/** Changes of inline lists and mappings: elements with their commas. */
public final class FlowChange {
    private FlowChange() {}

    public static boolean isFlow(RecipeNode node) {
        return (node instanceof Sequence sequence && sequence.flow())
                || (node instanceof Mapping mapping && mapping.flow());
    }

    /** {@code elements} before the member at {@code index}, or behind the last one. */
    public static void insert(RecipeEditor change, Home home, int index, List<String> elements) {
        String joined = String.join(", ", elements);
        List<? extends Member> members = home.members();
        if (members.isEmpty()) {
            Span span = home.node().span();
            change.replace(new Span(span.start() + 1, span.end() - 1), joined);
        } else if (index < members.size()) {
            change.replace(Span.at(span(members.get(index)).start()), joined + ", ");
        } else {
            change.replace(Span.at(span(members.get(members.size() - 1)).end()), ", " + joined);
        }
    }

    public static void remove(RecipeEditor change, Home home, Member member) {
        List<? extends Member> members = home.members();
        int index = members.indexOf(member);
        if (index + 1 < members.size()) {
            change.replace(
                    new Span(span(member).start(), span(members.get(index + 1)).start()), "");
        } else if (index > 0) {
            change.replace(
                    new Span(span(members.get(index - 1)).end(), span(member).end()), "");
        } else {
            Span span = home.node().span();
            change.replace(new Span(span.start() + 1, span.end() - 1), "");
        }
    }

    private static Span span(Member member) {
        return new Span(
                member.head().start(),
                Math.max(member.head().end(), member.value().span().end()));
    }
}
