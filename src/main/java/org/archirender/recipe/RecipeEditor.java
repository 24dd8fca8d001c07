package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
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

    /** The text with all changes. */
    public String text() {
        return Splice.apply(recipe.text(), splices);
    }
}
