package org.archirender;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What whole runs over the staged recipes cost, in processor time, which a busy machine does not blur as it does wall
 * time: cold and warm, on one thread and on two, for 100 feedstocks and for 1,000; and the most heap that they take.
 */
public final class RunCost {
    private final MatrixBenchmark benchmark = new MatrixBenchmark();

    private RunCost() {}

    /** Prints a line for each run; give the JVM the heap that is to be enough. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        RunCost cost = new RunCost();
        cost.benchmark.read();
        cost.run("cold", 1, 1000);
        for (int i = 0; i < 8; i++) {
            cost.run("warming", 2, 1000);
        }
        cost.run("warm", 1, 100);
        cost.run("warm", 1, 1000);
        cost.run("warm", 2, 1000);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "heap peak %d MiB%n", peak >> 20);
    }

    private void run(String what, int threads, int feedstocks)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        List<Future<Long>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            MatrixBenchmark.Run part = new MatrixBenchmark.Run();
            part.feedstocks = feedstocks / threads;
            parts.add(pool.submit(() -> processorTime(part)));
        }
        double processor = 0;
        for (Future<Long> part : parts) {
            processor += part.get() / 1e6;
        }
        pool.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%-8s %d thread(s), %4d feedstocks: %6.0f ms wall, %6.0f ms processor, %.2f ms a feedstock%n",
                what,
                threads,
                feedstocks,
                (System.nanoTime() - start) / 1e6,
                processor,
                processor / feedstocks);
    }

    private long processorTime(MatrixBenchmark.Run part) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        benchmark.wholeRun(part);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
}
