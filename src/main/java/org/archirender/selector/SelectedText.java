package org.archirender.selector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PythonException;

/**
 * A text whose lines may end in selectors, parsed once and selected for as many variants as there are. The rule is
 * conda-build's {@code select_lines}: comment lines become blank ones, white space at line ends goes, a line whose
 * selector does not hold goes with its line end.
 */
public final class SelectedText {
    private final List<SelectorLine> lines;

    private SelectedText(List<SelectorLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /** The lines of {@code text}, ended by whatever ends a line for Python's {@code splitlines}. */
    public static SelectedText of(String text) {
        List<SelectorLine> lines = new ArrayList<>();
        PyStr.splitLines(text).forEach(line -> lines.add(SelectorLine.of(line)));
        return new SelectedText(lines);
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
        Map<Selector, Boolean> decided = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            boolean stays = lines.get(i)
                    .selector()
                    .map(one -> decided.computeIfAbsent(one, key -> holds(key, names, line, file, problems)))
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
            return false;
        }
    }

    /** The lines in order, blanked comments included, so that an index here is a line of the text. */
    public List<SelectorLine> lines() {
        return lines;
    }
}
