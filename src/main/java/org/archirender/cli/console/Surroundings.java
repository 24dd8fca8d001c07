package org.archirender.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * What a command may see of the process that it runs in; tests hand in their own.
 *
 * @param environment variables by name
 * @param out for data
 * @param err for progress, notes and problems
 * @param directory that relative paths start from; absolute
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param stopHooks takes what has to happen before the process ends
 */
public record Surroundings(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        Path directory,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Consumer<Runnable> stopHooks) {
    /** The launcher says in it which streams are terminals: Java 17 can't tell. */
    private static final String TERMINALS = "archirender.terminals";

    public static Surroundings ofProcess() {
        String terminals = System.getProperty(TERMINALS, "");
        return new Surroundings(
                System.getenv(),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                terminals.contains("out"),
                terminals.contains("err"),
                hook -> Runtime.getRuntime().addShutdownHook(new Thread(hook)));
    }

    /**
     * The file or folder that {@code given} names, seen from the directory.
     *
     * @throws InputException where no file here can have that name, as of a letter that the locale lacks
     */
    public Path path(String given) {
        try {
            return directory.resolve(given).normalize();
        } catch (InvalidPathException e) {
            throw new InputException(
                    Location.of("'" + given + "'"),
                    "can't be the name of a file here: " + e.getReason(),
                    "correct it; for letters beyond ASCII, set LC_ALL to a UTF-8 locale, such as C.UTF-8");
        }
    }

    /** Has {@code hook} run when the process is told to stop, before it ends. */
    public void whenStopped(Runnable hook) {
        stopHooks.accept(hook);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** A variable that is set and not empty. */
    public Optional<String> variable(String name) {
        @Nullable String value = environment.get(name);
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }
}
