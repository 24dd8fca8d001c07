package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.GitSshServer;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.Remote;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.git.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that want the token, or never come to an end. */
class HostileRemoteTest {
    private static final String TOKEN = "ghp_0123456789secret";

    @TempDir
    Path directory;

    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<HttpServer> thief = Optional.empty();

    @BeforeEach
    void aServerThatAsksForTheToken() throws IOException {
        HttpServer server = server();
        server.createContext("/", exchange -> {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .ifPresent(secrets::add);
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            answer(exchange, 401);
        });
        thief = Optional.of(server);
    }

    @AfterEach
    void stop() {
        thief.ifPresent(server -> server.stop(0));
        threads.shutdownNow();
    }

    @Test
    void aServerThatNobodyNamedGetsNoTokenWhateverItAnswers() {
        failure(address(thief.orElseThrow()), Set.of(Site.GITHUB), 20);
        assertThat(secrets).isEmpty();
    }

    @Test
    void theServerThatWasNamedGetsIt() {
        failure(address(thief.orElseThrow()), named(thief.orElseThrow()), 20);
        assertThat(secrets).isNotEmpty();
    }

    /** JGit would go on with the header that it has, where redirects are followed. */
    @Test
    void aRedirectAfterTheTokenWasGivenDoesNotTakeItAlong() throws IOException {
        HttpServer named = server();
        List<String> given = new CopyOnWriteArrayList<>();
        named.createContext("/", exchange -> {
            Optional<String> secret =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
            secret.ifPresent(given::add);
            exchange.getResponseHeaders()
                    .set("Location", address(thief.orElseThrow()) + "/info/refs?service=git-upload-pack");
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            answer(exchange, secret.isPresent() ? 301 : 401);
        });
        failure(address(named), named(named), 20);
        named.stop(0);
        assertThat(given).isNotEmpty();
        assertThat(secrets).isEmpty();
    }

    @Test
    void headersThatDripInEnd() throws IOException {
        drips("HTTP/1.1 200 OK\r\nX-Padding: ", "a");
    }

    @Test
    void refsThatDripInEnd() throws IOException {
        drips(
                "HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n\r\n"
                        + "001e# service=git-upload-pack\n0000fff0",
                "a");
    }

    private void drips(String first, String drop) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket client = listener.accept();
                        OutputStream out = client.getOutputStream()) {
                    out.write(first.getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(drop.getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException e) {
                    // The client hung up.
                }
            });
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/zlib-feedstock";
            RepositoryException failure = failure(address, Set.of(), 1);
            assertThat(failure).hasMessage(address + ": it did not come to an end within 10 seconds");
        }
    }

    @Test
    void sshThatDripsOrHasNoEndEnds() throws Exception {
        try (GitSshServer server = new GitSshServer(directory, directory)) {
            server.makeKnown();
            String address = server.address() + "/zlib-feedstock";
            server.answer("printf fff0; while printf a; do sleep 0.1; done");
            assertThat(failure(address, Set.of(), 1))
                    .hasMessage(address + ": it did not come to an end within 10 seconds");
            server.answer("seq -f \"0048$(printf %040d 1) refs/heads/%015.0f\" 100000000");
            assertThat(failure(address, Set.of(), 20)).hasMessage(address + ": it sends more than 16 MB");
        }
    }

    @Test
    void refsWithoutEndEndWithASize() throws IOException {
        HttpServer endless = server();
        endless.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.US_ASCII));
            for (long ref = 0; true; ref++) {
                out.write("0048%040d refs/heads/%015d\n".formatted(ref, ref).getBytes(StandardCharsets.US_ASCII));
            }
        });
        RepositoryException failure = failure(address(endless), Set.of(), 20);
        endless.stop(0);
        assertThat(failure).hasMessage(address(endless) + ": it sends more than 16 MB");
    }

    private RepositoryException failure(String address, Set<Site> sites, int timeout) {
        RemoteAccess access = new RemoteAccess(
                        Optional.of(AccessToken.of(TOKEN)), Duration.ofSeconds(timeout), directory, new VirtualTime())
                .trusting(sites);
        try (FeedstockRepository local = FeedstockRepository.open(directory.resolve("work.git"))) {
            local.git().getConfig().setString("http", null, "followRedirects", "true");
            RepositoryException failure = catchThrowableOfType(
                    RepositoryException.class, () -> Remote.at(address, access).refs(local.git()));
            assertThat(failure).isNotNull();
            return failure;
        }
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private static Set<Site> named(HttpServer server) {
        return Set.of(Site.of(address(server)).orElseThrow());
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/zlib-feedstock";
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
