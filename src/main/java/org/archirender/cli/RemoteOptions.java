package org.archirender.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.Remotes;
import org.archirender.publish.Remotes.Token;
import org.archirender.render.Port;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the commands that speak with remotes reach them. */
final class RemoteOptions {
    /** Seconds, a day: nobody waits longer, and git counts milliseconds in an int. */
    private static final int LONGEST = 86_400;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a token, readable by you alone; default: $ARCHI_RENDER_TOKEN.")
    private @Nullable String tokenFile;

    @Option(
            names = "--api",
            paramLabel = "URL",
            description = "Where GitHub's API is, for GitHub Enterprise; default: https://api.github.com.")
    private @Nullable String api;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for a remote's answer; default: ${DEFAULT-VALUE}.")
    private int timeout = 60;

    /** @throws InputException where the token's file is not for its owner alone, or the timeout is none */
    Remotes remotes(Console console, Port port) {
        if (timeout < 1 || timeout > LONGEST) {
            throw new InputException(
                    Location.of("command line"),
                    "--timeout " + timeout,
                    "give a number of seconds from 1 to " + LONGEST);
        }
        Optional<Token> file =
                Optional.ofNullable(tokenFile).map(console.surroundings()::path).map(Token::read);
        return remotes(port, file, Duration.ofSeconds(timeout), Optional.ofNullable(api), console);
    }

    /** For a command that has none of these options. */
    static Remotes without(Duration timeout, Console console, Port port) {
        return remotes(port, Optional.empty(), timeout, Optional.empty(), console);
    }

    private static Remotes remotes(
            Port port, Optional<Token> file, Duration timeout, Optional<String> api, Console console) {
        // CI sets the variable to nothing where there is no such secret.
        Optional<Token> token = file.or(() -> console.surroundings()
                .variable("ARCHI_RENDER_TOKEN")
                .filter(value -> !value.isBlank())
                .map(Token::of));
        token.ifPresent(secret -> console.conceal(secret::blot));
        Path home = console.surroundings()
                .path(console.surroundings().variable("HOME").orElse("."));
        return Remotes.of(port, token, timeout, home, api, console::note);
    }
}
