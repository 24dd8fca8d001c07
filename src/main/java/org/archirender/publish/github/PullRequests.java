package org.archirender.publish.github;

import java.io.IOException;
import java.util.Optional;
import org.archirender.publish.github.PullRequest.State;
import org.kohsuke.github.GHDirection;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHPullRequestQueryBuilder;
import org.kohsuke.github.HttpException;

/** Pull requests on GitHub from a branch of ours to another of the same repository: at most one is open. */
public record PullRequests(GitHubClient client) {
    /** In the body of a pull request that we closed, so that it is not taken for one that a person closed. */
    private static final String WITHDRAWN = "Closed by archi-render: nothing is left to change.";

    /**
     * From where to where.
     *
     * @param home of the repository
     * @param head the branch with the changes
     * @param base the branch that they go to
     */
    public record Route(Home home, String head, String base) {
        String repository() {
            return home.toString();
        }
    }

    /** The newest pull request that went that way, whatever became of it. */
    public Optional<PullRequest> newest(Route route) {
        return client.ask(route.repository(), () -> newestOf(route).map(pull -> pullRequest(pull, state(pull))));
    }

    /** Opens a pull request, or brings the open one's title and body up to date; never a second one. */
    public PullRequest propose(Route route, String title, String body) {
        return client.ask(route.repository(), () -> {
            Optional<GHPullRequest> open = open(route);
            if (open.isPresent()) {
                return pullRequest(open.get(), update(open.get(), title, body));
            }
            try {
                GHPullRequest made =
                        client.existing(route.home()).createPullRequest(title, route.head(), route.base(), body);
                return pullRequest(made, State.OPENED);
            } catch (HttpException e) {
                // Another publisher was there first.
                GHPullRequest theirs = open(route).orElseThrow(() -> e);
                return pullRequest(theirs, update(theirs, title, body));
            }
        });
    }

    private static State update(GHPullRequest pull, String title, String body) throws IOException {
        boolean newTitle = !title.equals(pull.getTitle());
        boolean newBody = !body.equals(text(pull));
        if (newTitle) {
            pull.setTitle(title);
        }
        if (newBody) {
            pull.setBody(body);
        }
        return newTitle || newBody ? State.UPDATED : State.OPEN;
    }

    /** Closes the open pull request, if there is one, and says why. */
    public Optional<PullRequest> withdraw(Route route) {
        return client.ask(route.repository(), () -> {
            Optional<GHPullRequest> open = open(route);
            if (open.isPresent()) {
                String body = text(open.get());
                if (!body.startsWith(WITHDRAWN)) {
                    open.get().setBody(WITHDRAWN + "\n\n" + body);
                }
                open.get().close();
            }
            return open.map(pull -> pullRequest(pull, State.WITHDRAWN));
        });
    }

    private Optional<GHPullRequest> open(Route route) throws IOException {
        return newestOf(route).filter(pull -> pull.getState() == GHIssueState.OPEN);
    }

    private Optional<GHPullRequest> newestOf(Route route) throws IOException {
        for (GHPullRequest pull : client.existing(route.home())
                .queryPullRequests()
                .state(GHIssueState.ALL)
                .head(route.home().owner() + ":" + route.head())
                .base(route.base())
                .sort(GHPullRequestQueryBuilder.Sort.CREATED)
                .direction(GHDirection.DESC)
                .list()
                .withPageSize(1)) {
            return Optional.of(pull);
        }
        return Optional.empty();
    }

    private static PullRequest pullRequest(GHPullRequest pull, State state) {
        return new PullRequest(
                pull.getNumber(),
                pull.getHtmlUrl().toString(),
                state,
                text(pull),
                pull.getHead().getSha());
    }

    private static State state(GHPullRequest pull) {
        if (pull.getState() == GHIssueState.OPEN) {
            return State.OPEN;
        }
        if (pull.getMergedAt() != null) {
            return State.MERGED;
        }
        return text(pull).startsWith(WITHDRAWN) ? State.WITHDRAWN : State.DECLINED;
    }

    /** The body, with the line ends that it was given: GitHub's editor leaves others. */
    private static String text(GHPullRequest pull) {
        return Optional.ofNullable(pull.getBody()).orElse("").replace("\r\n", "\n");
    }
}
