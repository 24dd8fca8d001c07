package org.archirender.publish.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An answer of the stand-in for GitHub. */
record GitHubAnswer(int status, Map<String, String> headers, String body) {
    static GitHubAnswer json(int status, Object body) {
        try {
            return new GitHubAnswer(
                    status,
                    Map.of("Content-Type", "application/json; charset=utf-8"),
                    new ObjectMapper().writeValueAsString(body));
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
        return new GitHubAnswer(status, Map.of("Content-Type", "text/plain"), text);
    }

    GitHubAnswer with(Map<String, String> headers) {
        return new GitHubAnswer(status, headers, body);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
