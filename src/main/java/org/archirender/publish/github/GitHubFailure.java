package org.archirender.publish.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteFailure;
import org.archirender.publish.github.GitHubConnection.NoAnswer;
import org.kohsuke.github.HttpException;

/** What a question means that GitHub did not answer as wished: one line on what happened, and who has to act. */
final class GitHubFailure {
    /** For what somebody else must have answered. */
    static final String NOT_GITHUB =
            "check --api, and whether a proxy answers in GitHub's place; then run the same command again";

    private static final int LONGEST = 200;

    private GitHubFailure() {}

    /** The failure {@code cause} of a question about {@code subject}, without the secret {@code token}. */
    static RepositoryException of(String host, String subject, Optional<AccessToken> token, IOException cause) {
        String said = token.map(secret -> secret.blot(said(cause))).orElseGet(() -> said(cause));
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String brief = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return new RepositoryException("%s: %s: %s".formatted(host, subject, brief), fix(cause, said), null);
    }

    private static String said(IOException cause) {
        Optional<NoAnswer> none = RemoteFailure.find(cause, NoAnswer.class);
        if (none.isPresent()) {
            return String.valueOf(none.get().getMessage());
        }
        if (RemoteFailure.find(cause, JsonProcessingException.class).isPresent()) {
            return "what it answers is not what GitHub's API says";
        }
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

    private static String fix(IOException cause, String said) {
        Optional<NoAnswer> none = RemoteFailure.find(cause, NoAnswer.class);
        if (none.isPresent()) {
            return none.get().fix();
        }
        if (RemoteFailure.find(cause, JsonProcessingException.class).isPresent()) {
            return NOT_GITHUB;
        }
        if (RemoteFailure.find(cause, FileNotFoundException.class).isPresent()) {
            return "it is not there, or the token may not see it: check the names in port.yaml and what the token may do";
        }
        return switch (cause instanceof HttpException http ? http.getResponseCode() : 0) {
            case 401 -> "the token was refused: has it expired?";
            case 403 ->
                said.toLowerCase(Locale.ROOT).contains("archived")
                        ? "the repository is archived: unarchive it, or set skip: in its overlay"
                        : "the token's account may not do that: ask the organisation's owner";
            case 301, 302, 307, 308 -> "the repository was renamed or moved: correct port.yaml";
            default -> RemoteFailure.RERUN;
        };
    }
}
