package org.archirender.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;

/** What upstream's own CI says of its commits, as GitHub has it: commit statuses and check runs. */
public record UpstreamCi(GitHubClient client) {
    private static final Set<String> PASSED = Set.of("success", "neutral", "skipped");

    /**
     * Why {@code commit} of {@code repository} may not be built on, in one line; empty where all that there is has
     * passed, and there is something. A context that ran several times counts with its newest run.
     *
     * @param overlay the file that names the two
     * @throws InputException where that is no repository on GitHub
     * @throws RepositoryException where GitHub does not answer, or has no such repository
     */
    public Optional<String> notGreen(String overlay, String repository, String commit) {
        if (!repository.matches("[\\w.-]+/[\\w.-]+")) {
            throw new InputException(
                    Location.of(overlay),
                    "base: '%s' is no OWNER/NAME on GitHub, whose CI 'when: upstream-green' asks".formatted(repository),
                    "give base.repo as OWNER/NAME, or take 'when' out of port.yaml");
        }
        if (client.repository(repository).isEmpty()) {
            throw new RepositoryException(
                    "%s: there is no %s".formatted(client.host(), repository), "correct base.repo in " + overlay, null);
        }
        List<String> running = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        String path = "/repos/" + repository + "/commits/" + commit;
        for (JsonNode status : client.list(repository, path + "/statuses", "")) {
            String context = status.path("context").asText();
            String state = status.path("state").asText();
            if (!seen.contains(context)) {
                seen.add(context);
                if (state.equals("pending")) {
                    running.add(context);
                } else if (!state.equals("success")) {
                    failed.add(context);
                }
            }
        }
        for (JsonNode run : client.list(repository, path + "/check-runs", "check_runs")) {
            String name = run.path("name").asText();
            seen.add(name);
            if (!run.path("status").asText().equals("completed")) {
                running.add(name);
            } else if (!PASSED.contains(run.path("conclusion").asText())) {
                failed.add(name);
            }
        }
        if (!failed.isEmpty()) {
            return Optional.of("upstream's CI failed: " + String.join(", ", failed));
        }
        if (!running.isEmpty()) {
            return Optional.of("upstream's CI still runs: " + String.join(", ", running));
        }
        return seen.isEmpty() ? Optional.of("upstream's CI has said nothing of this commit") : Optional.empty();
    }
}
