package org.archirender.publish.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.archirender.publish.git.Diagnosis;
import org.archirender.publish.git.Patience;
import org.archirender.publish.git.Patience.Answer;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.git.Site;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** HTTP for github-api, with a timeout on every whole answer and a pace for requests that create or change something. */
final class GitHubConnection implements GitHubConnector {
    private final HttpClient client;
    /** Bytes that an answer may have. */
    static final int MOST = 16 << 20;

    private final RemoteAccess access;
    private final Duration timeout;
    private final ContentPace pace;

    GitHubConnection(RemoteAccess access) {
        this.access = access;
        this.timeout = access.timeout();
        this.pace = new ContentPace(access.pause());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** No answer, or none that can be GitHub's. */
    static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1;

        private final transient Diagnosis diagnosis;

        NoAnswer(Diagnosis diagnosis) {
            super(diagnosis.words());
            this.diagnosis = diagnosis;
        }

        NoAnswer(String words, String fix) {
            this(new Diagnosis(true, words, fix));
        }

        /** For the user; it has neither address nor secret. */
        Diagnosis diagnosis() {
            return diagnosis;
        }
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        if (!request.method().equals("GET")) {
            pace.await();
        }
        Optional<Site> site = Site.of(request.url().toExternalForm());
        site.ifPresent(access::checkOpen);
        Patience patience = new Patience(access.pause());
        while (true) {
            GitHubConnectorResponse response = answer(request);
            if (response.statusCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
                site.ifPresent(access::refused);
            }
            Answer answer = new Answer(response.statusCode(), name -> Optional.ofNullable(response.header(name)));
            if (!patience.waits(request.url().getHost(), answer)) {
                return response;
            }
        }
    }

    private GitHubConnectorResponse answer(GitHubConnectorRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(http(request), about -> new BoundedBody(MOST));
        try {
            // The request's own timeout ends with the headers; an answer that drips in must end as well.
            return response(request, answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (TimeoutException e) {
            throw new NoAnswer("no answer in time", Diagnosis.RERUN);
        } catch (ExecutionException e) {
            throw new NoAnswer(Diagnosis.find(e, NoAnswer.class)
                    .map(NoAnswer::diagnosis)
                    .or(() -> Diagnosis.ofConnection(e, "", "--api"))
                    .orElse(new Diagnosis(
                            true, "the connection broke off before the whole answer was there", Diagnosis.RERUN)));
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest http(GitHubConnectorRequest request) throws IOException {
        HttpRequest.Builder builder;
        try {
            builder = HttpRequest.newBuilder(new URI(address(request)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new NoAnswer("sends us to what is no address", GitHubFailure.NOT_GITHUB);
        }
        builder.timeout(timeout);
        request.allHeaders().forEach((name, values) -> {
            boolean secret = name.equalsIgnoreCase("Authorization");
            // Plain answers, so that what is no answer of GitHub's can be told.
            if (!name.equalsIgnoreCase("Accept-Encoding") && (!secret || mayHaveToken(request))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        if (request.contentType() != null) {
            builder.header("Content-Type", request.contentType());
        }
        byte[] body = request.hasBody() ? request.body().readAllBytes() : new byte[0];
        return builder.method(request.method(), BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String address(GitHubConnectorRequest request) {
        String asked = request.url().toExternalForm();
        return request.method().equals("GET") ? CurrentRoute.of(asked) : asked;
    }

    private boolean mayHaveToken(GitHubConnectorRequest request) {
        return Site.of(request.url().toExternalForm()).flatMap(access::tokenFor).isPresent();
    }

    /** The answer as github-api takes it, if it may be one of GitHub's at all. */
    private static GitHubConnectorResponse response(GitHubConnectorRequest request, HttpResponse<byte[]> answer)
            throws IOException {
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            checkRedirect(answer);
        }
        // GitHub answers a question with JSON, and where there is nothing to say with 204.
        if (status >= 200 && status < 300 && status != 204 && !isJson(answer.body())) {
            throw new NoAnswer(
                    "HTTP " + status + " with something else than GitHub's answer", GitHubFailure.NOT_GITHUB);
        }
        byte[] body = status == 200 ? CurrentRoute.body(address(request), answer.body()) : answer.body();
        return new Response(request, answer, body);
    }

    private static void checkRedirect(HttpResponse<byte[]> answer) throws IOException {
        try {
            URI to = URI.create(answer.headers().firstValue("Location").orElse(""));
            if (to.isOpaque() || to.getPath().isEmpty()) {
                throw new NoAnswer(
                        "HTTP " + answer.statusCode() + " without saying where to", GitHubFailure.NOT_GITHUB);
            }
        } catch (IllegalArgumentException e) {
            throw new NoAnswer("HTTP " + answer.statusCode() + " to what is no address", GitHubFailure.NOT_GITHUB);
        }
    }

    private static boolean isJson(byte[] body) {
        for (byte next : body) {
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next == '{' || next == '[';
            }
        }
        return false;
    }

    /** A redirect is an answer like others: github-api follows it, and leaves the token out where it leads elsewhere. */
    private static final class Response extends GitHubConnectorResponse.ByteArrayResponse {
        private final byte[] body;

        Response(GitHubConnectorRequest request, HttpResponse<byte[]> answer, byte[] body) {
            super(request, answer.statusCode(), headers(answer));
            this.body = body;
        }

        /** GitHub does not always head a secondary limit as one; github-api goes by the heading alone. */
        private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(answer.headers().map());
            if (answer.statusCode() == 403
                    && new String(answer.body(), StandardCharsets.UTF_8).contains("secondary rate limit")) {
                headers.putIfAbsent("Retry-After", List.of("60"));
            }
            return headers;
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
