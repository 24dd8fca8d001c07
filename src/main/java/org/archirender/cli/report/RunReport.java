package org.archirender.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Counts;
import org.archirender.problem.NotTriedException;

/** Tells what became of the feedstocks of a run. */
public interface RunReport {
    void show(List<Outcome> outcomes);

    /** The same, and once of each server that did not let us in, with how many feedstocks that stopped. */
    default void tell(Console console, List<Outcome> outcomes) {
        show(outcomes);
        Stream<String> shut = outcomes.stream()
                .flatMap(outcome -> outcome.delivered().stream())
                .flatMap(how -> how.shut().stream());
        Counts.each(shut)
                .forEach((server, many) ->
                        console.failed(server, NotTriedException.of(Counts.of(Math.toIntExact(many), "feedstock"))));
    }

    /**
     * The report in the console's format.
     *
     * @param check whether the run writes nothing
     * @param diff how much of the diffs to show; empty for none
     * @param command what renders, as in {@code archi-render -C port}, without names
     */
    static RunReport of(Console console, boolean check, Optional<Diff> diff, String command) {
        return switch (console.format()) {
            case TEXT, MARKDOWN -> new TextReport(console, diff, command);
            case JSON -> new JsonReport(console, check);
            case GITHUB -> new GithubReport(console, command);
        };
    }
}
