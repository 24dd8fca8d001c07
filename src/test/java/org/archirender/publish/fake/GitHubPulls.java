package org.archirender.publish.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pull requests as GitHub keeps them: what they bring, and whether they are merged, follows from the repositories. */
final class GitHubPulls {
    private final GitHubRepositories repositories;
    private final String endpoint;
    private final List<Pull> pulls = new ArrayList<>();

    GitHubPulls(GitHubRepositories repositories, String endpoint) {
        this.repositories = repositories;
        this.endpoint = endpoint;
    }

    private static final class Pull {
        private final String repository;
        private final int number;
        private final String head;
        private final String base;
        private final Instant created = now();
        private String title;
        private String body;
        private String headCommit;
        private String baseCommit;
        private Optional<Instant> closed = Optional.empty();
        private Optional<Instant> merged = Optional.empty();

        Pull(String repository, int number, JsonNode asked, String headCommit, String baseCommit) {
            this.repository = repository;
            this.number = number;
            this.head = branch(asked);
            this.base = asked.path("base").asText();
            this.title = asked.path("title").asText();
            this.body = asked.path("body").asText();
            this.headCommit = headCommit;
            this.baseCommit = baseCommit;
        }

        /** Without the owner, which may stand in front. */
        static String branch(JsonNode asked) {
            return asked.path("head").asText().replaceFirst("^[^:]*:", "");
        }

        String owner() {
            return repository.substring(0, repository.indexOf('/'));
        }

        boolean isOpen() {
            return closed.isEmpty();
        }

        static Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** All of all repositories, oldest first. */
    synchronized List<Map<String, Object>> all() {
        pulls.forEach(this::follow);
        return pulls.stream().map(this::json).toList();
    }

    /** Answers {@code pulls}, {@code pulls/N} and {@code issues/N}. */
    synchronized GitHubAnswer answer(String repository, GitHubRequest request, JsonNode body) {
        pulls.forEach(this::follow);
        String[] rest = request.rest().split("/", -1);
        if (rest.length == 1) {
            return request.isRead() ? list(repository, request) : open(repository, body);
        }
        Optional<Pull> pull = find(repository, Integer.parseInt(rest[1]));
        if (pull.isEmpty()) {
            return GitHubAnswer.notFound();
        }
        return request.isRead() ? GitHubAnswer.ok(json(pull.get())) : change(pull.get(), body);
    }

    private GitHubAnswer list(String repository, GitHubRequest request) {
        String state = request.parameter("state").orElse("open");
        List<Pull> found = new ArrayList<>(pulls.stream()
                .filter(pull -> pull.repository.equals(repository))
                .filter(pull -> state.equals("all") || state.equals("open") == pull.isOpen())
                .filter(pull -> request.parameter("head")
                        .map((pull.owner() + ":" + pull.head)::equals)
                        .orElse(true))
                .filter(pull -> request.parameter("base").map(pull.base::equals).orElse(true))
                .toList());
        boolean ascending = request.parameter("direction").filter("asc"::equals).isPresent();
        Comparator<Pull> order = Comparator.comparingInt(pull -> pull.number);
        found.sort(ascending ? order : order.reversed());
        return GitHubAnswer.ok(found.stream().map(this::json).toList());
    }

    private GitHubAnswer open(String repository, JsonNode asked) {
        String head = Pull.branch(asked);
        String base = asked.path("base").asText();
        Optional<String> headCommit = repositories.head(repository, head);
        Optional<String> baseCommit = repositories.head(repository, base);
        for (String field : List.of("head", "base")) {
            if ((field.equals("head") ? headCommit : baseCommit).isEmpty()) {
                return GitHubAnswer.invalid(Map.of("resource", "PullRequest", "field", field, "code", "invalid"));
            }
        }
        if (isIn(repository, headCommit.orElseThrow(), baseCommit.orElseThrow())) {
            return broken("No commits between %s and %s".formatted(base, head));
        }
        String owner = repository.substring(0, repository.indexOf('/'));
        for (Pull pull : pulls) {
            if (pull.isOpen()
                    && pull.repository.equals(repository)
                    && pull.head.equals(head)
                    && pull.base.equals(base)) {
                return broken("A pull request already exists for %s:%s.".formatted(owner, head));
            }
        }
        int number = 1
                + (int) pulls.stream()
                        .filter(pull -> pull.repository.equals(repository))
                        .count();
        Pull pull = new Pull(repository, number, asked, headCommit.orElseThrow(), baseCommit.orElseThrow());
        pulls.add(pull);
        return GitHubAnswer.json(201, json(pull));
    }

    private static GitHubAnswer broken(String message) {
        return GitHubAnswer.invalid(Map.of("resource", "PullRequest", "code", "custom", "message", message));
    }

    private GitHubAnswer change(Pull pull, JsonNode asked) {
        pull.title = asked.path("title").asText(pull.title);
        pull.body = asked.path("body").asText(pull.body);
        String state = asked.path("state").asText();
        if (state.equals("closed") && pull.isOpen()) {
            pull.closed = Optional.of(Pull.now());
        }
        if (state.equals("open") && !pull.isOpen()) {
            if (pull.merged.isPresent()
                    || repositories.head(pull.repository, pull.head).isEmpty()) {
                return GitHubAnswer.invalid(Map.of("resource", "PullRequest", "field", "state", "code", "invalid"));
            }
            pull.closed = Optional.empty();
        }
        return GitHubAnswer.ok(json(pull));
    }

    /** Closes one as a person would. */
    synchronized void close(String repository, int number) {
        find(repository, number).orElseThrow().closed = Optional.of(Pull.now());
    }

    /** Merges one as a person would, with GitHub's messages; returns the new tip of its base. */
    synchronized String merge(String repository, int number, boolean squash) {
        Pull pull = find(repository, number).orElseThrow();
        follow(pull);
        Git git = repositories.git(repository);
        String tree = git.git("merge-tree", "--write-tree", pull.baseCommit, pull.headCommit)
                .strip();
        String commit = squash
                ? git.git("commit-tree", tree, "-p", pull.baseCommit, "-m", squashed(git, pull))
                        .strip()
                : git.git("commit-tree", tree, "-p", pull.baseCommit, "-p", pull.headCommit, "-m", merged(pull))
                        .strip();
        git.git("update-ref", "refs/heads/" + pull.base, commit, pull.baseCommit);
        pull.baseCommit = commit;
        pull.closed = Optional.of(Pull.now());
        pull.merged = pull.closed;
        return commit;
    }

    private static String merged(Pull pull) {
        return "Merge pull request #%d from %s/%s\n\n%s".formatted(pull.number, pull.owner(), pull.head, pull.title);
    }

    private static String squashed(Git git, Pull pull) {
        String range = pull.baseCommit + ".." + pull.headCommit;
        boolean one = git.git("rev-list", "--count", range).strip().equals("1");
        String messages = git.git("log", "--reverse", one ? "--format=%b" : "--format=* %B", range);
        return "%s (#%d)\n\n%s".formatted(pull.title, pull.number, messages);
    }

    private Optional<Pull> find(String repository, int number) {
        return pulls.stream()
                .filter(pull -> pull.repository.equals(repository) && pull.number == number)
                .findFirst();
    }

    /** What pushes since the last look did to an open one. */
    private void follow(Pull pull) {
        if (!pull.isOpen()) {
            return;
        }
        Optional<String> head = repositories.head(pull.repository, pull.head);
        Optional<String> base = repositories.head(pull.repository, pull.base);
        pull.baseCommit = base.orElse(pull.baseCommit);
        boolean merged = base.isPresent() && isIn(pull.repository, pull.headCommit, base.get());
        if (merged) {
            pull.merged = Optional.of(Pull.now());
        }
        boolean nothing = head.isPresent() && base.isPresent() && isIn(pull.repository, head.get(), base.get());
        if (merged || nothing || head.isEmpty() || base.isEmpty()) {
            pull.closed = Optional.of(Pull.now());
        } else {
            pull.headCommit = head.get();
        }
    }

    /** Whether {@code commit} is reachable from {@code tip}. */
    private boolean isIn(String repository, String commit, String tip) {
        return repositories
                .git(repository)
                .git("rev-list", "--count", commit, "^" + tip)
                .strip()
                .equals("0");
    }

    private Map<String, Object> json(Pull pull) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", 1000 * repositories.id(pull.repository) + pull.number);
        json.put("number", pull.number);
        json.put("state", pull.isOpen() ? "open" : "closed");
        json.put("title", pull.title);
        json.put("body", pull.body);
        json.put("html_url", "%s/%s/pull/%d".formatted(endpoint, pull.repository, pull.number));
        json.put("url", "%s/repos/%s/pulls/%d".formatted(endpoint, pull.repository, pull.number));
        json.put("user", Map.of("login", "archi-render-bot", "id", 9));
        json.put("created_at", pull.created.toString());
        json.put("closed_at", pull.closed.map(Instant::toString).orElse(null));
        json.put("merged_at", pull.merged.map(Instant::toString).orElse(null));
        json.put("merged", pull.merged.isPresent());
        json.put("head", end(pull, pull.head, pull.headCommit));
        json.put("base", end(pull, pull.base, pull.baseCommit));
        return json;
    }

    private Map<String, Object> end(Pull pull, String branch, String commit) {
        return Map.of(
                "ref",
                branch,
                "sha",
                commit,
                "label",
                pull.owner() + ":" + branch,
                "repo",
                repositories.json(pull.repository));
    }
}
