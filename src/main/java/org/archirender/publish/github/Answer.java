package org.archirender.publish.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.Diagnosis;

/**
 * What GitHub answered, and what it means where that is not what was wished.
 *
 * @param about host and repository, for messages
 * @param token for no message to tell
 */
record Answer(String about, Optional<AccessToken> token, HttpResponse<String> http) {
    /** For what somebody else must have answered. */
    static final String NOT_GITHUB =
            "check --api, and whether a proxy answers in GitHub's place; then run the same command again";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request's body. */
    static String text(Map<String, String> fields) {
        return JSON.valueToTree(fields).toString();
    }

    boolean isAbsent() {
        return http.statusCode() == HttpURLConnection.HTTP_NOT_FOUND;
    }

    /** Whether it says that things are not, or not yet, as they would have to be. */
    boolean isConflict() {
        return http.statusCode() == HttpURLConnection.HTTP_CONFLICT;
    }

    boolean isRefusal() {
        return http.statusCode() >= 400;
    }

    /** Its content; GitHub answers a question with JSON, and where there is nothing to say with 204. */
    JsonNode json() {
        if (isRefusal()) {
            throw failure();
        }
        String body = http.body().strip();
        if (!body.startsWith("{") && !body.startsWith("[") && http.statusCode() != HttpURLConnection.HTTP_NO_CONTENT) {
            throw notGitHub("HTTP " + http.statusCode() + " with something else than GitHub's answer");
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw notItsApi();
        }
    }

    /** The list in {@code field} of its content, or the list that this is where that is empty. */
    JsonNode items(String field) {
        JsonNode items = field.isEmpty() ? json() : json().path(field);
        if (!items.isArray()) {
            throw notItsApi();
        }
        return items;
    }

    /** The text in {@code field} of {@code node}, which has to have one. */
    String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw notItsApi();
        }
        return node.path(field).asText();
    }

    /** Where a list goes on. */
    Optional<URI> next() {
        Matcher link = Pattern.compile("<([^>]*)>;\\s*rel=\"next\"")
                .matcher(String.join(",", http.headers().allValues("Link")));
        try {
            return link.find() ? Optional.of(http.uri().resolve(link.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw notItsApi();
        }
    }

    private RepositoryException notItsApi() {
        return notGitHub("what it answers is not what GitHub's API says");
    }

    RepositoryException notGitHub(String words) {
        return new Diagnosis(true, words, NOT_GITHUB).of(about, token);
    }

    private RepositoryException failure() {
        String said = said();
        int status = http.statusCode();
        boolean archived = said.toLowerCase(Locale.ROOT).contains("archived");
        return Diagnosis.first(
                        new Diagnosis(
                                isAbsent(),
                                said,
                                "it is not there, or the token may not see it: check the names in port.yaml and what"
                                        + " the token may do"),
                        new Diagnosis(status == 401, said, Diagnosis.EXPIRED),
                        new Diagnosis(status == 403 && archived, said, Diagnosis.ARCHIVED),
                        new Diagnosis(
                                status == 403,
                                said,
                                "the token's account may not do that: ask the organisation's owner"))
                .orElse(new Diagnosis(true, said, Diagnosis.RERUN))
                .of(about, token);
    }

    /** GitHub's own words, with the rules that the question broke; else the text, unless that is a page for browsers. */
    private String said() {
        String body = http.body();
        try {
            JsonNode json = JSON.readTree(body);
            String message = json.path("message").asText();
            for (JsonNode error : json.path("errors")) {
                String rule = error.path("message").asText();
                message += rule.isEmpty() ? "" : ": " + rule;
            }
            if (!message.isBlank()) {
                return message;
            }
        } catch (JsonProcessingException e) {
            // A proxy's answer, or a page.
        }
        String status = "HTTP " + http.statusCode();
        return body.isBlank() || body.contains("<") ? status : status + ": " + body;
    }
}
