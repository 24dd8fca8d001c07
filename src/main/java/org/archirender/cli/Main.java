package org.archirender.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ConsoleOptions;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point: a command line in, an exit code out. */
public final class Main {
    private Main() {}

    /** Runs the command line {@code args} and ends the process. Messages have the same digits for every reader. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Surroundings surroundings = Surroundings.ofProcess();
        hushLibraries(List.of(args).contains("--stacktrace"));
        System.exit(run(surroundings, args));
    }

    /**
     * What libraries, their loggers and threads that die print by themselves goes through these two streams, which
     * nobody else uses: it is for who asks where a failure came from, and never among the data.
     */
    private static void hushLibraries(boolean stacktrace) {
        if (!stacktrace) {
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
        System.setOut(System.err);
    }

    /** Runs the command line {@code args}; gives the exit code and never throws. */
    public static int run(Surroundings surroundings, String... args) {
        try {
            return Commands.of(surroundings, args)
                    .setParameterExceptionHandler((wrong, all) -> usage(wrong))
                    .execute(Commands.withAttachedValues(args));
        } catch (Throwable failure) { // what even picocli did not expect
            return new Console(surroundings, new ConsoleOptions()).failed(failure);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    private static int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("archi-render: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.INPUT;
    }
}
