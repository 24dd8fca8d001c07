package org.archirender.publish.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.archirender.publish.git.Patience.Answer;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ProgressMonitor;

/**
 * What is said between us and a git server, from the first connection to the last: it ends after ten timeouts, and with a
 * size, whatever the server does. A timeout alone holds for one wait, and who drips a byte at a time keeps to it.
 */
final class Conversation implements AutoCloseable {
    /** How many timeouts a whole conversation takes at most. */
    static final int TIMEOUTS = 10;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration time;
    private final long most;
    private final AtomicLong heard = new AtomicLong();
    private final List<Runnable> hangUps = new CopyOnWriteArrayList<>();
    private final ScheduledFuture<?> alarm;
    private volatile boolean late;
    private volatile Optional<Answer> answer = Optional.empty();

    /**
     * @param timeout of each wait
     * @param most bytes that may come
     */
    Conversation(Duration timeout, long most) {
        this.time = timeout.multipliedBy(TIMEOUTS);
        this.most = most;
        this.alarm = CLOCK.schedule(this::end, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() {
        late = true;
        // Closing may block on what hangs.
        hangUps.forEach(hangUp -> {
            Thread thread = new Thread(hangUp, "hanging up");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Has {@code hangUp}, which ends a connection, run when the time is over. */
    void whenLate(Runnable hangUp) {
        hangUps.add(hangUp);
    }

    /** Takes note of an http answer: the last one says whether to ask again later. */
    void answered(Answer said) {
        answer = Optional.of(said);
    }

    Optional<Answer> answer() {
        return answer;
    }

    /** Whether the last answer was that nobody is let in so. */
    boolean isRefused() {
        return answer.filter(last -> last.status() == HttpURLConnection.HTTP_UNAUTHORIZED)
                .isPresent();
    }

    /** {@code from}, until the conversation has to end. */
    InputStream bounded(InputStream from) {
        return new FilterInputStream(from) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                hear(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                hear(Math.max(0, count));
                return count;
            }
        };
    }

    private void hear(int bytes) throws IOException {
        if (heard.addAndGet(bytes) > most || late) {
            throw new IOException("the conversation is over");
        }
    }

    /** For work on what came, which has to end as well. */
    ProgressMonitor monitor() {
        return new EmptyProgressMonitor() {
            @Override
            public boolean isCancelled() {
                return late;
            }
        };
    }

    /** Why the conversation was ended from here, where it was. */
    Optional<Diagnosis> ending() {
        return Diagnosis.first(
                new Diagnosis(
                        heard.get() > most,
                        "it sends more than " + (most >> 20) + " MB",
                        "is this the right repository? one of that size is no feedstock"),
                new Diagnosis(
                        late,
                        "it did not come to an end within " + time.toSeconds() + " seconds",
                        "run the same command again, with a longer --timeout where the network is that slow"));
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
