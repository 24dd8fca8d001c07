package org.archirender.cli.report;

import java.util.List;
import org.archirender.cli.report.Outcome.State;

/** The exact command that writes what a check found to be stale. */
final class FixCommand {
    private static final int MOST_NAMES = 8;

    private FixCommand() {}

    /** @param command what renders, without names */
    static String of(String command, List<Outcome> outcomes) {
        List<Outcome> stale = outcomes.stream()
                .filter(outcome -> outcome.state() == State.STALE)
                .toList();
        boolean packagesOnly =
                stale.stream().allMatch(outcome -> outcome.rendering().isPresent());
        return packagesOnly && stale.size() <= MOST_NAMES
                ? command + " "
                        + String.join(" ", stale.stream().map(Outcome::name).toList())
                : command + " --all";
    }
}
