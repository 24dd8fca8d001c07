package org.archirender.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Progress;

/** Does several things at a time and tells of them in the order in which they were given. */
public final class InOrder {
    private InOrder() {}

    /**
     * The results of {@code tasks}, in their order; the console shows how far they are.
     *
     * @param tasks that don't throw
     * @param name of what a result is about, for who watches
     * @param jobs how many at a time
     */
    public static <T> List<T> run(Console console, List<Supplier<T>> tasks, Function<T, String> name, int jobs)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try (Progress progress = new Progress(console, tasks.size())) {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(task::get)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
                progress.step(name.apply(results.get(results.size() - 1)));
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task threw", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
