package org.archirender.publish.github;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCommitState;
import org.kohsuke.github.GHCommitStatus;
import org.kohsuke.github.GHRepository;

/** What upstream's own CI says of its commits, as GitHub has it: commit statuses and check runs. */
public record UpstreamCi(GitHubClient client) {
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
        String owner = repository.substring(0, repository.indexOf('/'));
        String name = repository.substring(repository.indexOf('/') + 1);
        return client.ask(repository, () -> {
            GHRepository upstream = client.repository(owner, name)
                    .orElseThrow(() -> new RepositoryException(
                            "%s: there is no %s".formatted(client.host(), repository),
                            "correct base.repo in " + overlay,
                            null));
            return checks(upstream, commit);
        });
    }

    private static Optional<String> checks(GHRepository repository, String commit) throws IOException {
        List<String> running = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (GHCommitStatus status : repository.listCommitStatuses(commit)) {
            if (!seen.contains(status.getContext())) {
                seen.add(status.getContext());
                if (status.getState() == GHCommitState.PENDING) {
                    running.add(status.getContext());
                } else if (status.getState() != GHCommitState.SUCCESS) {
                    failed.add(status.getContext());
                }
            }
        }
        for (GHCheckRun run : repository.getCheckRuns(commit)) {
            seen.add(run.getName());
            if (run.getStatus() != GHCheckRun.Status.COMPLETED) {
                running.add(run.getName());
            } else if (!passed(run)) {
                failed.add(run.getName());
            }
        }
        return summary(seen, running, failed);
    }

    private static Optional<String> summary(List<String> seen, List<String> running, List<String> failed) {
        if (!failed.isEmpty()) {
            return Optional.of("upstream's CI failed: " + String.join(", ", failed));
        }
        if (!running.isEmpty()) {
            return Optional.of("upstream's CI still runs: " + String.join(", ", running));
        }
        return seen.isEmpty() ? Optional.of("upstream's CI has said nothing of this commit") : Optional.empty();
    }

    private static boolean passed(GHCheckRun run) {
        return switch (run.getConclusion()) {
            case SUCCESS, NEUTRAL, SKIPPED -> true;
            default -> false;
        };
    }
}
