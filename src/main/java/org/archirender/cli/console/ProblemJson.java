package org.archirender.cli.console;

import java.util.List;
import org.archirender.problem.Problem;

/** A problem in a document: {@code line} and {@code column} are 0 where it is of the whole file, or line. */
public record ProblemJson(String file, int line, int column, String message, String fix) {
    public static List<ProblemJson> of(List<Problem> problems) {
        return problems.stream().map(ProblemJson::of).toList();
    }

    private static ProblemJson of(Problem problem) {
        return new ProblemJson(
                problem.at().file(), problem.at().line(), problem.at().column(), problem.message(), problem.fix());
    }
}
