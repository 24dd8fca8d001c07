package org.archirender.publish.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * A stand-in for GitHub on loopback, over bare repositories below a folder: {@code OWNER/NAME}. Its REST API and git's
 * smart http serve the same repositories, so that a pull request follows what is pushed. With a token every push and
 * every REST request needs it; reading with git never does. Answers can be queued that come in place of the real one.
 */
public final class GitHubServer implements AutoCloseable {
    static {
        // Otherwise each answer waits for the client's late acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final String endpoint;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GitHttpBackend backend;
    private final GitHubRepositories repositories;
    private final GitHubPulls pulls;
    private final GitHubGate gate;
    private final GitHubAccounts accounts = new GitHubAccounts();
    private final Map<String, List<Map<String, Object>>> statuses = new ConcurrentHashMap<>();
    private final Map<String, List<Map<String, Object>>> checkRuns = new ConcurrentHashMap<>();
    private final List<GitHubRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Instead> instead = new CopyOnWriteArrayList<>();
    private volatile Function<GitHubRequest, Optional<GitHubAnswer>> odd = request -> Optional.empty();
    private volatile Duration delay = Duration.ZERO;
    private volatile BiPredicate<GitHubRequest, Boolean> watcher = (request, served) -> true;

    /** An answer in place of the real one, once. */
    private record Instead(Predicate<GitHubRequest> to, GitHubAnswer answer) {}

    /** One that everybody may read and write. */
    public GitHubServer(Path root) throws IOException {
        this(root, Optional.empty());
    }

    public GitHubServer(Path root, Optional<String> token) throws IOException {
        this(root, token, 0);
    }

    /** One at a port that is free, as a server's that was closed. */
    public GitHubServer(Path root, Optional<String> token, int port) throws IOException {
        this(root, token, HttpServer.create(loopback(port), 0), "http://127.0.0.1:");
    }

    /** One that is reached by https alone, as {@code localhost}, with a certificate of {@code context}. */
    public static GitHubServer https(Path root, SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new GitHubServer(root, Optional.empty(), server, "https://localhost:");
    }

    private GitHubServer(Path root, Optional<String> token, HttpServer server, String origin) {
        this.server = server;
        this.endpoint = origin + server.getAddress().getPort();
        this.backend = new GitHttpBackend(root);
        this.repositories = new GitHubRepositories(root, endpoint);
        this.pulls = new GitHubPulls(repositories, endpoint);
        this.gate = new GitHubGate(repositories, token);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Whether this machine has what serving git takes. */
    public static boolean servesGit() {
        return GitHttpBackend.isThere();
    }

    /** Of the REST API; {@code /OWNER/NAME} below it is a repository's git address. */
    public String endpoint() {
        return endpoint;
    }

    /** Every request so far, in order of arrival. */
    public List<GitHubRequest> requests() {
        return requests;
    }

    /** Whose account is what. */
    public GitHubAccounts accounts() {
        return accounts;
    }

    /** Pull requests of all repositories as GitHub shows them, oldest first. */
    public List<Map<String, Object>> pulls() {
        return pulls.all();
    }

    /** Closes a pull request as a person would. */
    public void close(String repository, int number) {
        pulls.close(repository, number);
    }

    /** Merges a pull request as a person would; returns the new tip of its base. */
    public String merge(String repository, int number, boolean squash) {
        return pulls.merge(repository, number, squash);
    }

    /** The next REST request that has no answer queued before is answered so. */
    public void answerOnce(int status, Map<String, String> headers, String body) {
        answerOnce(request -> request.kind() == GitHubRequest.Kind.REST, status, headers, body);
    }

    /** The next request that {@code to} holds for is answered so. */
    public void answerOnce(Predicate<GitHubRequest> to, int status, Map<String, String> headers, String body) {
        instead.add(new Instead(to, GitHubAnswer.of(status, body).with(headers)));
    }

    /** From here on those that {@code answers} has an answer to are answered so. */
    public void answer(Function<GitHubRequest, Optional<GitHubAnswer>> answers) {
        odd = answers;
    }

    /** Every request takes so much longer. */
    public void delay(Duration time) {
        delay = time;
    }

    /** From here on the token is refused. */
    public void expireToken() {
        gate.expireToken(true);
    }

    /** It is taken again. */
    public void renewToken() {
        gate.expireToken(false);
    }

    /** The next {@code remaining} REST requests are answered, then one is refused until {@code reset}. */
    public void rateLimit(int remaining, Instant reset) {
        gate.rateLimit(remaining, reset);
    }

    /** New forks look absent for so many looks at the repository, then empty for so many looks at its refs. */
    public void forksTake(int absent, int empty) {
        repositories.forksTake(absent, empty);
    }

    public void rename(String from, String to) {
        repositories.rename(from, to);
    }

    public void archive(String repository) {
        repositories.archive(repository);
    }

    /** Lets nobody push to {@code branch}. */
    public void protect(String repository, String branch) {
        repositories.protect(repository, branch);
    }

    /** Lets a script decide as git's hook {@code name}, such as {@code pre-receive}. */
    public void hook(String repository, String name, String script) {
        repositories.hook(repository, name, script);
    }

    /** Lets the token read {@code repository} and no more. */
    public void denyWriting(String repository) {
        gate.denyWriting(repository);
    }

    public void status(String commit, String context, String state) {
        statuses.computeIfAbsent(commit, id -> new CopyOnWriteArrayList<>())
                .add(0, Map.of("id", 1, "context", context, "state", state, "url", endpoint));
    }

    public void checkRun(String commit, String name, String status, String conclusion) {
        Map<String, Object> run = new LinkedHashMap<>(Map.of("id", 1, "name", name, "status", status));
        run.put("conclusion", conclusion.isEmpty() ? null : conclusion);
        run.put("head_sha", commit);
        checkRuns.computeIfAbsent(commit, id -> new CopyOnWriteArrayList<>()).add(run);
    }

    public String defaultBranch(String repository) {
        return repositories.defaultBranch(repository);
    }

    /**
     * Has {@code watcher} see every request, before and, with {@code true}, after it took effect. Where it gives false the
     * connection is closed without an answer.
     */
    public void watch(BiPredicate<GitHubRequest, Boolean> watcher) {
        this.watcher = watcher;
    }

    /** For a body to be queued. */
    public static String message(String text) {
        return GitHubAnswer.refused(0, text).body();
    }

    private void handle(HttpExchange exchange) throws IOException {
        GitHubRequest request = GitHubRequest.of(exchange);
        try (exchange) {
            if (request.target().equals("/rate_limit")) {
                gate.limits().send(exchange);
                return;
            }
            requests.add(request);
            Thread.sleep(delay.toMillis());
            if (!watched(request, false)) {
                return;
            }
            Optional<GitHubAnswer> early =
                    queued(request).or(() -> odd.apply(request)).or(() -> gate.refuse(request));
            if (early.isPresent()) {
                if (watched(request, true)) {
                    early.get().send(exchange);
                }
            } else if (request.kind() == GitHubRequest.Kind.REST) {
                gate.limitHeaders().forEach(exchange.getResponseHeaders()::set);
                GitHubAnswer answer =
                        answer(request, json.readTree(exchange.getRequestBody().readAllBytes()));
                if (watched(request, true)) {
                    answer.send(exchange);
                }
            } else {
                git(request, exchange);
                watched(request, true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean watched(GitHubRequest request, boolean served) {
        return watcher.test(request, served);
    }

    private Optional<GitHubAnswer> queued(GitHubRequest request) {
        Optional<Instead> next =
                instead.stream().filter(one -> one.to().test(request)).findFirst();
        return next.filter(instead::remove).map(Instead::answer);
    }

    private void git(GitHubRequest request, HttpExchange exchange) throws IOException, InterruptedException {
        String repository = request.repository().orElse("");
        if (repository.isEmpty() || !repositories.isThere(repository) || repositories.isEmpty(repository)) {
            GitHubAnswer.text(404, "Repository not found.").send(exchange);
            return;
        }
        backend.answer(exchange, "/" + repository + "/" + request.rest());
    }

    private GitHubAnswer answer(GitHubRequest request, JsonNode body) throws IOException {
        List<String> path = request.path();
        return switch (path.get(0)) {
            case "orgs", "users" -> accounts.answer(path.get(0), path.get(1));
            case "user" -> accounts.answer("users", accounts.ours());
            default -> {
                String repository = request.repository()
                        .or(() -> repositories.byId(Integer.parseInt(path.get(1))))
                        .orElse("");
                yield repository.isEmpty() || !repositories.isThere(repository)
                        ? GitHubAnswer.notFound()
                        : repository(repository, request, body);
            }
        };
    }

    private GitHubAnswer repository(String repository, GitHubRequest request, JsonNode body) throws IOException {
        String rest = request.rest();
        if (rest.isEmpty()) {
            return request.isRead()
                    ? GitHubAnswer.ok(repositories.json(repository))
                    : repositories.change(repository, body);
        }
        if (rest.equals("forks")) {
            return fork(repository, body);
        }
        if (rest.matches(request.isRead() ? "git/ref/.*" : "git/refs(/.*)?")) {
            return repositories.ref(repository, request, body);
        }
        if (rest.startsWith("pulls") || rest.startsWith("issues/")) {
            return pulls.answer(repository, request, body);
        }
        if (rest.matches("commits/[^/]+/(status|check-runs)")) {
            String commit = rest.split("/", -1)[1];
            List<Map<String, Object>> runs = checkRuns.getOrDefault(commit, List.of());
            return GitHubAnswer.ok(
                    rest.endsWith("check-runs")
                            ? Map.of("total_count", runs.size(), "check_runs", runs)
                            : Map.of("sha", commit, "statuses", newest(commit)));
        }
        return GitHubAnswer.notFound();
    }

    /** As GitHub combines them: of each context the newest. */
    private List<Map<String, Object>> newest(String commit) {
        Map<Object, Map<String, Object>> newest = new LinkedHashMap<>();
        statuses.getOrDefault(commit, List.of()).forEach(one -> newest.putIfAbsent(one.get("context"), one));
        return List.copyOf(newest.values());
    }

    private GitHubAnswer fork(String repository, JsonNode body) throws IOException {
        String owner = body.path("organization").asText(accounts.ours());
        String name = body.path("name").asText(repository.substring(repository.indexOf('/') + 1));
        return !body.has("organization") || accounts.isOrganization(owner)
                ? GitHubAnswer.json(202, repositories.fork(repository, owner + "/" + name))
                : GitHubAnswer.refused(422, "'" + owner + "' is the login for a user account.");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
