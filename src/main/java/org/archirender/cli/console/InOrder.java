package org.archirender.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does several things at a time and tells of them in the order in which they were given. */
public final class InOrder {
    private InOrder() {}

    /**
     * The results of {@code tasks}, in their order.
     *
     * @param tasks that don't throw
     * @param jobs how many at a time
     * @param done told each result as soon as it and all before it are there
     */
    public static <T> List<T> run(List<Supplier<T>> tasks, int jobs, Consumer<T> done) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(task::get)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                T result = future.get();
                done.accept(result);
                results.add(result);
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task threw", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
