package org.archirender.publish.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer of the stand-in for GitHub.
 *
 * @param headers with a {@code Content-Length} that is not the body's, the answer breaks off where the body ends
 * @param drip how long each byte of the body takes
 */
public record GitHubAnswer(int status, Map<String, String> headers, String body, Duration drip) {
    /** With {@code body} as it is, which may be empty. */
    public static GitHubAnswer of(int status, String body) {
        return new GitHubAnswer(status, Map.of(), body, Duration.ZERO);
    }

    static GitHubAnswer json(int status, Object body) {
        try {
            return of(status, new ObjectMapper().writeValueAsString(body))
                    .with("Content-Type", "application/json; charset=utf-8");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static GitHubAnswer ok(Object body) {
        return json(200, body);
    }

    /** GitHub's way to say no. */
    static GitHubAnswer refused(int status, String message) {
        return json(status, Map.of("message", message, "status", "" + status));
    }

    static GitHubAnswer notFound() {
        return refused(404, "Not Found");
    }

    /** A field of a request that GitHub does not take, or a rule that it breaks. */
    static GitHubAnswer invalid(Map<String, String> error) {
        return json(422, Map.of("message", "Validation Failed", "errors", List.of(error), "status", "422"));
    }

    /** As git is answered, which shows the text to its user. */
    static GitHubAnswer text(int status, String text) {
        return of(status, text).with("Content-Type", "text/plain");
    }

    /** With one header more. */
    public GitHubAnswer with(String header, String value) {
        return with(Map.of(header, value));
    }

    GitHubAnswer with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new GitHubAnswer(status, all, body, drip);
    }

    /** The same, byte by byte. */
    public GitHubAnswer dripping(Duration time) {
        return new GitHubAnswer(status, headers, body, time);
    }

    void send(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        long length = Long.parseLong(headers.getOrDefault("Content-Length", "" + bytes.length));
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        for (int at = 0; !drip.isZero() && at < bytes.length; at++) {
            Thread.sleep(drip.toMillis());
            exchange.getResponseBody().write(bytes, at, 1);
            exchange.getResponseBody().flush();
        }
        if (drip.isZero()) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
