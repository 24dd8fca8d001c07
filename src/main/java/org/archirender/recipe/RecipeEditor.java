package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.text.Lines;
import org.archirender.text.Span;
import org.archirender.text.Splice;

/** What one edit changes in a recipe, collected as splices of its text, so that no other byte can change. */
public final class RecipeEditor {
    private final RecipeText recipe;
    private final String lineEnd;
    private final boolean endsInLineEnd;
    private final List<Splice> splices = new ArrayList<>();

    public RecipeEditor(RecipeText recipe) {
        this.recipe = recipe;
        Lines lines = Lines.of(recipe.text());
        lineEnd = lines.end();
        endsInLineEnd = lines.size() == 0 || !lines.get(lines.size() - 1).end().isEmpty();
    }

    public RecipeText recipe() {
        return recipe;
    }

    /** {@code replacement} instead of {@code span}; its line ends become the file's. */
    public void replace(Span span, String replacement) {
        String text = String.join(lineEnd, replacement.lines().toList());
        if (!span.of(recipe.text()).equals(text)) {
            splices.add(new Splice(span, text));
        }
    }

    /** New lines above {@code line}, or at the end for the line count. */
    public void insertLines(int line, List<String> texts) {
        String joined = String.join(lineEnd, texts);
        boolean below = line == recipe.lineCount() && !endsInLineEnd;
        splices.add(Splice.insert(recipe.lineStart(line), below ? lineEnd + joined : joined + lineEnd));
    }

    public void deleteLines(int from, int to) {
        refuseCut(from, to);
        boolean last = to == recipe.lineCount() && !endsInLineEnd && from > 0;
        splices.add(
                last
                        ? Splice.delete(
                                recipe.lineSpan(from - 1).end(), recipe.text().length())
                        : Splice.delete(recipe.lineStart(from), recipe.lineStart(to)));
    }

    /** {@code # } before each line, at its own indent but no further right than {@code column}. */
    public void commentLines(int from, int to, int column) {
        refuseCut(from, to);
        List<String> commented = commented(from, to, column);
        for (int line = from; line < to; line++) {
            replace(recipe.lineSpan(line), commented.get(line - from));
        }
    }

    public void refuseCut(int from, int to) {
        if (recipe.cutsJinja(from, to)) {
            throw new UneditableException(
                    UneditableException.Reason.CUTS_JINJA,
                    "lines %d to %d hold a part of a Jinja block, of which the rest would be left"
                            .formatted(from + 1, to));
        }
    }

    /** The same lines as comments. */
    public List<String> commented(int from, int to, int column) {
        List<String> commented = new ArrayList<>();
        for (int line = from; line < to; line++) {
            String text = recipe.line(line);
            int indent = text.length() - text.stripLeading().length();
            int at = text.isBlank() ? text.length() : Math.min(indent, column);
            commented.add(text.isBlank() ? text : text.substring(0, at) + "# " + text.substring(at));
        }
        return commented;
    }

    /** {@code elements} of an inline collection before the member at {@code index}, or behind the last one. */
    public void insertInline(Container container, int index, List<String> elements) {
        String joined = String.join(", ", elements);
        List<? extends Member> members = container.members();
        if (members.isEmpty()) {
            replace(inside(container), joined);
        } else if (index < members.size()) {
            replace(Span.at(span(members.get(index)).start()), joined + ", ");
        } else {
            replace(Span.at(span(members.get(members.size() - 1)).end()), ", " + joined);
        }
    }

    /** Takes a member of an inline collection away with one of the commas beside it. */
    public void removeInline(Container container, Member member) {
        List<? extends Member> members = container.members();
        int index = members.indexOf(member);
        if (index + 1 < members.size()) {
            replace(new Span(span(member).start(), span(members.get(index + 1)).start()), "");
        } else if (index > 0) {
            replace(new Span(span(members.get(index - 1)).end(), span(member).end()), "");
        } else {
            replace(inside(container), "");
        }
    }

    private static Span inside(Container container) {
        Span span = container.node().span();
        return new Span(span.start() + 1, span.end() - 1);
    }

    private static Span span(Member member) {
        return new Span(
                member.head().start(),
                Math.max(member.head().end(), member.value().span().end()));
    }

    /** The items of an inline list, or the one text that stands for a list, each as the line {@code - item}. */
    public List<String> itemLines(Member list) {
        List<? extends RecipeNode> items = list.value() instanceof Sequence sequence
                ? sequence.items().stream().map(Item::value).toList()
                : List.of(list.value());
        return items.stream().map(item -> "- " + recipe.text(item.span())).toList();
    }

    /** A list of {@code lines}, written without indent, instead of the inline list or text that {@code owner} has. */
    public void expand(RecipePath path, Member owner, List<String> lines) {
        if (!recipe.isOneLine(owner) || recipe.selector(owner).isPresent()) {
            throw new UneditableException(
                    UneditableException.Reason.NO_PLACE,
                    ("%s (line %d) would have to become a list of lines, which it can't with several lines or a selector"
                                    + " of its own")
                            .formatted(path, owner.firstLine() + 1));
        }
        dropValue(owner);
        String indent = recipe.indentOf(owner.head().start()) + "  ";
        insertLines(
                owner.firstLine() + 1,
                lines.stream()
                        .map(line -> line.isEmpty() ? line : indent + line)
                        .toList());
    }

    /** Deletes a value on its key's line with the blanks before it. */
    void dropValue(Member owner) {
        Span value = owner.value().span();
        int start = value.start();
        while (start > owner.head().end() && recipe.text().charAt(start - 1) == ' ') {
            start--;
        }
        replace(new Span(start, value.end()), "");
    }

    /** The text with all changes. */
    public String text() {
        return Splice.apply(recipe.text(), splices);
    }
}
