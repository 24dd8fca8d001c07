package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** HTTP for github-api, with a timeout on every request and a pace for those that create or change something. */
final class GitHubConnection implements GitHubConnector {
    private final HttpClient client;
    private final Duration timeout;
    private final ContentPace pace;

    GitHubConnection(Duration timeout, ContentPace pace) {
        this.timeout = requireNonNull(timeout, "timeout is null");
        this.pace = requireNonNull(pace, "pace is null");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        if (!request.method().equals("GET")) {
            pace.await();
        }
        try {
            HttpResponse<InputStream> response = client.send(http(request), BodyHandlers.ofInputStream());
            return new Response(request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private HttpRequest http(GitHubConnectorRequest request) throws IOException {
        HttpRequest.Builder builder;
        try {
            builder = HttpRequest.newBuilder(request.url().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no address: " + request.url(), e);
        }
        builder.timeout(timeout);
        request.allHeaders().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (request.contentType() != null) {
            builder.header("Content-Type", request.contentType());
        }
        byte[] body = request.hasBody() ? request.body().readAllBytes() : new byte[0];
        return builder.method(request.method(), BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A redirect is an answer like others: where a repository moved is for the user to decide. */
    private static final class Response extends GitHubConnectorResponse.ByteArrayResponse {
        private final HttpResponse<InputStream> response;

        Response(GitHubConnectorRequest request, HttpResponse<InputStream> response) {
            super(request, response.statusCode(), response.headers().map());
            this.response = response;
        }

        @Override
        protected InputStream rawBodyStream() {
            return response.body();
        }

        @Override
        public void close() throws IOException {
            super.close();
            response.body().close();
        }
    }

    /** Where {@code endpoint} is, for messages. */
    static String host(String endpoint) {
        return URI.create(endpoint).getHost();
    }
}
