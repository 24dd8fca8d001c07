package org.archirender.cli.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.archirender.cli.console.ConsoleOptions.Color;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;

/** Where a command says things: data to stdout, everything else to stderr. */
public record Console(Surroundings surroundings, ConsoleOptions options) {
    private static final String WHOLE = "archi-render";

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

    public Format format() {
        return options.format;
    }

    public boolean quiet() {
        return options.quiet;
    }

    public boolean verbose() {
        return options.verbose;
    }

    /** From here on everything is printed as {@code blot} leaves it. */
    public void conceal(UnaryOperator<String> blot) {
        options.concealed = blot;
    }

    /** A line of data. */
    public void print(String line) {
        surroundings.out().print(Printable.text(options.concealed.apply(line), colored(surroundings.out())) + "\n");
    }

    /** A command to GitHub, which has its own escapes. */
    public void annotate(String command) {
        surroundings
                .out()
                .print(Printable.text(options.concealed.apply(command), false).replaceFirst("^: :", "::") + "\n");
    }

    /** A document of data: a record of records, lists, maps, texts, numbers and booleans. */
    public void json(Record document) {
        surroundings.out().print(Printable.json(JsonDocument.text(document)) + "\n");
    }

    /** A line for the reader that is no data; left out when they want it quiet. */
    public void note(String line) {
        if (!options.quiet) {
            complain(line);
        }
    }

    /** What needs someone to act. */
    public void problems(List<Problem> problems) {
        failed(WHOLE, new InputException(problems));
    }

    /** A thing that may need attention and stops nothing. */
    public void warning(Problem problem) {
        complain(Style.CHANGED, "warning", problem);
    }

    private void complain(Style style, String what, Problem problem) {
        complain("%s%s %s"
                .formatted(
                        paint(surroundings.err(), Style.PLACE, problem.at() + ":"),
                        paint(surroundings.err(), style, " " + what + ":"),
                        FailureText.of(problem)));
    }

    private void complain(String line) {
        surroundings.err().print(Printable.text(options.concealed.apply(line), colored(surroundings.err())) + "\n");
    }

    /** Says who has to act on a failure of the whole command; gives its exit code. */
    public int failed(Throwable failure) {
        if (options.format == Format.JSON) {
            json(new Failed(ProblemJson.of(FailureText.problems(failure))));
        }
        failed(WHOLE, failure);
        return FailureText.exitCode(failure);
    }

    /** The document of a command that failed as a whole. */
    record Failed(List<ProblemJson> problems) {}

    /** Says what went wrong with {@code subject}; in GitHub's format as an annotation too. */
    public void failed(String subject, Throwable failure) {
        List<Problem> problems = FailureText.problems(failure);
        if (options.format == Format.GITHUB) {
            annotate(GithubAnnotation.error(subject, problems));
        }
        if (failure instanceof InputException) {
            problems.forEach(problem -> complain(Style.BAD, "error", problem));
            return;
        }
        PrintStream err = surroundings.err();
        complain(paint(err, Style.BAD, subject + ":") + " " + FailureText.of(problems.get(0)));
        if (options.stacktrace) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            complain(trace.toString().stripTrailing());
        }
    }

    /** {@code text} in a colour, where stdout has colours. */
    public String paint(Style style, String text) {
        return paint(surroundings.out(), style, text);
    }

    private String paint(PrintStream stream, Style style, String text) {
        return colored(stream) ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    private boolean colored(PrintStream stream) {
        if (options.color != Color.AUTO) {
            return options.color == Color.ALWAYS;
        }
        boolean terminal = stream == surroundings.out() ? surroundings.outIsTerminal() : surroundings.errIsTerminal();
        return terminal && surroundings.variable("NO_COLOR").isEmpty();
    }
}
