package org.archirender.publish.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.Optional;
import org.archirender.conda.FeedstockLayout;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.Diagnosis;
import org.archirender.publish.git.Pause;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.git.Site;
import org.archirender.text.Address;
import org.eclipse.jgit.transport.URIish;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;

/**
 * A connection to GitHub's REST API, or a GitHub Enterprise's: its timeouts, its limits, and what a failed question means.
 *
 * @param host where the API is, for messages
 * @param token for no message to tell
 */
public record GitHubClient(GitHub api, String host, Pause pause, Optional<AccessToken> token) {
    /**
     * A connection; nothing is asked yet.
     *
     * @param endpoint of the API, {@code https://api.github.com} or an Enterprise's {@code https://HOST/api/v3}
     * @param access its token, for which the endpoint's server is named, and timeout
     * @throws InputException where the endpoint is no address, or one that a token would be readable on the way to
     */
    public static GitHubClient at(String endpoint, RemoteAccess access) {
        Optional<Site> site = Site.of(endpoint);
        String host = host(endpoint, access);
        GitHubBuilder builder = new GitHubBuilder()
                .withEndpoint(endpoint)
                .withConnector(new GitHubConnection(access))
                // Waiting is done below, for every question alike.
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL);
        // Not withOAuthToken, which asks for the token's user first.
        site.flatMap(access::tokenFor)
                .ifPresent(token -> builder.withAuthorizationProvider(() -> "Bearer " + token.secret()));
        try {
            return new GitHubClient(builder.build(), host, access.pause(), access.token());
        } catch (IOException e) {
            throw new RepositoryException(endpoint + ": " + e.getMessage(), "check the address", null);
        }
    }

    private static String host(String endpoint, RemoteAccess access) {
        Address.check(Location.of("--api"), endpoint);
        Location at = Location.of("--api " + endpoint);
        try {
            URIish uri = new URIish(endpoint);
            if (uri.getHost() == null
                    || uri.getScheme() == null
                    || !uri.getScheme().startsWith("http")) {
                throw new InputException(at, "is no address of an API", "https://HOST/api/v3 for GitHub Enterprise");
            }
            boolean safe = Site.of(endpoint).map(Site::isSafe).orElse(false);
            if (access.token().isPresent() && !safe) {
                throw new InputException(at, "everybody on the way there could read the token", "use https://");
            }
            return uri.getHost();
        } catch (URISyntaxException e) {
            throw new InputException(at, "is no address: " + e.getReason(), "");
        }
    }

    /** The repository {@code owner/name}; empty where there is none, or none that the token may see. */
    Optional<GHRepository> repository(String owner, String name) throws IOException {
        try {
            GHRepository found = api.getRepository(owner + "/" + name);
            if (found == null || found.getFullName() == null || found.getDefaultBranch() == null) {
                throw new GitHubConnection.NoAnswer(
                        "what it answers says nothing of the repository", GitHubFailure.NOT_GITHUB);
            }
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

    /** The repository at {@code home}, which has to be there. */
    GHRepository existing(Home home) throws IOException {
        return repository(home.owner(), home.name())
                .orElseThrow(() -> new RepositoryException(
                        "%s: there is no %s".formatted(host, home),
                        "make it with archi-render fork "
                                + FeedstockLayout.packageOf(home.name()).orElse(home.name()),
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
            throw failure(repository, Diagnosis.find(e, IOException.class).orElseThrow(() -> e));
        } catch (NullPointerException | IllegalStateException | DateTimeException e) {
            // github-api's way to say that an answer lacks a field, or has a date or address that is none
            throw new RepositoryException(
                    host + ": " + repository + ": " + GitHubFailure.NOT_ITS_API,
                    GitHubFailure.NOT_GITHUB,
                    // The others quote the answer.
                    e instanceof NullPointerException ? e : null);
        }
    }

    private RepositoryException failure(String repository, IOException e) {
        return GitHubFailure.of(e).of(host + ": " + repository, token);
    }
}
