package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.GitHttpBackend;
import org.archirender.publish.fake.MemoryDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes that are killed while they publish. Whenever that happens, the same command brings the remotes to where
 * an undisturbed run brings them, to the last ref, and after it there is nothing left to do.
 */
class KilledPublishTest {
    /** As {@code -Dkill.seed=…}, to kill at the points of a run that failed. */
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

    @TempDir(factory = MemoryDisk.class)
    private Path temp;

    /**
     * What a publish starts from, and what it comes to when nothing disturbs it.
     *
     * @param requests how many it makes
     * @param time from its first request to its end
     */
    private record Undisturbed(String state, String refs, int requests, Duration time) {}

    @BeforeEach
    void gitServesHttp() {
        assumeTrue(GitHttpBackend.isThere(), "skipped: no git-http-backend on this machine");
    }

    @Test
    void theNextRunFinishesWhatAKilledOneBegan() throws Exception {
        kill(6, 3);
    }

    @Test
    @Tag("kill")
    void theNextRunFinishesWhatAKilledOneBeganWhereverItWasKilled() throws Exception {
        kill(30, 50);
    }

    private void kill(int feedstocks, int points) throws Exception {
        Instant begun = Instant.now();
        Random random = new Random(SEED);
        AtomicInteger before = new AtomicInteger();
        AtomicInteger after = new AtomicInteger();
        try (ForkedPort port = new ForkedPort(temp, feedstocks)) {
            List<Undisturbed> starts = starts(port);
            for (int point = 0; point < points; point++) {
                Undisturbed start = starts.get(point % starts.size());
                port.restore(start.state());
                String where = kill(port, start, random);
                long moved = port.moved(start.state());
                (moved == 0 ? before : moved == feedstocks ? after : new AtomicInteger()).incrementAndGet();
                String what = "seed %d, point %d: %s, killed %s with %d pushed"
                        .formatted(SEED, point, start.state(), where, moved);
                finish(port, start, what);
            }
        }
        System.out.printf(
                "figure: %d killed publishes of %d feedstocks, %d before the first push, %d after the last, %d s%n",
                points,
                feedstocks,
                before.get(),
                after.get(),
                Duration.between(begun, Instant.now()).toSeconds());
    }

    /** A first publish; one over an older rendering, on a machine that made that one, and on another. */
    private static List<Undisturbed> starts(ForkedPort port) throws Exception {
        port.startBranchesByHand();
        port.keep("first", true);
        port.change("# older\n");
        assertThat(port.publish().err()).isEmpty();
        port.letHistoriesGrow();
        port.keep("again", false);
        port.keep("elsewhere", true);
        port.change("# newer\n");
        List<Undisturbed> starts = new ArrayList<>();
        for (String state : List.of("first", "again", "elsewhere")) {
            starts.add(undisturbed(port, state));
        }
        assertThat(starts.get(2).refs())
                .isEqualTo(starts.get(1).refs())
                .isNotEqualTo(starts.get(0).refs());
        return starts;
    }

    private static Undisturbed undisturbed(ForkedPort port, String state) throws Exception {
        port.restore(state);
        CompletableFuture<Instant> first = new CompletableFuture<>();
        AtomicInteger requests = new AtomicInteger();
        port.server().watch((request, answered) -> {
            first.complete(Instant.now());
            requests.accumulateAndGet(request, Math::max);
        });
        assertThat(port.start().waitFor()).isZero();
        return new Undisturbed(state, port.refs(), requests.get(), Duration.between(first.get(), Instant.now()));
    }

    /** Kills a run at a request, before or after git served it, or a time after its first one; says which. */
    private static String kill(ForkedPort port, Undisturbed start, Random random) throws Exception {
        boolean byRequest = random.nextBoolean();
        boolean whenAnswered = random.nextBoolean();
        int last = 1 + random.nextInt(start.requests());
        long nanos = (long) (random.nextDouble() * start.time().toNanos());
        CompletableFuture<Process> run = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        port.server().watch((request, answered) -> {
            begun.countDown();
            if (byRequest && request == last && answered == whenAnswered) {
                // Gone before the server goes on.
                run.join().destroyForcibly().onExit().join();
            }
        });
        run.complete(port.start());
        if (byRequest) {
            assertThat(run.join().waitFor(2, TimeUnit.MINUTES)).isTrue();
            return "at request %d of %d, %s".formatted(last, start.requests(), whenAnswered ? "done" : "not done");
        }
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        run.join().waitFor(nanos, TimeUnit.NANOSECONDS);
        run.join().destroyForcibly().waitFor();
        return "after %d of %d ms".formatted(nanos / 1_000_000, start.time().toMillis());
    }

    private static void finish(ForkedPort port, Undisturbed start, String what) throws InterruptedException {
        Said second = port.publish();
        assertThat(second.err()).as(what).isEmpty();
        assertThat(second.exitCode()).as(what).isZero();
        // The server may still be at what the killed run asked for last.
        port.server().awaitQuiet();
        port.server().requests().clear();
        Said third = port.publish();
        assertThat(third.exitCode()).as(what).isZero();
        assertThat(third.out()).as(what).doesNotContain("pushed ");
        assertThat(port.server().requests()).as(what).noneMatch(request -> request.contains("receive-pack"));
        assertThat(port.refs()).as(what).isEqualTo(start.refs());
    }
}
