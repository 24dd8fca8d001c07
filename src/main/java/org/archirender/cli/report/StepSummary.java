package org.archirender.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.archirender.cli.console.Surroundings;
import org.archirender.problem.RepositoryException;
import org.archirender.workspace.DiskFailure;

/** The page that GitHub shows of a workflow's step, {@code $GITHUB_STEP_SUMMARY}. */
record StepSummary(Surroundings surroundings) {
    /** Puts {@code text}, Markdown, at its end; elsewhere than in a workflow nothing is done. */
    void append(String text) {
        surroundings.variable("GITHUB_STEP_SUMMARY").ifPresent(file -> append(surroundings.path(file), text));
    }

    private static void append(Path path, String text) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // Opening a named pipe that nobody reads never returns.
            throw new RepositoryException(
                    "can't write the step summary " + path + ": it is no plain file",
                    "correct GITHUB_STEP_SUMMARY",
                    null);
        }
        try {
            Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw DiskFailure.writing("can't write the step summary " + path, e);
        }
    }
}
