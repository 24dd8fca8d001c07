package org.archirender.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.NotedPause;
import org.archirender.cli.console.Surroundings;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.UpstreamCi;
import org.archirender.render.Port;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the commands that speak with remotes reach them. */
final class RemoteOptions {
    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a token, readable by you alone; default: $ARCHI_RENDER_TOKEN.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "https://api.github.com",
            description = "Where GitHub's API is, for GitHub Enterprise; default: ${DEFAULT-VALUE}.")
    private String api = "https://api.github.com";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for a remote's answer; default: ${DEFAULT-VALUE}.")
    private int timeout = 60;

    /** GitHub's API; nothing is asked yet. */
    GitHubClient github(RemoteAccess access, Console console) {
        return GitHubClient.at(api, access, new NotedPause(console));
    }

    /** Who says whether upstream's commits are green; empty where the port does not ask for that. */
    Optional<UpstreamCi> upstreamCi(Port port, RemoteAccess access, Console console) {
        return port.upstreamGreen() ? Optional.of(new UpstreamCi(github(access, console))) : Optional.empty();
    }

    /** @throws InputException where the token's file is not for its owner alone, or the timeout is none */
    RemoteAccess access(Surroundings here) {
        if (timeout < 1) {
            throw new InputException(
                    Location.of("command line"), "--timeout " + timeout, "give a number of seconds from 1");
        }
        Optional<AccessToken> token = Optional.ofNullable(tokenFile)
                .map(file -> AccessToken.read(here.directory().resolve(file.toString())))
                .or(() -> here.variable("ARCHI_RENDER_TOKEN")
                        .filter(value -> !value.isBlank()) // what CI sets where there is no such secret
                        .map(AccessToken::of));
        Path home = Path.of(here.variable("HOME").orElse("."));
        return new RemoteAccess(token, Duration.ofSeconds(timeout), home);
    }
}
