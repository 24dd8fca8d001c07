package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.Location;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;
import org.archirender.selector.SelectedText;
import org.archirender.selector.Selector;

/**
 * Finds the line of a recipe that a line after selectors, or after Jinja, comes from, so that an error names the line
 * that a person has to change. Used for errors only: it evaluates selectors again.
 */
public final class OriginalLines {
    private static final String RENDERED = " (rendered)";

    private final String file;
    private final List<String> lines;
    private final SelectedText source;

    public OriginalLines(String text, String file) {
        this.file = file;
        this.lines = KeyFinder.lines(text);
        this.source = SelectedText.of(text);
    }

    /** What the rendered recipe of {@code file} is called in places, until they are found in the recipe itself. */
    public static String rendered(String file) {
        return file + RENDERED;
    }

    /** The line that selectors left as line {@code at}. */
    public Location ofSelected(Location at, Scope names) {
        List<Integer> kept = kept(source, names);
        return !at.file().equals(file) || at.line() == 0 || at.line() > kept.size()
                ? at
                : new Location(file, kept.get(at.line() - 1) + 1, at.column());
    }

    /**
     * The line that became line {@code at} of the rendered recipe; the whole file where it can't be told.
     *
     * @param out what Jinja gave
     */
    public Location ofRendered(Location at, String out, Scope names) {
        if (!at.file().equals(rendered(file))) {
            return at;
        }
        List<String> outLines = KeyFinder.lines(out);
        List<Integer> keptOut = kept(SelectedText.of(out), names);
        if (at.line() == 0 || at.line() > keptOut.size()) {
            return Location.of(file);
        }
        int line = keptOut.get(at.line() - 1);
        List<Integer> kept = kept(source, names);
        if (kept.size() == SelectedText.of(out).lines().size() && line < kept.size()) {
            return at(kept.get(line), outLines.get(line), at.column());
        }
        return line < outLines.size() ? alike(outLines.get(line).strip()) : Location.of(file);
    }

    /** The line at {@code index}, with the column where nothing differs up to there from the rendered line. */
    private Location at(int index, String rendered, int column) {
        String line = lines.get(index);
        int before = Math.max(0, column - 1);
        boolean same = column > 0
                && rendered.codePointCount(0, rendered.length()) >= before
                && line.startsWith(rendered.substring(0, rendered.offsetByCodePoints(0, before)));
        return same ? new Location(file, index + 1, column) : Location.of(file, index + 1);
    }

    /** The only line that reads like {@code text}. */
    private Location alike(String text) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!text.isEmpty() && lines.get(i).strip().startsWith(text)) {
                found.add(i + 1);
            }
        }
        return found.size() == 1 ? Location.of(file, found.get(0)) : Location.of(file);
    }

    /** Indexes of the lines that stay; found out, too, where the recipe has spent all that it may. */
    private static List<Integer> kept(SelectedText text, Scope names) {
        return Budget.beside("the selectors", Limits.RECIPE.work(), () -> staying(text, names));
    }

    private static List<Integer> staying(SelectedText text, Scope names) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < text.lines().size(); i++) {
            Optional<Selector> selector = text.lines().get(i).selector();
            if (selector.isEmpty() || holds(selector.get(), names)) {
                kept.add(i);
            }
        }
        return kept;
    }

    private static boolean holds(Selector selector, Scope names) {
        try {
            return selector.holds(names);
        } catch (PythonException e) {
            return true;
        }
    }
}
