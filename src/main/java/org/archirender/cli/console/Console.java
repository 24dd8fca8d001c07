package org.archirender.cli.console;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.archirender.cli.console.ConsoleOptions.Color;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.problem.RepositoryException;

/** Where a command says things: data to stdout, everything else to stderr. */
public final class Console {
    /** Colours, by what they mean. */
    public enum Style {
        GOOD("32"),
        CHANGED("33"),
        BAD("31"),
        PLACE("1"),
        QUIET("2");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final Surroundings here;
    private final ConsoleOptions options;

    public Console(Surroundings here, ConsoleOptions options) {
        this.here = here;
        this.options = options;
    }

    public Surroundings here() {
        return here;
    }

    public Format format() {
        return options.format;
    }

    public boolean quiet() {
        return options.quiet;
    }

    public boolean verbose() {
        return options.verbose;
    }

    /** A line of data. */
    public void print(String line) {
        here.out().print(line + "\n");
    }

    /** A document of data: maps, lists, texts, numbers and booleans. */
    public void print(Map<String, ?> document) {
        print(JsonDocument.text(document));
    }

    /** A line for the reader that is no data; left out when they want it quiet. */
    public void note(String line) {
        if (!options.quiet) {
            here.err().print(line + "\n");
        }
    }

    /** What needs someone to act. In GitHub's format the first one is an annotation. */
    public void problems(List<Problem> problems) {
        if (options.format == Format.GITHUB) {
            print(GithubAnnotation.error("archi-render", problems));
        }
        for (Problem problem : problems) {
            here.err()
                    .print("%s%s %s\n"
                            .formatted(
                                    paint(here.err(), Style.PLACE, problem.at() + ":"),
                                    paint(here.err(), Style.BAD, " error:"),
                                    text(problem)));
        }
    }

    /** A thing that may need attention and stops nothing. */
    public void warning(Problem problem) {
        here.err()
                .print("%s%s %s\n"
                        .formatted(
                                paint(here.err(), Style.PLACE, problem.at() + ":"),
                                paint(here.err(), Style.CHANGED, " warning:"),
                                text(problem)));
    }

    private static String text(Problem problem) {
        return problem.message() + (problem.fix().isEmpty() ? "" : "\n  fix: " + problem.fix());
    }

    /** Says who has to act on a failure of the whole command; gives its exit code. */
    public int failed(Throwable failure) {
        if (options.format == Format.JSON) {
            print(Map.of("problems", JsonDocument.problems(FailureText.problems(failure))));
        }
        if (failure instanceof InputException input) {
            problems(input.problems());
        } else {
            if (options.format == Format.GITHUB) {
                print(GithubAnnotation.error("archi-render", FailureText.problems(failure)));
            }
            error("archi-render", failure);
        }
        return exitCode(failure);
    }

    /** Says what went wrong with {@code subject}, where that is no problem of an input's. */
    public void error(String subject, Throwable failure) {
        here.err().print(paint(here.err(), Style.BAD, subject + ":") + " " + FailureText.of(failure) + "\n");
        if (options.stacktrace) {
            failure.printStackTrace(here.err());
        }
    }

    public static int exitCode(Throwable failure) {
        if (failure instanceof InputException) {
            return ExitCode.INPUT;
        }
        return failure instanceof RepositoryException ? ExitCode.REPOSITORY : ExitCode.BUG;
    }

    /** {@code text} in a colour, where stdout has colours. */
    public String paint(Style style, String text) {
        return paint(here.out(), style, text);
    }

    private String paint(PrintStream stream, Style style, String text) {
        return colored(stream) ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    private boolean colored(PrintStream stream) {
        if (options.color != Color.AUTO) {
            return options.color == Color.ALWAYS;
        }
        boolean terminal = stream == here.out() ? here.outIsTerminal() : here.errIsTerminal();
        return terminal && here.variable("NO_COLOR").isEmpty();
    }
}
