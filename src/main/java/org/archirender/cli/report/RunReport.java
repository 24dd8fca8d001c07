package org.archirender.cli.report;

import java.util.List;
import java.util.Optional;
import org.archirender.cli.console.Console;

/** Tells what became of the feedstocks of a run. */
public interface RunReport {
    void show(List<Outcome> outcomes);

    /**
     * The report in the console's format.
     *
     * @param check whether the run writes nothing
     * @param diff how much of the diffs to show; empty for none
     * @param command what renders, as in {@code archi-render -C port}, without names
     */
    static RunReport of(Console console, boolean check, Optional<Diff> diff, String command) {
        return switch (console.format()) {
            case TEXT -> new TextReport(console, diff, command);
            case JSON -> new JsonReport(console, check);
            case GITHUB -> new GithubReport(console, command);
        };
    }
}
