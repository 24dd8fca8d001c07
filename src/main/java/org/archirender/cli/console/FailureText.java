package org.archirender.cli.console;

import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.RepositoryException;

/** What a failure is in words, with who has to act. */
public final class FailureText {
    private static final String REPORT = "run it again with --stacktrace and report what it prints";

    /** Of a failure that no line of the user's is to blame for. */
    private static final Location NOWHERE = Location.of(".");

    private FailureText() {}

    /** What went wrong and what to do, one or more lines. */
    static String of(Throwable failure) {
        if (failure instanceof InputException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof RepositoryException repository) {
            return repository.getMessage() + (repository.fix().isEmpty() ? "" : "\n  fix: " + repository.fix());
        }
        return "a bug in archi-render: " + failure + "\n  fix: " + REPORT;
    }

    /** The same as problems, for the formats that machines read. */
    public static List<Problem> problems(Throwable failure) {
        if (failure instanceof InputException input) {
            return input.problems();
        }
        if (failure instanceof RepositoryException repository) {
            return List.of(new Problem(NOWHERE, String.valueOf(failure.getMessage()), repository.fix()));
        }
        return List.of(new Problem(NOWHERE, "a bug in archi-render: " + failure, REPORT));
    }
}
