package org.archirender.selector;

import java.util.Optional;
import org.archirender.python.value.PyStr;
import org.archirender.text.Span;

/**
 * A line of a recipe and the selector that it ends in. The rule is conda-build's {@code sel_pat}: a selector is a
 * bracketed text at the end of the line, or anywhere inside a comment unless a parenthesis follows it there, as in a
 * markdown link. Found by walking the line once; a regular expression for it takes quadratic time on long lines.
 *
 * @param text what is left of the line without the selector and without white space at its end
 * @param selector between the brackets
 * @param column where the selector starts in the line, 0-based; -1 where there is none
 */
public record SelectorLine(String text, Optional<Selector> selector, int column) {
    private static final SelectorLine BLANK = new SelectorLine("", Optional.empty(), -1);

    /** What {@code line}, without its line end, says; a comment line becomes a blank one. */
    public static SelectorLine of(String line) {
        String stripped = PyStr.stripRight(line);
        String trimmed = PyStr.stripLeft(stripped);
        if (trimmed.isEmpty() || trimmed.charAt(0) == '#') {
            return BLANK;
        }
        if (stripped.indexOf('[') < 0 || stripped.indexOf(']') < 0) {
            return new SelectorLine(stripped, Optional.empty(), -1);
        }
        int inComment = SelectorComment.lastBracket(stripped).map(Span::start).orElse(-1);
        for (int i = 1; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c == '#' && inComment > i) {
                return found(stripped, i, inComment);
            }
            if (c == '[' && SelectorComment.closing(stripped, i) == stripped.length() - 1) {
                return found(stripped, i, i);
            }
        }
        return new SelectorLine(stripped, Optional.empty(), -1);
    }

    private static SelectorLine found(String line, int end, int open) {
        char last = line.charAt(line.length() - 1);
        String quote = last == '"' || last == '\'' ? String.valueOf(last) : "";
        int start = end;
        while (start > 1 && PyStr.isSpace(line.charAt(start - 1))) {
            start--;
        }
        String selector = line.substring(open + 1, SelectorComment.closing(line, open));
        String text = PyStr.stripRight(line.substring(0, start) + quote);
        return new SelectorLine(text, Optional.of(Selector.of(selector)), open + 1);
    }
}
