package org.archirender;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;

/** The most heap that the matrices of all staged recipes take, read and kept in memory together. */
public final class HeapPeak {
    private HeapPeak() {}

    /** Prints bytes; run it with the heap that is to be enough. */
    public static void main(String[] arguments) throws IOException {
        MatrixBenchmark benchmark = new MatrixBenchmark();
        benchmark.read();
        MatrixBenchmark.Run run = new MatrixBenchmark.Run();
        run.feedstocks = 1000;
        long start = System.nanoTime();
        int files = benchmark.wholeRun(run);
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        long peak = pools.stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "%d files in %d ms cold, heap peak %d MiB%n", files, millis, peak >> 20);
    }
}
