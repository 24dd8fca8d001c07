package org.archirender.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.archirender.conda.FeedstockLayout;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.git.Diagnosis;
import org.archirender.publish.git.RemoteAccess;
import org.eclipse.jgit.transport.URIish;

/**
 * GitHub's REST API, or a GitHub Enterprise's: a timeout on every whole answer, its limits, and its redirects, which the
 * token follows on the same host only. What is asked is about one repository, for messages.
 */
public final class GitHubClient {
    /** How often one question is sent: again where a redirect leads, and after a limit. */
    private static final int SENDS = 3;

    private final String endpoint;
    private final RemoteAccess access;
    private final Pause pause;
    private final GitHubLimits limits;
    private final HttpClient http;

    private GitHubClient(String endpoint, RemoteAccess access, Pause pause) {
        this.endpoint = endpoint;
        this.access = access;
        this.pause = pause;
        this.limits = new GitHubLimits(pause);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(access.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * A connection; nothing is asked yet.
     *
     * @param endpoint of the API, {@code https://api.github.com} or an Enterprise's {@code https://HOST/api/v3}
     * @param access its token and timeout
     * @throws InputException where the endpoint is no address, or one that a token would be readable on the way to
     */
    public static GitHubClient at(String endpoint, RemoteAccess access, Pause pause) {
        Location at = Location.of("--api " + endpoint);
        try {
            URIish uri = new URIish(endpoint);
            if (uri.getHost() == null
                    || uri.getScheme() == null
                    || !uri.getScheme().startsWith("http")) {
                throw new InputException(at, "is no address of an API", "https://HOST/api/v3 for GitHub Enterprise");
            }
            if (access.token().isPresent() && !RemoteAccess.isSafe(uri)) {
                throw new InputException(at, "everybody on the way there could read the token", "use https://");
            }
            return new GitHubClient(new URI(endpoint.replaceFirst("/+$", "")).toString(), access, pause);
        } catch (URISyntaxException e) {
            throw new InputException(at, "is no address: " + e.getReason(), "");
        }
    }

    /** Where the API is, for messages. */
    String host() {
        return URI.create(endpoint).getHost();
    }

    Pause pause() {
        return pause;
    }

    /** The repository {@code name}, {@code owner/name}; empty where there is none, or none that the token may see. */
    Optional<JsonNode> repository(String name) {
        Answer answer = get(name, "/repos/" + name, "");
        if (answer.isAbsent()) {
            return Optional.empty();
        }
        JsonNode found = answer.json();
        if (!found.path("full_name").isTextual()
                || !found.path("default_branch").isTextual()) {
            throw answer.notGitHub("what it answers says nothing of the repository");
        }
        if (!found.path("full_name").asText().equalsIgnoreCase(name)) {
            throw new RepositoryException(
                    "%s: %s was renamed to %s"
                            .formatted(host(), name, found.path("full_name").asText()),
                    "correct the package's name or the organisation in port.yaml",
                    null);
        }
        return Optional.of(found);
    }

    /** Throws unless there is a repository {@code name}. */
    void checkExists(String name) {
        if (repository(name).isEmpty()) {
            String feedstock = name.substring(name.indexOf('/') + 1);
            throw new RepositoryException(
                    host() + ": there is no " + name,
                    "make it with archi-render fork "
                            + FeedstockLayout.packageOf(feedstock).orElse(feedstock),
                    null);
        }
    }

    /**
     * What is at {@code path}.
     *
     * @param path as it reads before it is encoded
     * @param query encoded; may be empty
     */
    Answer get(String repository, String path, String query) {
        return send(repository, "GET", uri(path, query), "");
    }

    /** Every item of a list in {@code field} of the answer, page by page. */
    List<JsonNode> list(String repository, String path, String field) {
        List<JsonNode> items = new ArrayList<>();
        Optional<URI> page = Optional.of(uri(path, "per_page=100"));
        while (page.isPresent()) {
            Answer answer = send(repository, "GET", page.get(), "");
            answer.items(field).forEach(items::add);
            page = answer.next();
        }
        return items;
    }

    /** What comes of changing something at {@code path}. */
    Answer change(String repository, String method, String path, Map<String, String> fields) {
        return send(repository, method, uri(path, ""), Answer.text(fields));
    }

    private URI uri(String path, String query) {
        try {
            String encoded = new URI(null, null, path, null).getRawPath();
            return new URI(endpoint + encoded + (query.isEmpty() ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    private Answer send(String repository, String method, URI uri, String body) {
        String about = host() + ": " + repository;
        URI to = uri;
        for (int sent = 0; sent < SENDS; sent++) {
            if (!method.equals("GET")) {
                limits.awaitCreation();
            }
            HttpResponse<String> response = exchange(about, request(about, method, to, body));
            if (response.statusCode() >= 300 && response.statusCode() < 400) {
                to = redirected(about, to, response);
            } else if (!limits.putOff(response)) {
                return new Answer(about, access.token(), response);
            }
        }
        throw failure(about, "it puts us off, or sends us on, again and again", Diagnosis.RERUN);
    }

    private HttpRequest request(String about, String method, URI to, String body) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(to)
                    .timeout(access.timeout())
                    .header("Accept", "application/vnd.github+json")
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "archi-render")
                    .method(method, BodyPublishers.ofString(body));
            URI own = URI.create(endpoint);
            if (own.getScheme().equals(to.getScheme()) && own.getAuthority().equals(to.getAuthority())) {
                access.token().ifPresent(token -> builder.header("Authorization", "Bearer " + token.secret()));
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw failure(about, "sends us to what is no address", Answer.NOT_GITHUB);
        }
    }

    private HttpResponse<String> exchange(String about, HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            // The request's own timeout ends with the headers; an answer that drips in must end as well.
            return answer.get(access.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(about, "interrupted", Diagnosis.RERUN);
        } catch (TimeoutException e) {
            throw failure(about, "no answer in time", Diagnosis.RERUN);
        } catch (ExecutionException e) {
            throw Diagnosis.ofConnection(e, "", "--api")
                    .orElse(new Diagnosis(
                            true, "the connection broke off before the whole answer was there", Diagnosis.RERUN))
                    .of(about, access.token());
        } finally {
            answer.cancel(true);
        }
    }

    private URI redirected(String about, URI from, HttpResponse<String> answer) {
        String status = "HTTP " + answer.statusCode();
        try {
            URI to = URI.create(answer.headers().firstValue("Location").orElse(""));
            if (to.isOpaque() || to.getPath().isEmpty()) {
                throw failure(about, status + " without saying where to", Answer.NOT_GITHUB);
            }
            URI next = from.resolve(to);
            if ("https".equals(from.getScheme()) && !"https".equals(next.getScheme())) {
                throw failure(about, status + " to an address without https", Answer.NOT_GITHUB);
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw failure(about, status + " to what is no address", Answer.NOT_GITHUB);
        }
    }

    private RepositoryException failure(String about, String words, String fix) {
        return new Diagnosis(true, words, fix).of(about, access.token());
    }
}
