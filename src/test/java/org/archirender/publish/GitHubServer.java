package org.archirender.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for GitHub's REST API on loopback, over bare repositories below a folder: {@code OWNER/NAME}. Forks take a
 * while, pull requests and settings are remembered, and answers can be queued that come in place of the real one.
 */
public final class GitHubServer implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path root;
    private final Map<String, Integer> forksUnderWay = new ConcurrentHashMap<>();
    private final Map<String, String> forkedFrom = new ConcurrentHashMap<>();
    private final Map<String, String> defaultBranches = new ConcurrentHashMap<>();
    private final Map<String, String> renamed = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> pulls = new CopyOnWriteArrayList<>();
    private final Map<String, List<Map<String, Object>>> statuses = new ConcurrentHashMap<>();
    private final Map<String, List<Map<String, Object>>> checkRuns = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Answer> instead = new CopyOnWriteArrayList<>();

    /** An answer in place of the real one, once. */
    record Answer(int status, Map<String, String> headers, String body) {}

    public GitHubServer(Path root) throws IOException {
        this.root = root;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path of every request so far. */
    List<String> requests() {
        return requests;
    }

    /** Pull requests as GitHub would show them. */
    List<Map<String, Object>> pulls() {
        return pulls;
    }

    public void answerOnce(int status, Map<String, String> headers, String body) {
        instead.add(new Answer(status, headers, body));
    }

    void rename(String from, String to) {
        renamed.put(from, to);
    }

    void status(String commit, String context, String state) {
        statuses.computeIfAbsent(commit, id -> new CopyOnWriteArrayList<>())
                .add(0, Map.of("id", 1, "context", context, "state", state, "url", endpoint()));
    }

    void checkRun(String commit, String name, String status, String conclusion) {
        Map<String, Object> run = new LinkedHashMap<>(Map.of("id", 1, "name", name, "status", status));
        run.put("conclusion", conclusion.isEmpty() ? null : conclusion);
        run.put("head_sha", commit);
        checkRuns.computeIfAbsent(commit, id -> new CopyOnWriteArrayList<>()).add(run);
    }

    public String defaultBranch(String repository) {
        return defaultBranches.getOrDefault(repository, "master");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/rate_limit")) {
                // As on an Enterprise server without limits.
                send(exchange, 404, message("Rate limiting is not enabled."));
                return;
            }
            requests.add(exchange.getRequestMethod() + " " + path);
            if (!instead.isEmpty()) {
                Answer answer = instead.remove(0);
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, answer.status(), answer.body());
                return;
            }
            JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
            String[] parts = path.split("/", 5);
            Optional<Object> answer = parts[1].equals("orgs")
                    ? Optional.of(Map.of("login", parts[2], "id", 7))
                    : repos(exchange, parts[2] + "/" + parts[3], parts.length > 4 ? parts[4] : "", body);
            if (answer.isPresent()) {
                send(exchange, 200, json.writeValueAsString(answer.get()));
            } else {
                send(exchange, 404, message("Not Found"));
            }
        }
    }

    private Optional<Object> repos(HttpExchange exchange, String repository, String rest, JsonNode body)
            throws IOException {
        String method = exchange.getRequestMethod();
        String real = renamed.getOrDefault(repository, repository);
        if (!isThere(real)) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            if (method.equals("PATCH")) {
                defaultBranches.put(real, body.get("default_branch").asText());
            }
            return Optional.of(repository(real));
        }
        if (rest.equals("forks")) {
            String fork = body.get("organization").asText() + real.substring(real.indexOf('/'));
            forksUnderWay.put(fork, 3);
            forkedFrom.put(fork, real);
            return Optional.of(repository(fork));
        }
        if (rest.startsWith("git/ref")) {
            return ref(real, rest, method, body);
        }
        if (rest.startsWith("commits/")) {
            String commit = rest.split("/", -1)[1];
            return Optional.of(
                    rest.endsWith("check-runs")
                            ? Map.of(
                                    "total_count",
                                    checkRuns.getOrDefault(commit, List.of()).size(),
                                    "check_runs",
                                    checkRuns.getOrDefault(commit, List.of()))
                            : statuses.getOrDefault(commit, List.of()));
        }
        if (rest.startsWith("statuses/")) {
            return Optional.of(statuses.getOrDefault(rest.split("/", -1)[1], List.of()));
        }
        if (rest.startsWith("pulls") || rest.startsWith("issues")) {
            return pulls(exchange, real, rest, method, body);
        }
        return Optional.empty();
    }

    private boolean isThere(String repository) throws IOException {
        if (forksUnderWay.containsKey(repository)
                && forksUnderWay.merge(repository, -1, Integer::sum) < 0
                && !Files.exists(root.resolve(repository))) {
            Git fork = Git.init(root.resolve(repository));
            fork.git("fetch", "-q", root.resolve(forkedFrom.get(repository)).toString(), "refs/heads/*:refs/heads/*");
        }
        return Files.exists(root.resolve(repository));
    }

    private Map<String, Object> repository(String repository) {
        String name = repository.substring(repository.indexOf('/') + 1);
        return Map.of(
                "id",
                1,
                "name",
                name,
                "full_name",
                repository,
                "owner",
                Map.of("login", repository.substring(0, repository.indexOf('/')), "id", 7),
                "url",
                endpoint() + "/repos/" + repository,
                "default_branch",
                defaultBranch(repository),
                "archived",
                false);
    }

    private Optional<Object> ref(String repository, String rest, String method, JsonNode body) {
        Git git = new Git(root.resolve(repository));
        if (method.equals("POST")) {
            git.git("update-ref", body.get("ref").asText(), body.get("sha").asText());
            return Optional.of(ref(body.get("ref").asText(), body.get("sha").asText()));
        }
        String ref = "refs/" + rest.replaceFirst("git/refs?/", "");
        String found = git.git("for-each-ref", "--format=%(objectname)", ref).strip();
        return found.isEmpty() ? Optional.empty() : Optional.of(ref(ref, found));
    }

    private static Map<String, Object> ref(String name, String commit) {
        return Map.of("ref", name, "object", Map.of("type", "commit", "sha", commit));
    }

    private Optional<Object> pulls(
            HttpExchange exchange, String repository, String rest, String method, JsonNode body) {
        if (method.equals("GET")) {
            String query = exchange.getRequestURI().getQuery();
            List<Object> found = new ArrayList<>();
            for (Map<String, Object> pull : pulls) {
                boolean wanted = "open".equals(pull.get("state"))
                        && query.contains("head=" + repository.split("/", -1)[0] + ":" + pull.get("headRef"));
                if (wanted) {
                    found.add(pull);
                }
            }
            return Optional.of(found);
        }
        if (method.equals("POST")) {
            int number = pulls.size() + 1;
            Map<String, Object> pull = new ConcurrentHashMap<>(Map.of(
                    "id",
                    number,
                    "number",
                    number,
                    "state",
                    "open",
                    "title",
                    body.get("title").asText(),
                    "body",
                    body.get("body").asText(),
                    "headRef",
                    body.get("head").asText(),
                    "html_url",
                    endpoint() + "/" + repository + "/pull/" + number,
                    "url",
                    endpoint() + "/repos/" + repository + "/pulls/" + number));
            pulls.add(pull);
            return Optional.of(pull);
        }
        Map<String, Object> pull = pulls.get(Integer.parseInt(rest.split("/", -1)[1]) - 1);
        body.properties()
                .forEach(entry -> pull.put(entry.getKey(), entry.getValue().asText()));
        return Optional.of(pull);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** For a body to be queued. */
    public static String message(String text) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("message", text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
