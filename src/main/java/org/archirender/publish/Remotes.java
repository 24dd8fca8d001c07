package org.archirender.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.problem.InputException;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.GitHubForge;
import org.archirender.publish.github.Pause;
import org.archirender.publish.github.PullRequests;
import org.archirender.publish.github.UpstreamCi;
import org.archirender.render.Port;

/** How a run reaches git repositories and GitHub. Nothing is asked before it is needed. */
public final class Remotes {
    private final RemoteAccess access;
    private final String api;
    private final Pause pause;

    private Remotes(RemoteAccess access, String api, Pause pause) {
        this.access = access;
        this.api = api;
        this.pause = pause;
    }

    /**
     * Remotes for one user.
     *
     * @param tokenFile a file with the token for https and for GitHub; empty to take {@code token}
     * @param token the token itself; where there is none either, what needs one is refused
     * @param timeout of each connection and of each wait for an answer, a second or more
     * @param home the folder whose {@code .ssh} ssh reads
     * @param api of GitHub, {@code https://api.github.com} or an Enterprise's {@code https://HOST/api/v3}
     * @param note is told of waits that a person may take for a hang
     * @throws InputException where the token can't be one, or its file is not for its owner alone
     */
    public static Remotes of(
            Optional<Path> tokenFile,
            Optional<String> token,
            Duration timeout,
            Path home,
            String api,
            Consumer<String> note) {
        Optional<AccessToken> secret = tokenFile.map(AccessToken::read).or(() -> token.map(AccessToken::of));
        return new Remotes(new RemoteAccess(secret, timeout, home), api, Pause.system(note));
    }

    /** What makes the port's own feedstocks on GitHub. */
    public Forker forker(Port port) {
        return new Forker(new GitHubForge(github()), port.upstreamOrg(), port.ownOrg(), port.branch());
    }

    RemoteAccess access() {
        return access;
    }

    PullRequests pullRequests() {
        return new PullRequests(github());
    }

    /** Who says whether upstream's commits are green; empty where the port does not ask for that. */
    Optional<UpstreamCi> upstreamCi(Port port) {
        return port.upstreamGreen() ? Optional.of(new UpstreamCi(github())) : Optional.empty();
    }

    private GitHubClient github() {
        return GitHubClient.at(api, access, pause);
    }
}
