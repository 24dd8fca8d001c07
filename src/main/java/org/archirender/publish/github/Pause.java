package org.archirender.publish.github;

import java.time.Duration;
import java.time.Instant;
import org.archirender.problem.RepositoryException;

/** The time, and waiting for it to pass. */
public interface Pause {
    /** Now. */
    Instant now();

    /** Returns after {@code time}, or throws where the wait was interrupted. */
    void sleep(Duration time);

    /** The machine's clock, and real waiting. */
    static Pause system() {
        return new Pause() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration time) {
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
