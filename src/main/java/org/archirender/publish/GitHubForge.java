package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.UpstreamChecks.State;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCommitState;
import org.kohsuke.github.GHCommitStatus;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.HttpException;

/** GitHub, or a GitHub Enterprise, through its REST API: forks, branches, pull requests, and what CI says of a commit. */
public final class GitHubForge {
    private static final Duration FORK_PATIENCE = Duration.ofMinutes(5);
    private static final Duration FORK_POLL = Duration.ofSeconds(2);

    private final GitHub github;
    private final String host;
    private final Pause pause;
    private final Optional<Token> token;

    private GitHubForge(GitHub github, String host, Pause pause, Optional<Token> token) {
        this.github = github;
        this.host = host;
        this.pause = pause;
        this.token = token;
    }

    /**
     * A connection; nothing is asked yet.
     *
     * @param endpoint of the API, {@code https://api.github.com} or an Enterprise's {@code https://HOST/api/v3}
     * @param access its token and timeout
     */
    public static GitHubForge at(String endpoint, RemoteAccess access, Pause pause) {
        requireNonNull(pause, "pause is null");
        GitHubLimits limits = new GitHubLimits(pause);
        GitHubBuilder builder = new GitHubBuilder()
                .withEndpoint(endpoint)
                .withConnector(new GitHubConnection(access.timeout(), new ContentPace(pause)))
                .withRateLimitHandler(limits.primary())
                .withAbuseLimitHandler(limits.secondary());
        // Not withOAuthToken, which asks for the token's user first.
        access.token().ifPresent(token -> builder.withAuthorizationProvider(() -> "Bearer " + token.secret()));
        try {
            return new GitHubForge(builder.build(), GitHubConnection.host(endpoint), pause, access.token());
        } catch (IOException e) {
            throw new RepositoryException(endpoint + ": " + e.getMessage(), "check the address", null);
        }
    }

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
        return ask(
                owner + "/" + name,
                () -> repository(owner, name)
                        .map(found ->
                                new Repository(found.getFullName(), found.getDefaultBranch(), found.isArchived())));
    }

    /** Forks {@code upstreamOwner/name} into {@code owner}, and waits until the fork and its branches are there. */
    public void fork(String upstreamOwner, String name, String owner) {
        ask(upstreamOwner + "/" + name, () -> {
            GHRepository upstream = repository(upstreamOwner, name)
                    .orElseThrow(() -> new RepositoryException(
                            "%s: there is no %s/%s to fork".formatted(host, upstreamOwner, name),
                            "check upstream-org: in port.yaml and the package's name",
                            null));
            request(upstream, owner);
            Instant deadline = pause.now().plus(FORK_PATIENCE);
            while (head(owner, name, upstream.getDefaultBranch()).isEmpty()) {
                if (pause.now().isAfter(deadline)) {
                    throw new RepositoryException(
                            "%s: the fork %s/%s is not there after %d minutes"
                                    .formatted(host, owner, name, FORK_PATIENCE.toMinutes()),
                            "run the same command again: it goes on where it stopped",
                            null);
                }
                pause.sleep(FORK_POLL);
            }
            return owner;
        });
    }

    /** Asks for the fork; that it is not there yet is no failure, for a large repository takes GitHub minutes. */
    private void request(GHRepository upstream, String owner) throws IOException {
        try {
            upstream.createFork().organization(github.getOrganization(owner)).create();
        } catch (HttpException e) {
            throw e;
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("find the new repository")) {
                throw e;
            }
        }
    }

    /** The commit at {@code branch}, 40 hex digits; empty where there is no such branch or repository. */
    public Optional<String> head(String owner, String name, String branch) {
        return ask(owner + "/" + name, () -> {
            Optional<GHRepository> repository = repository(owner, name);
            try {
                return repository.isEmpty()
                        ? Optional.empty()
                        : Optional.of(repository
                                .get()
                                .getRef("heads/" + branch)
                                .getObject()
                                .getSha());
            } catch (FileNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** Makes {@code branch} at {@code commit}. */
    public void createBranch(String owner, String name, String branch, String commit) {
        ask(owner + "/" + name, () -> existing(owner, name).createRef("refs/heads/" + branch, commit));
    }

    /** Makes {@code branch} the one that a clone checks out. */
    public void setDefaultBranch(String owner, String name, String branch) {
        ask(owner + "/" + name, () -> {
            existing(owner, name).setDefaultBranch(branch);
            return branch;
        });
    }

    /** What CI says of {@code commit}; a context that ran several times counts with its newest run. */
    public UpstreamChecks checks(String owner, String name, String commit) {
        return ask(owner + "/" + name, () -> {
            GHRepository repository = existing(owner, name);
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
            return checks(seen, running, failed);
        });
    }

    private static UpstreamChecks checks(List<String> seen, List<String> running, List<String> failed) {
        if (!failed.isEmpty()) {
            return new UpstreamChecks(State.FAILED, "upstream's CI failed: " + String.join(", ", failed));
        }
        if (!running.isEmpty()) {
            return new UpstreamChecks(State.RUNNING, "upstream's CI still runs: " + String.join(", ", running));
        }
        return seen.isEmpty()
                ? new UpstreamChecks(State.NONE, "upstream's CI has said nothing of this commit")
                : new UpstreamChecks(State.GREEN, "upstream's CI passed");
    }

    private static boolean passed(GHCheckRun run) {
        return switch (run.getConclusion()) {
            case SUCCESS, NEUTRAL, SKIPPED -> true;
            default -> false;
        };
    }

    /**
     * A pull request that is open.
     *
     * @param number as in its address
     * @param url for people
     */
    public record PullRequest(int number, String url) {}

    /** The open pull request from {@code head} to {@code base} in {@code owner/name}. */
    public Optional<PullRequest> openPullRequest(String owner, String name, String head, String base) {
        return ask(owner + "/" + name, () -> open(owner, name, head, base).map(GitHubForge::pullRequest));
    }

    /** Opens a pull request, or brings the open one's title and body up to date; never a second one. */
    public PullRequest propose(String owner, String name, String head, String base, String title, String body) {
        return ask(owner + "/" + name, () -> {
            Optional<GHPullRequest> open = open(owner, name, head, base);
            if (open.isEmpty()) {
                return pullRequest(existing(owner, name).createPullRequest(title, head, base, body));
            }
            if (!title.equals(open.get().getTitle())) {
                open.get().setTitle(title);
            }
            if (!body.equals(open.get().getBody())) {
                open.get().setBody(body);
            }
            return pullRequest(open.get());
        });
    }

    /** Closes the open pull request, if there is one. */
    public Optional<PullRequest> withdraw(String owner, String name, String head, String base) {
        return ask(owner + "/" + name, () -> {
            Optional<GHPullRequest> open = open(owner, name, head, base);
            if (open.isPresent()) {
                open.get().close();
            }
            return open.map(GitHubForge::pullRequest);
        });
    }

    private Optional<GHPullRequest> open(String owner, String name, String head, String base) throws IOException {
        for (GHPullRequest pull : existing(owner, name)
                .queryPullRequests()
                .state(GHIssueState.OPEN)
                .head(owner + ":" + head)
                .base(base)
                .list()) {
            return Optional.of(pull);
        }
        return Optional.empty();
    }

    private static PullRequest pullRequest(GHPullRequest pull) {
        return new PullRequest(pull.getNumber(), pull.getHtmlUrl().toString());
    }

    private Optional<GHRepository> repository(String owner, String name) throws IOException {
        try {
            GHRepository found = github.getRepository(owner + "/" + name);
            if (!found.getFullName().equalsIgnoreCase(owner + "/" + name)) {
                throw new RepositoryException(
                        "%s: %s/%s was renamed to %s".formatted(host, owner, name, found.getFullName()),
                        "correct the package's name or the organisation in port.yaml",
                        null);
            }
            return Optional.of(found);
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private GHRepository existing(String owner, String name) throws IOException {
        return repository(owner, name)
                .orElseThrow(() -> new RepositoryException(
                        "%s: there is no %s/%s".formatted(host, owner, name),
                        "make it with archi-render fork " + name.replaceFirst("-feedstock$", ""),
                        null));
    }

    /** A question to GitHub. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T ask(String repository, Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            String message = token.map(secret -> secret.blot(said)).orElse(said);
            throw new RepositoryException("%s: %s: %s".formatted(host, repository, brief(message)), fix(e), null);
        }
    }

    /** The first line of what GitHub says, or its JSON's message. */
    private static String brief(String message) {
        int at = message.indexOf("\"message\":");
        String text = at < 0
                ? message
                : message.substring(at + "\"message\":".length()).strip().replaceFirst("^\"([^\"]*)\".*", "$1");
        return text.lines().findFirst().orElse("");
    }

    private static String fix(IOException e) {
        int status = e instanceof HttpException http ? http.getResponseCode() : 0;
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return switch (status) {
            case 401 -> "the token was refused: has it expired?";
            case 403 ->
                said.contains("archived")
                        ? "the repository is archived: unarchive it, or set skip: in its overlay"
                        : "the token's account may not do that: ask the organisation's owner";
            case 301, 302, 307, 308 -> "the repository was renamed or moved: correct port.yaml";
            default -> "run the same command again: it goes on where it stopped";
        };
    }
}
