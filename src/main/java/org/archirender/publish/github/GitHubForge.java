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

    /** The repository {@code owner/name}; empty where there is none, or none that the token may see. */
    public Optional<Repository> find(String owner, String name) {
        return client.ask(
                owner + "/" + name,
                () -> client.repository(owner, name)
                        .map(found ->
                                new Repository(found.getFullName(), found.getDefaultBranch(), found.isArchived())));
    }

    /** Forks {@code upstreamOwner/name} into {@code owner}, and waits until the fork and its branches are there. */
    public void fork(String upstreamOwner, String name, String owner) {
        client.ask(upstreamOwner + "/" + name, () -> {
            GHRepository upstream = client.repository(upstreamOwner, name)
                    .orElseThrow(() -> new RepositoryException(
                            "%s: there is no %s/%s to fork".formatted(client.host(), upstreamOwner, name),
                            "check upstream-org: in port.yaml and the package's name",
                            null));
            request(upstream, owner);
            Instant deadline = client.pause().now().plus(FORK_PATIENCE);
            while (head(owner, name, upstream.getDefaultBranch()).isEmpty()) {
                if (client.pause().now().isAfter(deadline)) {
                    throw new RepositoryException(
                            "%s: the fork %s/%s is not there after %d minutes"
                                    .formatted(client.host(), owner, name, FORK_PATIENCE.toMinutes()),
                            Diagnosis.RERUN,
                            null);
                }
                client.pause().sleep(FORK_POLL);
            }
            return owner;
        });
    }

    /** Asks for the fork; that it is not there yet is no failure, for a large repository takes GitHub minutes. */
    private void request(GHRepository upstream, String owner) throws IOException {
        try {
            fork(upstream, owner).create();
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
    public Optional<String> head(String owner, String name, String branch) {
        return client.ask(owner + "/" + name, () -> {
            Optional<GHRepository> repository = client.repository(owner, name);
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
    public void createBranch(String owner, String name, String branch, String commit) {
        client.ask(owner + "/" + name, () -> client.existing(owner, name).createRef("refs/heads/" + branch, commit));
    }

    /** Makes {@code branch} the one that a clone checks out. */
    public void setDefaultBranch(String owner, String name, String branch) {
        client.ask(owner + "/" + name, () -> {
            client.existing(owner, name).setDefaultBranch(branch);
            return branch;
        });
    }
}
