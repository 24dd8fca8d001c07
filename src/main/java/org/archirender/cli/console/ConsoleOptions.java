package org.archirender.cli.console;

import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** How every command talks. */
public final class ConsoleOptions {
    /** The shape of what goes to stdout. */
    public enum Format {
        TEXT,
        JSON,
        GITHUB,
        /** For commands that say so: the body of a pull request. */
        MARKDOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When there is colour. */
    public enum Color {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "text|json|github",
            description = "Format of the output; github writes annotations and a step summary.")
    Format format = Format.TEXT;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            description = "auto: on a terminal, unless NO_COLOR is set.")
    Color color = Color.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only what needs attention.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print more: each file, each edit.")
    boolean verbose;

    @Option(names = "--stacktrace", description = "Show where in the program a failure came from.")
    boolean stacktrace;

    /** What is left of a text when secrets are blotted out of it. */
    UnaryOperator<String> concealed = UnaryOperator.identity();
}
