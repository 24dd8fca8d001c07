package org.archirender.publish.github;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.git.Diagnosis;

/** Repositories on GitHub, or on a GitHub Enterprise: whether they are there, forks, branches. */
public record GitHubForge(GitHubClient client) {
    private static final Duration FORK_PATIENCE = Duration.ofMinutes(5);
    private static final Duration FORK_POLL = Duration.ofSeconds(2);

    /**
     * A repository.
     *
     * @param fullName {@code owner/name}
     * @param defaultBranch such as {@code main}
     * @param archived whether it is read-only
     */
    public record Repository(String fullName, String defaultBranch, boolean archived) {}

    /** The repository {@code owner/name}; empty where there is none, or none that the token may see. */
    public Optional<Repository> find(String owner, String name) {
        return client.repository(owner + "/" + name)
                .map(found -> new Repository(
                        found.path("full_name").asText(),
                        found.path("default_branch").asText(),
                        found.path("archived").asBoolean()));
    }

    /** Forks {@code upstreamOwner/name} into {@code owner}, and waits until the fork and its branches are there. */
    public void fork(String upstreamOwner, String name, String owner) {
        String from = upstreamOwner + "/" + name;
        Repository upstream = find(upstreamOwner, name)
                .orElseThrow(() -> new RepositoryException(
                        "%s: there is no %s to fork".formatted(client.host(), from),
                        "check upstream-org: in port.yaml and the package's name",
                        null));
        client.get(from, "/orgs/" + owner, "").json();
        client.change(from, "POST", "/repos/" + from + "/forks", Map.of("organization", owner))
                .json();
        Instant deadline = client.pause().now().plus(FORK_PATIENCE);
        while (head(owner, name, upstream.defaultBranch()).isEmpty()) {
            if (client.pause().now().isAfter(deadline)) {
                throw new RepositoryException(
                        "%s: the fork %s/%s is not there after %d minutes"
                                .formatted(client.host(), owner, name, FORK_PATIENCE.toMinutes()),
                        Diagnosis.RERUN,
                        null);
            }
            client.pause().sleep(FORK_POLL);
        }
    }

    /** The commit at {@code branch}, 40 hex digits; empty where there is no such branch or repository. */
    public Optional<String> head(String owner, String name, String branch) {
        String repository = owner + "/" + name;
        if (client.repository(repository).isEmpty()) {
            return Optional.empty();
        }
        Answer answer = client.get(repository, "/repos/" + repository + "/git/ref/heads/" + branch, "");
        // "Git Repository is empty" is a conflict, and is also what a fork is while its objects are copied.
        return answer.isAbsent() || answer.isConflict()
                ? Optional.empty()
                : Optional.of(answer.text(answer.json().path("object"), "sha"));
    }

    /** Makes {@code branch} at {@code commit}. */
    public void createBranch(String owner, String name, String branch, String commit) {
        change(owner + "/" + name, "POST", "/git/refs", Map.of("ref", "refs/heads/" + branch, "sha", commit));
    }

    /** Makes {@code branch} the one that a clone checks out. */
    public void setDefaultBranch(String owner, String name, String branch) {
        change(owner + "/" + name, "PATCH", "", Map.of("default_branch", branch));
    }

    private void change(String repository, String method, String path, Map<String, String> fields) {
        client.checkExists(repository);
        client.change(repository, method, "/repos/" + repository + path, fields).json();
    }
}
