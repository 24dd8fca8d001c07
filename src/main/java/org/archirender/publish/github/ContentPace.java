package org.archirender.publish.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.archirender.publish.git.Pause;

/**
 * Keeps what we create on GitHub under its secondary limits: 80 a minute and 500 an hour (GitHub's REST API
 * documentation, "Rate limits").
 */
final class ContentPace {
    private static final int A_MINUTE = 80;
    private static final int AN_HOUR = 500;

    private final Pause pause;
    private final List<Instant> created = new ArrayList<>();

    ContentPace(Pause pause) {
        this.pause = pause;
    }

    /** Waits until one more may be created, and counts it. */
    synchronized void await() {
        Duration minute = until(A_MINUTE, Duration.ofMinutes(1));
        Duration hour = until(AN_HOUR, Duration.ofHours(1));
        Duration wait = hour.compareTo(minute) > 0 ? hour : minute;
        if (wait.compareTo(Duration.ZERO) > 0) {
            pause.sleep(wait);
        }
        created.add(pause.now());
    }

    /** How long until fewer than {@code limit} lie within {@code time}. */
    private Duration until(int limit, Duration time) {
        return created.size() < limit
                ? Duration.ZERO
                : Duration.between(
                        pause.now(), created.get(created.size() - limit).plus(time));
    }
}
