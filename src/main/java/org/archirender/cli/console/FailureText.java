package org.archirender.cli.console;

import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.RepositoryException;

/** What a failure is in words, with who has to act, and the exit code that says so. */
public final class FailureText {
    private static final String REPORT = "run it again with --stacktrace and report what it prints";

    /** Of a failure that no line of the user's is to blame for. */
    private static final Location NOWHERE = Location.of(".");

    private FailureText() {}

    /** What went wrong and what to do, one or more lines, of a problem whose place is said already. */
    static String of(Problem problem) {
        return problem.message() + (problem.fix().isEmpty() ? "" : "\n  fix: " + problem.fix());
    }

    /** What went wrong as problems. */
    public static List<Problem> problems(Throwable failure) {
        if (failure instanceof InputException input) {
            return input.problems();
        }
        return List.of(
                failure instanceof RepositoryException repository
                        ? new Problem(NOWHERE, String.valueOf(failure.getMessage()), repository.fix())
                        : new Problem(NOWHERE, "a bug in archi-render: " + failure, REPORT));
    }

    public static int exitCode(Throwable failure) {
        if (failure instanceof InputException) {
            return ExitCode.INPUT;
        }
        return failure instanceof RepositoryException ? ExitCode.REPOSITORY : ExitCode.BUG;
    }
}
