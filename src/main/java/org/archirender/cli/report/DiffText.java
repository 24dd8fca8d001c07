package org.archirender.cli.report;

import java.util.List;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.tree.FileChange;

/** Diffs for a reader: bounded, so that a pin that touches everything does not bury the rest; or whole. */
final class DiffText {
    private static final int LINES_A_FILE = 50;
    private static final int FILES = 10;

    private final Console console;
    private final boolean whole;
    private int shown;
    private int left;

    DiffText(Console console, boolean whole) {
        this.console = console;
        this.whole = whole;
    }

    /** Prints what differs in {@code outcome}, as far as the bounds allow. */
    void print(Outcome outcome) {
        for (FileChange change : outcome.changes().changes()) {
            if (!whole && shown == FILES) {
                left++;
            } else {
                shown++;
                lines(change.unified(outcome.folder()));
            }
        }
    }

    /** Says how much was left out. */
    void end() {
        if (left > 0) {
            console.print(console.paint(
                    Style.QUIET,
                    "… and %d more %s; --diff=full shows all".formatted(left, left == 1 ? "file" : "files")));
        }
    }

    private void lines(List<String> lines) {
        int most = whole ? lines.size() : Math.min(lines.size(), LINES_A_FILE);
        lines.subList(0, most).forEach(line -> console.print(colored(line)));
        if (most < lines.size()) {
            console.print(console.paint(Style.QUIET, "… %d more lines".formatted(lines.size() - most)));
        }
    }

    private String colored(String line) {
        if (line.startsWith("diff ") || line.startsWith("+++ ") || line.startsWith("--- ")) {
            return console.paint(Style.PLACE, line);
        }
        if (line.startsWith("+")) {
            return console.paint(Style.GOOD, line);
        }
        return line.startsWith("-") ? console.paint(Style.BAD, line) : line;
    }
}
