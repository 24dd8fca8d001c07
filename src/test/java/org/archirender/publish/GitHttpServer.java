package org.archirender.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** git's own smart http server on loopback, behind basic auth with one password. */
public final class GitHttpServer implements AutoCloseable {
    public static final Path BACKEND = GitHttpBackend.PROGRAM;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GitHttpBackend backend;
    private final String password;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Optional<Answer> instead = Optional.empty();

    /** An answer in place of git's. */
    record Answer(int status, String header, String value) {}

    public GitHttpServer(Path root, String password) throws IOException {
        this.backend = new GitHttpBackend(root);
        this.password = password;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path with query of every request so far that was let in. */
    public List<String> requests() {
        return requests;
    }

    void answer(Answer answer) {
        instead = Optional.of(answer);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (instead.isPresent()) {
                exchange.getResponseHeaders()
                        .set(instead.get().header(), instead.get().value());
                exchange.sendResponseHeaders(instead.get().status(), -1);
                return;
            }
            String expected = "Basic "
                    + Base64.getEncoder()
                            .encodeToString(("x-access-token:" + password).getBytes(StandardCharsets.UTF_8));
            if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            backend.answer(exchange, exchange.getRequestURI().getPath());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
