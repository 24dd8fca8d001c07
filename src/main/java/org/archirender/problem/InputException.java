package org.archirender.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The user's input is wrong: command line, workspace, overlay, pinnings, template or recipe. Exit code 2. */
public sealed class InputException extends RuntimeException permits UnreadableException {
    private static final long serialVersionUID = 1;

    /** Problems that are told; of more the number is. */
    private static final int TOLD = 1000;

    private final transient List<Problem> problems;

    /**
     * All that was found, not only the first; of what is wrong in a thousand places the rest as a number.
     *
     * @param problems at least one
     */
    public InputException(List<Problem> problems) {
        super(told(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem");
        }
        this.problems = told(problems);
    }

    private static List<Problem> told(List<Problem> problems) {
        if (problems.size() <= TOLD + 1) {
            return List.copyOf(problems);
        }
        List<Problem> told = new ArrayList<>(problems.subList(0, TOLD));
        told.add(
                new Problem(problems.get(TOLD).at(), "and %d more from here on".formatted(problems.size() - TOLD), ""));
        return List.copyOf(told);
    }

    public InputException(Problem problem) {
        this(List.of(problem));
    }

    public InputException(Location at, String message, String fix) {
        this(new Problem(at, message, fix));
    }

    /** The same with its places moved. */
    public InputException moved(UnaryOperator<Location> move) {
        return new InputException(
                problems.stream().map(problem -> problem.moved(move)).toList());
    }

    /** In the order in which they were found; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
