package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.text.Lines;
import org.archirender.text.Span;
import org.archirender.text.Splice;

/** What one edit changes in a recipe, collected as splices of its text, so that no other byte can change. */
public final class RecipeEditor {
    /** Of a line that is not empty: an empty one is nothing without its end. */
    private static final Pattern LAST_END = Pattern.compile("(?<=[^\\r\\n])(\\r\\n|\\n|\\r)\\z");

    private final RecipeText recipe;
    private final String lineEnd;
    /** The end that the last line lacks. While lines move it has one like all others. */
    private final String missingEnd;

    private final List<Splice> splices = new ArrayList<>();

    public RecipeEditor(RecipeText recipe) {
        this.recipe = recipe;
        Lines lines = Lines.of(recipe.text());
        lineEnd = lines.end();
        boolean ends = lines.size() == 0 || !lines.get(lines.size() - 1).end().isEmpty();
        missingEnd = ends ? "" : lineEnd;
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
        if (!texts.isEmpty()) {
            splices.add(new Splice(Span.at(lineStart(line)), String.join(lineEnd, texts) + lineEnd));
        }
    }

    public void deleteLines(int from, int to) {
        refuseCut(from, to);
        splices.add(new Splice(new Span(lineStart(from), lineStart(to)), ""));
    }

    private int lineStart(int line) {
        return recipe.lineStart(line) + (line == recipe.lineCount() ? missingEnd.length() : 0);
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

    /** A value, with what stands between it and {@code end}; for a key without one behind its colon. */
    public void replaceValue(Entry entry, int end, String value) {
        Span old = entry.value().span();
        if (entry.value() instanceof Missing) {
            String colon = old.start() > entry.head().end() ? " " : ": ";
            replace(new Span(old.start(), Math.max(old.start(), end)), colon + value);
        } else {
            replace(new Span(old.start(), end), value);
        }
    }

    /**
     * {@code elements} of an inline collection before the member at {@code index}, or behind the last one: {@code [a, b]}
     * → {@code [a, b, c]}, {@code [a, b,]} → {@code [a, b, c]}.
     */
    public void insertInline(Container container, int index, List<String> elements) {
        String joined = String.join(", ", elements);
        List<? extends Member> members = container.members();
        if (members.isEmpty()) {
            replace(inside(container), joined);
        } else if (index < members.size()) {
            replace(Span.at(span(members.get(index)).start()), joined + ", ");
        } else {
            int end = span(members.get(members.size() - 1)).end();
            int next = recipe.skipGap(end);
            boolean comma = recipe.text().charAt(next) == ',';
            replace(Span.at(comma ? next + 1 : end), (comma ? " " : ", ") + joined);
        }
    }

    /** {@code elements} of an inline collection behind one that it has. */
    public void insertBehind(Member member, List<String> elements) {
        elements.forEach(element -> replace(Span.at(span(member).end()), ", " + element));
    }

    /** Takes a member of an inline collection away with one of the commas beside it. */
    public void removeInline(Container container, Member member) {
        changeInline(container, List.of(member), List.of());
    }

    /**
     * Takes members of an inline collection away, each with one of the commas beside it, and puts {@code elements} behind
     * those that stay.
     */
    public void changeInline(Container container, List<? extends Member> removed, List<String> elements) {
        List<? extends Member> members = container.members();
        int kept = members.size();
        while (kept > 0 && removed.contains(members.get(kept - 1))) {
            kept--;
        }
        if (kept == 0) {
            replace(inside(container), String.join(", ", elements));
            return;
        }
        for (int i = 0; i < kept; i++) {
            if (removed.contains(members.get(i))) {
                replace(
                        new Span(
                                span(members.get(i)).start(),
                                span(members.get(i + 1)).start()),
                        "");
            }
        }
        int end = span(members.get(members.size() - 1)).end();
        replace(new Span(span(members.get(kept - 1)).end(), end), "");
        if (!elements.isEmpty()) {
            insertInline(container, members.size(), elements);
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

    /** What gives way so far, where something does. */
    public List<Span> replaced() {
        return splices.stream()
                .map(Splice::span)
                .filter(span -> span.start() < span.end())
                .toList();
    }

    /** The text with all changes. */
    public String text() {
        String changed = Splice.apply(recipe.text() + missingEnd, splices);
        return missingEnd.isEmpty() ? changed : LAST_END.matcher(changed).replaceFirst("");
    }
}
