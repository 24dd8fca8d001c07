package org.archirender.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Progress;
import org.archirender.cli.report.Outcome;

/** Does several things at a time and tells of them in the order in which they were given. */
final class InOrder {
    private InOrder() {}

    /**
     * The results of {@code tasks}, in their order; the console shows how far they are.
     *
     * @param tasks that don't throw
     * @param jobs how many at a time
     */
    static List<Outcome> run(Console console, List<Supplier<Outcome>> tasks, int jobs) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try (Progress progress = new Progress(console, tasks.size())) {
            List<Future<Outcome>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(task::get)));
            List<Outcome> results = new ArrayList<>();
            for (Future<Outcome> future : futures) {
                results.add(future.get());
                progress.step(results.get(results.size() - 1).name());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task threw", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
