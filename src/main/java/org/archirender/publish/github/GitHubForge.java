package org.archirender.publish.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.git.Diagnosis;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHRepositoryForkBuilder;
import org.kohsuke.github.HttpException;

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

    /** The repository at {@code home}; empty where there is none, or none that the token may see. */
    public Optional<Repository> find(Home home) {
        return client.ask(
                home.toString(),
                () -> client.repository(home.owner(), home.name())
                        .map(found ->
                                new Repository(found.getFullName(), found.getDefaultBranch(), found.isArchived())));
    }

    /** Forks {@code upstream} to {@code own}, and waits until the fork and its branches are there. */
    public void fork(Home upstream, Home own) {
        client.ask(upstream.toString(), () -> {
            GHRepository from = client.repository(upstream.owner(), upstream.name())
                    .orElseThrow(() -> new RepositoryException(
                            "%s: there is no %s to fork".formatted(client.host(), upstream),
                            "check upstream-org: in port.yaml and the package's name",
                            null));
            request(from, own);
            Instant deadline = client.pause().now().plus(FORK_PATIENCE);
            while (head(own, from.getDefaultBranch()).isEmpty()) {
                if (client.pause().now().isAfter(deadline)) {
                    throw new RepositoryException(
                            "%s: the fork %s is not there after %d minutes"
                                    .formatted(client.host(), own, FORK_PATIENCE.toMinutes()),
                            Diagnosis.RERUN,
                            null);
                }
                client.pause().sleep(FORK_POLL);
            }
            return own;
        });
    }

    /** Asks for the fork; that it is not there yet is no failure, for a large repository takes GitHub minutes. */
    private void request(GHRepository upstream, Home own) throws IOException {
        try {
            GHRepositoryForkBuilder fork = fork(upstream, own.owner());
            (own.name().equals(upstream.getName()) ? fork : fork.name(own.name())).create();
        } catch (HttpException e) {
            throw e;
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("find the new repository")) {
                throw e;
            }
        }
    }

    /** GitHub forks into an organisation that is named, or else into the account of the token. */
    private GHRepositoryForkBuilder fork(GHRepository upstream, String owner) {
        return client.ask(owner, () -> {
            try {
                return upstream.createFork().organization(client.api().getOrganization(owner));
            } catch (FileNotFoundException e) {
                checkOurs(owner);
                return upstream.createFork();
            }
        });
    }

    /** That {@code account}, which is no organisation, is the token's. */
    private void checkOurs(String account) throws IOException {
        try {
            client.api().getUser(account);
        } catch (FileNotFoundException e) {
            throw new RepositoryException(
                    "%s: there is no account %s to fork into".formatted(client.host(), account),
                    "correct own-org: in port.yaml, or make the account",
                    null);
        }
        String ours = client.api().getMyself().getLogin();
        if (!account.equalsIgnoreCase(ours)) {
            throw new RepositoryException(
                    "%s: %s is a person's account, and the token is %s's: nobody forks into another person's"
                            .formatted(client.host(), account, ours),
                    "take a token of " + account + ", or correct own-org: in port.yaml",
                    null);
        }
    }

    /** The commit at {@code branch}, 40 hex digits; empty where there is no such branch or repository. */
    public Optional<String> head(Home home, String branch) {
        return client.ask(home.toString(), () -> {
            Optional<GHRepository> repository = client.repository(home.owner(), home.name());
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
            } catch (HttpException e) {
                // "Git Repository is empty", which is also what a fork is while its objects are copied.
                if (e.getResponseCode() == HttpURLConnection.HTTP_CONFLICT) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Makes {@code branch} at {@code commit}. */
    public void createBranch(Home home, String branch, String commit) {
        client.ask(home.toString(), () -> client.existing(home).createRef("refs/heads/" + branch, commit));
    }

    /** Makes {@code branch} the one that a clone checks out. */
    public void setDefaultBranch(Home home, String branch) {
        client.ask(home.toString(), () -> {
            client.existing(home).setDefaultBranch(branch);
            return branch;
        });
    }
}
