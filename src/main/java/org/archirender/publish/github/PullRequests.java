package org.archirender.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.archirender.publish.github.PullRequest.State;

/** Pull requests on GitHub from a branch of ours to another of the same repository: at most one is open. */
public record PullRequests(GitHubClient client) {
    /** In the body of a pull request that we closed, so that it is not taken for one that a person closed. */
    private static final String WITHDRAWN = "Closed by archi-render: nothing is left to change.";

    /**
     * From where to where.
     *
     * @param owner of the repository
     * @param name of the repository
     * @param head the branch with the changes
     * @param base the branch that they go to
     */
    public record Route(String owner, String name, String head, String base) {
        String repository() {
            return owner + "/" + name;
        }

        String pulls() {
            return "/repos/" + repository() + "/pulls";
        }
    }

    /** The newest pull request that went that way, whatever became of it. */
    public Optional<PullRequest> newest(Route route) {
        client.checkExists(route.repository());
        String query = "state=all&head=%s&base=%s&sort=created&direction=desc&per_page=1"
                .formatted(encoded(route.owner() + ":" + route.head()), encoded(route.base()));
        Answer answer = client.get(route.repository(), route.pulls(), query);
        JsonNode pulls = answer.items("");
        return pulls.isEmpty() ? Optional.empty() : Optional.of(pullRequest(answer, pulls.get(0)));
    }

    private static String encoded(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    /** Opens a pull request, or brings the open one's title and body up to date; never a second one. */
    public PullRequest propose(Route route, String title, String body) {
        Optional<PullRequest> open = open(route);
        if (open.isEmpty()) {
            Answer made = client.change(
                    route.repository(),
                    "POST",
                    route.pulls(),
                    Map.of("title", title, "head", route.head(), "base", route.base(), "body", body));
            // Where that is refused, another publisher may have been there first.
            open = made.isRefusal() ? open(route) : Optional.empty();
            if (open.isEmpty()) {
                return pullRequest(made, made.json()).in(State.OPENED);
            }
        }
        PullRequest pull = open.get();
        if (pull.title().equals(title) && pull.body().equals(body)) {
            return pull;
        }
        return change(route, pull, Map.of("title", title, "body", body)).in(State.UPDATED);
    }

    /** Closes the open pull request, if there is one, and says why. */
    public Optional<PullRequest> withdraw(Route route) {
        return open(route).map(pull -> {
            String body = pull.body().startsWith(WITHDRAWN) ? pull.body() : WITHDRAWN + "\n\n" + pull.body();
            return change(route, pull, Map.of("body", body, "state", "closed")).in(State.WITHDRAWN);
        });
    }

    private Optional<PullRequest> open(Route route) {
        return newest(route).filter(pull -> pull.state() == State.OPEN);
    }

    private PullRequest change(Route route, PullRequest pull, Map<String, String> fields) {
        Answer answer = client.change(route.repository(), "PATCH", route.pulls() + "/" + pull.number(), fields);
        return pullRequest(answer, answer.json());
    }

    private static PullRequest pullRequest(Answer answer, JsonNode pull) {
        // With the line ends that it was given: GitHub's editor leaves others.
        String body = pull.path("body").asText("").replace("\r\n", "\n");
        State closed = body.startsWith(WITHDRAWN) ? State.WITHDRAWN : State.DECLINED;
        State state = pull.hasNonNull("merged_at") ? State.MERGED : closed;
        return new PullRequest(
                pull.path("number").asInt(),
                answer.text(pull, "html_url"),
                pull.path("state").asText().equals("open") ? State.OPEN : state,
                pull.path("title").asText(),
                body,
                answer.text(pull.path("head"), "sha"));
    }
}
