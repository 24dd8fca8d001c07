package org.archirender.publish.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.archirender.publish.git.Diagnosis;
import org.archirender.publish.github.GitHubConnection.NoAnswer;
import org.kohsuke.github.HttpException;

/** What a question means that GitHub did not answer as wished. */
final class GitHubFailure {
    /** For what somebody else must have answered. */
    static final String NOT_GITHUB =
            "check --api, and whether a proxy answers in GitHub's place; then run the same command again";

    /** The words for an answer that can't be read. */
    static final String NOT_ITS_API = "what it answers is not what GitHub's API says";

    private GitHubFailure() {}

    /** What the failure {@code cause} means. */
    static Diagnosis of(IOException cause) {
        Optional<Diagnosis> none = Diagnosis.find(cause, NoAnswer.class).map(NoAnswer::diagnosis);
        if (none.isPresent()) {
            return none.get();
        }
        String said = said(cause);
        int status = cause instanceof HttpException http ? http.getResponseCode() : 0;
        boolean archived = said.toLowerCase(Locale.ROOT).contains("archived");
        return Diagnosis.first(
                        new Diagnosis(Diagnosis.isA(cause, JsonProcessingException.class), NOT_ITS_API, NOT_GITHUB),
                        new Diagnosis(
                                Diagnosis.isA(cause, FileNotFoundException.class),
                                said,
                                "it is not there, or the token may not see it: check the names in port.yaml and what"
                                        + " the token may do"),
                        new Diagnosis(status == 401, said, Diagnosis.EXPIRED),
                        new Diagnosis(status == 403 && archived, said, Diagnosis.ARCHIVED),
                        new Diagnosis(
                                status == 403,
                                said,
                                "the token's account may not do that: ask the organisation's owner"),
                        new Diagnosis(
                                Set.of(301, 302, 307, 308).contains(status),
                                said,
                                "the repository was renamed or moved: correct port.yaml"))
                .orElse(new Diagnosis(true, said, Diagnosis.RERUN));
    }

    private static String said(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.startsWith("Ran out of retries")) {
            return "it puts us off, or sends us on, again and again";
        }
        return said(message).orElseGet(() -> cause instanceof HttpException http ? plain(http, message) : message);
    }

    /** A refusal that is not GitHub's: its text, unless that is a page for browsers or github-api's own words. */
    private static String plain(HttpException cause, String message) {
        String status = "HTTP " + cause.getResponseCode();
        boolean isText = !message.isBlank() && !message.contains("<") && !message.startsWith("Server returned HTTP");
        return isText ? status + ": " + message : status;
    }

    /** GitHub's own words from the JSON of a refusal, with the rules that the question broke. */
    private static Optional<String> said(String body) {
        try {
            JsonNode json = new ObjectMapper().readTree(body.substring(Math.max(0, body.indexOf('{'))));
            String message = json.path("message").asText();
            for (JsonNode error : json.path("errors")) {
                String rule = error.path("message").asText();
                message += rule.isEmpty() ? "" : ": " + rule;
            }
            return Optional.of(message).filter(text -> !text.isBlank());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
