package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.HttpException;

/**
 * A connection to GitHub's REST API, or a GitHub Enterprise's: its timeouts, its limits, and what a failed question means.
 */
public final class GitHubClient {
    private final GitHub github;
    private final String host;
    private final Pause pause;
    private final Optional<Token> token;

    private GitHubClient(GitHub github, String host, Pause pause, Optional<Token> token) {
        this.github = github;
        this.host = host;
        this.pause = pause;
        this.token = token;
    }

    /**
     * A connection; nothing is asked yet.
     *
     * @param endpoint of the API, {@code https://api.github.com} or an Enterprise's {@code https://HOST/api/v3}
     * @param access its token and timeout
     */
    public static GitHubClient at(String endpoint, RemoteAccess access, Pause pause) {
        requireNonNull(pause, "pause is null");
        GitHubLimits limits = new GitHubLimits(pause);
        GitHubBuilder builder = new GitHubBuilder()
                .withEndpoint(endpoint)
                .withConnector(new GitHubConnection(access.timeout(), new ContentPace(pause)))
                .withRateLimitHandler(limits.primary())
                .withAbuseLimitHandler(limits.secondary());
        // Not withOAuthToken, which asks for the token's user first.
        access.token().ifPresent(token -> builder.withAuthorizationProvider(() -> "Bearer " + token.secret()));
        try {
            return new GitHubClient(builder.build(), GitHubConnection.host(endpoint), pause, access.token());
        } catch (IOException e) {
            throw new RepositoryException(endpoint + ": " + e.getMessage(), "check the address", null);
        }
    }

    /** The API itself. */
    GitHub api() {
        return github;
    }

    /** Where the API is, for messages. */
    String host() {
        return host;
    }

    Pause pause() {
        return pause;
    }

    /** The repository {@code owner/name}; empty where there is none, or none that the token may see. */
    Optional<GHRepository> repository(String owner, String name) throws IOException {
        try {
            GHRepository found = github.getRepository(owner + "/" + name);
            if (!found.getFullName().equalsIgnoreCase(owner + "/" + name)) {
                throw new RepositoryException(
                        "%s: %s/%s was renamed to %s".formatted(host, owner, name, found.getFullName()),
                        "correct the package's name or the organisation in port.yaml",
                        null);
            }
            return Optional.of(found);
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The repository {@code owner/name}, which has to be there. */
    GHRepository existing(String owner, String name) throws IOException {
        return repository(owner, name)
                .orElseThrow(() -> new RepositoryException(
                        "%s: there is no %s/%s".formatted(host, owner, name),
                        "make it with archi-render fork " + name.replaceFirst("-feedstock$", ""),
                        null));
    }

    /** A question to GitHub. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException;
    }

    /** The answer to {@code question} about {@code repository}; a failure says who has to act, without the token. */
    <T> T ask(String repository, Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw failure(repository, e);
        } catch (GHException e) { // what a further page of a list fails with
            if (e.getCause() instanceof IOException cause) {
                throw failure(repository, cause);
            }
            throw e;
        }
    }

    private RepositoryException failure(String repository, IOException e) {
        String said = String.valueOf(e.getMessage());
        String message = token.map(secret -> secret.blot(said)).orElse(said);
        return new RepositoryException("%s: %s: %s".formatted(host, repository, brief(message)), fix(e), null);
    }

    /** The first line of what GitHub says, or its JSON's message. */
    private static String brief(String message) {
        int at = message.indexOf("\"message\":");
        String text = at < 0
                ? message
                : message.substring(at + "\"message\":".length()).strip().replaceFirst("^\"([^\"]*)\".*", "$1");
        return text.lines().findFirst().orElse("");
    }

    private static String fix(IOException e) {
        int status = e instanceof HttpException http ? http.getResponseCode() : 0;
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return switch (status) {
            case 401 -> "the token was refused: has it expired?";
            case 403 ->
                said.contains("archived")
                        ? "the repository is archived: unarchive it, or set skip: in its overlay"
                        : "the token's account may not do that: ask the organisation's owner";
            case 301, 302, 307, 308 -> "the repository was renamed or moved: correct port.yaml";
            default -> "run the same command again: it goes on where it stopped";
        };
    }
}
