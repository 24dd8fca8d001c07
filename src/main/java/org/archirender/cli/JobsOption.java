package org.archirender.cli;

import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import picocli.CommandLine.Option;

/** How many feedstocks at a time. */
final class JobsOption {
    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many feedstocks at a time; default: as many as there are processors.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    /** At least one. */
    int count() {
        if (jobs < 1) {
            throw new InputException(Location.of("--jobs " + jobs), "jobs must be at least 1", "give 1 or more");
        }
        return jobs;
    }
}
