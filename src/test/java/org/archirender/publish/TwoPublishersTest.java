package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHttpBackend;
import org.archirender.publish.fake.GitHttpServer;
import org.archirender.publish.fake.MemoryDisk;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two publishers, each with a work folder of its own, that set out for the same remotes at the same time. */
class TwoPublishersTest {
    private static final String PASSWORD = "ghp_0123456789secret";
    private static final int FEEDSTOCKS = 10;
    private static final int ROUNDS = 3;

    @TempDir(factory = MemoryDisk.class)
    Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private String start = "";
    private Optional<GitHttpServer> server = Optional.empty();

    @BeforeEach
    void forksOnAServer() throws IOException {
        assumeTrue(GitHttpBackend.isThere(), "skipped: no git-http-backend on this machine");
        server = Optional.of(new GitHttpServer(directory.resolve("own"), PASSWORD));
        for (int i = 0; i < FEEDSTOCKS; i++) {
            start = Git.init(own(i).directory()).commit("master", "Re-rendered");
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.ifPresent(GitHttpServer::close);
    }

    @Test
    void thatRenderTheSameMakeTheCommitsOfOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<List<PublishOutcome>> both = publish(round, round);
            for (int i = 0; i < FEEDSTOCKS; i++) {
                String tip = own(i).git("rev-parse", "aarch64").strip();
                List<PublishOutcome> outcomes =
                        List.of(both.get(0).get(i), both.get(1).get(i));
                assertThat(outcomes)
                        .allMatch(outcome -> commit(outcome).equals(tip))
                        .hasAtLeastOneElementOfType(Moved.class);
                assertThat(count(i)).isEqualTo(2 + round);
                assertThat(markers(i)).containsExactly(tip);
            }
        }
    }

    @Test
    void thatRenderDifferentlyLoseNothingAndRepeatNothing() throws Exception {
        List<List<String>> pushed = new ArrayList<>();
        IntStream.range(0, FEEDSTOCKS).forEach(i -> pushed.add(new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (List<PublishOutcome> outcomes : publish(2 * round, 2 * round + 1)) {
                for (int i = 0; i < FEEDSTOCKS; i++) {
                    assertThat(outcomes.get(i)).isInstanceOf(Moved.class);
                    pushed.get(i).add(commit(outcomes.get(i)));
                }
            }
        }
        for (int i = 0; i < FEEDSTOCKS; i++) {
            // Linear, with every commit that somebody was told of, each rendering once, below them upstream's files.
            assertThat(own(i).git("rev-list", "--min-parents=2", "aarch64")).isEmpty();
            List<String> history = lines(own(i).git("rev-list", start + "..aarch64"));
            assertThat(history).hasSize(1 + 2 * ROUNDS).containsAll(pushed.get(i));
            assertThat(lines(own(i).git("log", "--format=%T", start + "..aarch64")))
                    .doesNotHaveDuplicates();
            assertThat(markers(i)).containsExactly(history.get(0));
            assertThat(own(i).git("fsck", "--strict", "--no-dangling")).isEmpty();
        }
        long looksBeforePushing = server.orElseThrow().requests().stream()
                .filter(request -> request.startsWith("GET ") && request.endsWith("service=git-receive-pack"))
                .count();
        assertThat(looksBeforePushing).as("one push and more was refused").isGreaterThan(2L * ROUNDS * FEEDSTOCKS);
    }

    /** Each publisher's outcomes; at each feedstock they wait for each other. */
    private List<List<PublishOutcome>> publish(int one, int other) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Future<List<PublishOutcome>> first = threads.submit(() -> publishAll("one", one, barrier));
        Future<List<PublishOutcome>> second = threads.submit(() -> publishAll("other", other, barrier));
        return List.of(first.get(), second.get());
    }

    private List<PublishOutcome> publishAll(String work, int number, CyclicBarrier barrier) throws Exception {
        Publisher publisher = new Publisher(
                directory.resolve(work),
                new RemoteAccess(
                        Optional.of(AccessToken.of(PASSWORD)),
                        Duration.ofSeconds(20),
                        directory.resolve("home"),
                        new VirtualTime()),
                PublishGate.of(Integer.MAX_VALUE));
        List<PublishOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < FEEDSTOCKS; i++) {
            String address = server.orElseThrow().address() + "/p" + i + "-feedstock";
            barrier.await();
            outcomes.add(publisher.publish(
                    new SmallFeedstock("p" + i, start).content(number),
                    new FeedstockAddresses(address, address),
                    new DirectPush()));
        }
        return outcomes;
    }

    private Git own(int feedstock) {
        return new Git(directory.resolve("own/p" + feedstock + "-feedstock"));
    }

    private int count(int feedstock) {
        return lines(own(feedstock).git("rev-list", start + "..aarch64")).size();
    }

    private List<String> markers(int feedstock) {
        return lines(own(feedstock).git("for-each-ref", "--format=%(objectname)", "refs/archi-render"));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String commit(PublishOutcome outcome) {
        return outcome instanceof Moved pushed ? pushed.commit() : ((InSync) outcome).commit();
    }
}
