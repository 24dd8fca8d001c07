package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.MemoryDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real processes that are killed at each request of theirs in turn, before it took effect and after. Whenever that
 * happens, the same command brings branches and pull requests to where an undisturbed run brings them.
 */
class KilledProposalTest {
    private static final String TOKEN = "ghp_0123456789secret";
    private static final String OWN = "Archiconda/zlib-feedstock";

    @TempDir(factory = MemoryDisk.class)
    private Path temp;

    /** What a run begins with. */
    private enum Before {
        NOTHING("one"),
        ONE_THAT_IS_OPEN("one"),
        ONE_THAT_NOTHING_IS_LEFT_OF("zero");

        private final String last;

        Before(String last) {
            this.last = last;
        }
    }

    @BeforeEach
    void gitServesHttp() {
        assumeTrue(GitHubServer.servesGit(), "skipped: no git-http-backend on this machine");
    }

    @Test
    void afterOneThatWasOpenedAndNotHeardOfThereIsNoSecond() throws Exception {
        Undisturbed undisturbed = undisturbed(Before.NOTHING);
        try (Feedstock feedstock = new Feedstock(temp.resolve("killed"), Before.NOTHING, undisturbed.port())) {
            feedstock.killWhen("POST /repos/" + OWN + "/pulls", true);
            assertThat(feedstock.finish()).isEqualTo(undisturbed.state());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("kill")
    void theNextRunFinishesWhatAKilledOneBegan(Before before) throws Exception {
        Undisturbed undisturbed = undisturbed(before);
        for (int request = 1; request <= undisturbed.requests(); request++) {
            for (boolean served : List.of(false, true)) {
                String point =
                        "%s, request %d of %d, served: %s".formatted(before, request, undisturbed.requests(), served);
                try (Feedstock feedstock =
                        new Feedstock(temp.resolve("at" + request + served), before, undisturbed.port())) {
                    feedstock.killAt(request, served);
                    assertThat(feedstock.finish()).as(point).isEqualTo(undisturbed.state());
                }
            }
        }
        System.out.printf("figure: %s: killed at each of %d requests, twice%n", before, undisturbed.requests());
    }

    /** @param port of the server, which is in the inputs and so in every commit */
    private record Undisturbed(String state, int requests, int port) {}

    private Undisturbed undisturbed(Before before) throws Exception {
        try (Feedstock feedstock = new Feedstock(temp.resolve("undisturbed"), before, 0)) {
            feedstock.server.requests().clear();
            assertThat(feedstock.start().waitFor()).isZero();
            int requests = feedstock.server.requests().size();
            return new Undisturbed(
                    feedstock.state(),
                    requests,
                    URI.create(feedstock.server.endpoint()).getPort());
        }
    }

    /** A port of one package, whose fork is on a stand-in for GitHub of its own. */
    private static final class Feedstock implements AutoCloseable {
        private final Path root;
        private final GitHubServer server;
        private final Shell shell;
        private final Git own;

        Feedstock(Path root, Before before, int port) throws IOException {
            this.root = root;
            this.server = new GitHubServer(root.resolve("hub"), Optional.of(TOKEN), port);
            this.shell = Shell.in(root.resolve("port")).withPort().variable("ARCHI_RENDER_TOKEN", TOKEN);
            shell.file(
                    "overlays/port.yaml",
                    shell.read("overlays/port.yaml")
                            + "commits: {author: A Porter, email: porter@example.org, date: 2019-01-15}\n"
                            + "remote: " + server.endpoint() + "/Archiconda/{name}-feedstock\n");
            own = Git.init(root.resolve("hub").resolve(OWN));
            String start = own.commit("master", "Re-rendered");
            shell.withPackage("zlib", "");
            String overlay = "overlays/zlib/overlay.yaml";
            shell.file(overlay, shell.read(overlay).replaceFirst("[0-9a-f]{40}", start));
            if (before != Before.NOTHING) {
                change("zero");
                assertThat(shell.run("zlib", "--push").exitCode()).isZero();
                change("another");
                assertThat(propose().exitCode()).isZero();
            }
            change(before.last);
        }

        private void change(String script) {
            shell.file("overlays/zlib/base/recipe/build.sh", "# " + script + "\n");
        }

        Said propose() {
            return shell.run("zlib", "--pull-request", "--api", server.endpoint());
        }

        Process start() throws IOException {
            return RealProcess.start(
                    root.resolve("port"),
                    root.resolve("log"),
                    Map.of("ARCHI_RENDER_TOKEN", TOKEN),
                    "zlib",
                    "--pull-request",
                    "--api",
                    server.endpoint());
        }

        void killAt(int number, boolean whenServed) throws Exception {
            AtomicInteger seen = new AtomicInteger();
            kill((request, served) -> (served ? seen.get() : seen.incrementAndGet()) == number && served == whenServed);
        }

        void killWhen(String wanted, boolean whenServed) throws Exception {
            kill((request, served) -> request.equals(wanted) && served == whenServed);
        }

        private void kill(BiPredicate<String, Boolean> point) throws Exception {
            CompletableFuture<Process> run = new CompletableFuture<>();
            server.watch((request, served) -> {
                if (point.test(request.toString(), served)) {
                    // Gone before the server goes on.
                    run.join().destroyForcibly().onExit().join();
                    return false;
                }
                return true;
            });
            run.complete(start());
            assertThat(run.join().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.join().exitValue())
                    .as(Files.readString(root.resolve("log")))
                    .isEqualTo(128 + 9);
            server.watch((request, served) -> true);
        }

        /** Runs the same command again, and once more; gives what stands then. */
        String finish() {
            Said second = propose();
            assertThat(second.err()).isEmpty();
            assertThat(second.exitCode()).isZero();
            String state = state();
            assertThat(propose().exitCode()).isZero();
            assertThat(state()).isEqualTo(state);
            return state;
        }

        /** Every ref, and what a reader sees of every pull request. */
        String state() {
            return own.git("for-each-ref")
                    + server.pulls().stream()
                            .map(pull -> Stream.of("number", "state", "title", "body", "merged_at")
                                    .map(key -> String.valueOf(pull.get(key)))
                                    .collect(Collectors.joining("\n")))
                            .collect(Collectors.joining("\n"));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
