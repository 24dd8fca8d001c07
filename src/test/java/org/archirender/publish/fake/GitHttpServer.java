package org.archirender.publish.fake;

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
import java.util.concurrent.atomic.AtomicInteger;

/** git's own smart http server on loopback, behind basic auth with one password. */
public final class GitHttpServer implements AutoCloseable {
    static {
        // Otherwise each answer waits for the client's late acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GitHttpBackend backend;
    private final String password;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger inWork = new AtomicInteger();
    private volatile Optional<Answer> instead = Optional.empty();
    private volatile Watcher watcher = (request, answered) -> {};

    /** Is told of each request that is let in, on the thread that serves it. */
    public interface Watcher {
        /**
         * Is told twice of each request.
         *
         * @param request how many there were since watching began, with this one
         * @param answered false when git has not seen it yet, true when git has done it and its answer is not sent yet
         */
        void saw(int request, boolean answered);
    }

    /** An answer in place of git's. */
    public record Answer(int status, String header, String value) {}

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

    /** Has {@code watcher} told of what comes from now on, and no other. */
    public void watch(Watcher watcher) {
        served.set(0);
        this.watcher = watcher;
    }

    /** Returns when nothing is being served, also of what a client asked for that is gone. */
    public void awaitQuiet() throws InterruptedException {
        while (inWork.get() > 0) {
            Thread.sleep(1);
        }
    }

    public void answer(Answer answer) {
        instead = Optional.of(answer);
    }

    private void handle(HttpExchange exchange) throws IOException {
        inWork.incrementAndGet();
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
            int request = served.incrementAndGet();
            watcher.saw(request, false);
            backend.answer(exchange, exchange.getRequestURI().getPath(), () -> watcher.saw(request, true));
        } finally {
            inWork.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
