package org.archirender.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.archirender.problem.InputException;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.Pause;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.git.Site;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.GitHubForge;
import org.archirender.publish.github.PullRequests;
import org.archirender.publish.github.UpstreamCi;
import org.archirender.render.Port;

/** How a run reaches a port's git repositories and GitHub. Nothing is asked before it is needed. */
public final class Remotes {
    private static final String GITHUB_API = "https://api.github.com";

    private static final Site API = Site.of(GITHUB_API).orElseThrow();

    private final Port port;
    private final RemoteAccess access;
    private final Optional<String> api;
    private final Consumer<String> note;

    private Remotes(Port port, RemoteAccess access, Optional<String> api, Consumer<String> note) {
        this.port = port;
        this.access = access;
        this.api = api;
        this.note = note;
    }

    /**
     * Remotes for one user.
     *
     * @param port names the servers that may have the token
     * @param token for https and for GitHub; where there is none, what needs one is refused
     * @param timeout of each connection and of each wait for an answer, a second or more
     * @param home the folder whose {@code .ssh} ssh reads
     * @param api of a GitHub Enterprise, {@code https://HOST/api/v3}; empty for GitHub's
     * @param note is told of waits that a person may take for a hang
     */
    public static Remotes of(
            Port port,
            Optional<Token> token,
            Duration timeout,
            Path home,
            Optional<String> api,
            Consumer<String> note) {
        RemoteAccess access = new RemoteAccess(token.map(Token::secret), timeout, home, Pause.system(note));
        return new Remotes(port, access, api, note);
    }

    /** A secret of the user's, which prints as stars. */
    public record Token(AccessToken secret) {
        /**
         * From a file.
         *
         * @throws InputException where it can't be one, or its file is not for its owner alone
         */
        public static Token read(Path file) {
            return new Token(AccessToken.read(file));
        }

        /**
         * From a variable.
         *
         * @throws InputException where it can't be one
         */
        public static Token of(String secret) {
            return new Token(AccessToken.of(secret));
        }

        /** {@code text} with the secret blotted out, in whatever encoding it is there. */
        public String blot(String text) {
            return secret.blot(text);
        }
    }

    /** What makes the port's own feedstocks on GitHub. */
    public Forker forker() {
        return new Forker(new GitHubForge(github()), port, gitHubHost());
    }

    /** The host that repositories are at which GitHub's interface, or that of a GitHub Enterprise, tells of. */
    String gitHubHost() {
        return api.flatMap(Site::of)
                .filter(site -> !site.equals(API))
                .map(Site::host)
                .orElse(Site.GITHUB.host());
    }

    /** Access for which nobody may have the token yet. */
    RemoteAccess access() {
        return access;
    }

    /** Access for which the server that port.yaml names for package {@code name} may have it. */
    RemoteAccess access(String name) {
        return access.trusting(FeedstockAddresses.trusted(port, name));
    }

    /** Tells the user of a feedstock whose own {@code remote} is on a server that port.yaml does not name. */
    void tellElsewhere(FeedstockAddresses addresses, String name) {
        if (access.token().isPresent() && addresses.isElsewhere()) {
            note.accept("%s: the token is not given to %s: its overlay's remote: names it, and port.yaml's does not"
                    .formatted(name, Site.of(addresses.own()).orElseThrow()));
        }
    }

    PullRequests pullRequests() {
        return new PullRequests(github());
    }

    /** Who says whether upstream's commits are green; empty where the port does not ask for that. */
    Optional<UpstreamCi> upstreamCi() {
        return port.upstreamGreen() ? Optional.of(new UpstreamCi(github())) : Optional.empty();
    }

    /** GitHub's own interface may have the token of a port that is on GitHub; another one where the user names it. */
    private GitHubClient github() {
        String endpoint = api.orElse(GITHUB_API);
        boolean named =
                api.isPresent() || FeedstockAddresses.trusted(port, "any").contains(Site.GITHUB);
        Set<Site> sites = Site.of(endpoint).filter(site -> named).map(Set::of).orElse(Set.of());
        return GitHubClient.at(endpoint, access.trusting(sites));
    }
}
