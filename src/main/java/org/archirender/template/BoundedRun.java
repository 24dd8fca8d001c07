package org.archirender.template;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;

/**
 * A thread for what one template writes. FreeMarker counts nothing, but it can be had to ask its thread at each turn of
 * a loop and each call of a macro whether to go on ({@code addThreadInterruptedChecks}); this one says so
 * {@value #TURNS} times. A loop that writes nothing has an end so, the same on every machine.
 */
final class BoundedRun extends Thread {
    /** Turns of loops and calls of macros for a file; those of real CI files are counted in hundreds. */
    static final int TURNS = 1_000_000;

    private int turns;

    private BoundedRun(Runnable work) {
        super(work, "template");
    }

    /**
     * What {@code work} gives.
     *
     * @param template as the user knows it
     * @throws InputException where it takes more turns, and what {@code work} throws
     */
    static String of(String template, Supplier<String> work) {
        FutureTask<String> task = new FutureTask<>(work::get);
        BoundedRun run = new BoundedRun(task);
        run.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (run.turns > TURNS) {
                throw new InputException(
                        Location.of(template),
                        "takes more than " + TURNS + " turns of loops and calls of macros",
                        "look for a list without an end, or a macro that calls itself");
            }
            throw unchecked(e);
        } catch (InterruptedException e) {
            run.interrupt();
            throw new IllegalStateException("stopped while " + template + " was written", e);
        }
    }

    /** What a supplier throws is unchecked. */
    private static RuntimeException unchecked(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return (RuntimeException) requireNonNull(e.getCause());
    }

    @Override
    public boolean isInterrupted() {
        return super.isInterrupted() || ++turns > TURNS;
    }
}
