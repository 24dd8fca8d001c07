package org.archirender.publish.git;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.archirender.problem.RepositoryException;

/** The time, and waiting for it to pass. */
public interface Pause {
    /** Now. */
    Instant now();

    /** Returns after {@code time}, or throws where the wait was interrupted. */
    void sleep(Duration time);

    /** What may be taken for a hang. */
    Duration LONG = Duration.ofSeconds(2);

    /** The machine's clock, and real waiting; {@code note} is told of waits that a person may take for a hang. */
    static Pause system(Consumer<String> note) {
        return new Pause() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration time) {
                if (time.compareTo(LONG) > 0) {
                    note.accept("waiting %d seconds, as the server asks".formatted(time.toSeconds()));
                }
                try {
                    Thread.sleep(time.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new RepositoryException("interrupted while waiting", "run the same command again", e);
                }
            }
        };
    }
}
