package org.archirender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.variant.BuildMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Matrices of the corpus' staged recipes, one after the other, with one pinning: feedstocks a second on one and two
 * threads, and how the time for many grows with their number.
 */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class MatrixBenchmark {
    private final List<CorpusFeedstock> feedstocks = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** Reads all feedstocks; reading is not measured. */
    @Setup
    public void read() throws IOException {
        Path corpus = Path.of(Optional.ofNullable(System.getenv("ARCHI_RENDER_CORPUS"))
                .orElse("../shared/corpus"));
        Path pinning = corpus.resolve("pinnings")
                .resolve(Files.readString(corpus.resolve("staged/PINNING")).strip());
        try (Stream<Path> folders = Files.list(corpus.resolve("staged"))) {
            folders.filter(Files::isDirectory)
                    .sorted()
                    .forEach(folder -> feedstocks.add(CorpusFeedstock.read(folder, pinning)));
        }
    }

    /** One feedstock on one thread. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(1)
    public Object oneThread() {
        return render();
    }

    /** One feedstock on each of two threads. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(2)
    public Object twoThreads() {
        return render();
    }

    /** How many feedstocks a run has. */
    @State(Scope.Benchmark)
    public static class Run {
        @Param({"100", "1000"})
        int feedstocks;
    }

    /** A whole run on one thread, warmed up. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public int wholeRun(Run run) {
        int files = 0;
        for (int i = 0; i < run.feedstocks; i++) {
            files += render().map(matrix -> matrix.files().size()).orElse(0);
        }
        return files;
    }

    private Optional<BuildMatrix> render() {
        CorpusFeedstock feedstock = feedstocks.get(Math.floorMod(next.getAndIncrement(), feedstocks.size()));
        try {
            return Optional.of(BuildMatrix.compute(
                    feedstock.tree(), feedstock.pinnings(), Optional.empty(), new Platform("linux-aarch64")));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
