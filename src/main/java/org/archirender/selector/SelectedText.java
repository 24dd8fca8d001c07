package org.archirender.selector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PythonException;
import org.archirender.text.Span;

/**
 * A text whose lines may end in selectors, parsed once and selected for as many variants as there are. The rule is
 * conda-build's {@code select_lines}: comment lines become blank ones, white space at line ends goes, a line whose
 * selector does not hold goes with its line end.
 */
public final class SelectedText {
    /**
     * A line of a recipe and the selector that it ends in. The rule is conda-build's {@code sel_pat}: a selector is a
     * bracketed text at the end of the line, or anywhere inside a comment unless a parenthesis follows it there, as in a
     * markdown link. Found by walking the line once; a regular expression for it takes quadratic time on long lines.
     *
     * @param text what is left of the line without the selector and without white space at its end
     * @param selector between the brackets
     * @param column where the selector starts in the line, 0-based; -1 where there is none
     */
    public record Line(String text, Optional<Selector> selector, int column) {
        private static final Line BLANK = new Line("", Optional.empty(), -1);

        /** What {@code line}, without its line end, says; a comment line becomes a blank one. */
        public static Line of(String line) {
            String stripped = PyStr.stripRight(line);
            String trimmed = PyStr.stripLeft(stripped);
            if (trimmed.isEmpty() || trimmed.charAt(0) == '#') {
                return BLANK;
            }
            if (stripped.indexOf('[') < 0 || stripped.indexOf(']') < 0) {
                return new Line(stripped, Optional.empty(), -1);
            }
            int inComment =
                    SelectorComment.lastBracket(stripped).map(Span::start).orElse(-1);
            for (int i = 1; i < stripped.length(); i++) {
                char c = stripped.charAt(i);
                if (c == '#' && inComment > i) {
                    return found(stripped, i, inComment);
                }
                if (c == '[' && SelectorComment.closing(stripped, i) == stripped.length() - 1) {
                    return found(stripped, i, i);
                }
            }
            return new Line(stripped, Optional.empty(), -1);
        }

        private static Line found(String line, int end, int open) {
            char last = line.charAt(line.length() - 1);
            String quote = last == '"' || last == '\'' ? String.valueOf(last) : "";
            int start = end;
            while (start > 1 && PyStr.isSpace(line.charAt(start - 1))) {
                start--;
            }
            String selector = line.substring(open + 1, SelectorComment.closing(line, open));
            String text = PyStr.stripRight(line.substring(0, start) + quote);
            return new Line(text, Optional.of(Selector.of(selector)), open + 1);
        }
    }

    private final List<Line> lines;

    private SelectedText(List<Line> lines) {
        this.lines = lines;
    }

    /** The lines of {@code text}, ended by whatever ends a line for Python's {@code splitlines}. */
    public static SelectedText of(String text) {
        return new SelectedText(PyStr.splitLines(text).stream().map(Line::of).toList());
    }

    /**
     * The lines of {@code text} that stay, each ended by {@code \n}.
     *
     * @param names see {@link Selector#holds}
     * @param file for messages
     * @throws InputException with every selector that can't be evaluated
     */
    public static String select(String text, Scope names, String file) {
        return of(text).select(names, file);
    }

    /** As {@link #select(String, Scope, String)}, for a text that was parsed before. */
    public String select(Scope names, String file) {
        StringBuilder out = new StringBuilder();
        kept(names, file).forEach(line -> out.append(lines.get(line).text()).append('\n'));
        return out.length() == 0 ? "\n" : out.toString();
    }

    /**
     * Which lines stay.
     *
     * @return indices in {@link #lines()}, ascending
     * @throws InputException with every selector that can't be evaluated
     */
    public List<Integer> kept(Scope names, String file) {
        List<Integer> kept = new ArrayList<>();
        Map<String, Boolean> decided = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            boolean stays = lines.get(i)
                    .selector()
                    .map(one -> decided.computeIfAbsent(one.text(), key -> holds(one, names, line, file, problems)))
                    .orElse(true);
            if (stays) {
                kept.add(i);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return kept;
    }

    private boolean holds(Selector selector, Scope names, int line, String file, List<Problem> problems) {
        try {
            return selector.holds(names);
        } catch (PythonException e) {
            int offset = Math.max(0, Math.min(e.offset(), selector.text().length()));
            problems.add(new Problem(
                    new Location(file, line + 1, lines.get(line).column() + 1 + offset),
                    "selector " + selector + " can't be evaluated: " + e.getMessage(),
                    "write a Python expression of platforms and variant keys, such as [linux and py>=310]"));
            if (e.family() == PythonException.Family.LIMIT) {
                throw new InputException(problems);
            }
            return false;
        }
    }

    /** The lines in order, blanked comments included, so that an index here is a line of the text. */
    public List<Line> lines() {
        return lines;
    }
}
