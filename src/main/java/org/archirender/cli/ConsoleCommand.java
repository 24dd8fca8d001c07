package org.archirender.cli;

import org.archirender.cli.console.Console;
import org.archirender.cli.console.ConsoleOptions;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Surroundings;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What all commands share: the options of the console, and what becomes of a failure. */
@Command(mixinStandardHelpOptions = true, versionProvider = Commands.Version.class)
abstract class ConsoleCommand {
    @Mixin
    private ConsoleOptions options = new ConsoleOptions();

    /** Does the work; gives the exit code. */
    abstract int run(Console console) throws Exception;

    /** Whether the command has a {@code --format markdown}. */
    boolean hasMarkdown() {
        return false;
    }

    /** Does the work, and says what became of it where it fails; gives the exit code. */
    final int run(Surroundings surroundings) {
        Console console = new Console(surroundings, options);
        try {
            if (console.format() == Format.MARKDOWN && !hasMarkdown()) {
                throw new InputException(
                        Location.of("command line"),
                        "--format markdown is not for this command",
                        "give text, json or github");
            }
            return run(console);
        } catch (Throwable failure) { // the one broad catch: whatever it is, it gets a message and an exit code
            return console.failed(failure);
        }
    }
}
