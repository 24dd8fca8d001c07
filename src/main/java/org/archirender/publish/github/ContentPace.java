package org.archirender.publish.github;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps what we create on GitHub under its secondary limits: 80 a minute and 500 an hour (GitHub's REST API
 * documentation, "Rate limits").
 */
final class ContentPace {
    private static final int A_MINUTE = 80;
    private static final int AN_HOUR = 500;

    private final Pause pause;
    private final Deque<Instant> lastHour = new ArrayDeque<>();

    ContentPace(Pause pause) {
        this.pause = requireNonNull(pause, "pause is null");
    }

    /** Waits until one more may be created, and counts it. */
    synchronized void await() {
        Duration wait = wait(pause.now());
        if (wait.compareTo(Duration.ZERO) > 0) {
            pause.sleep(wait);
        }
        lastHour.addLast(pause.now());
    }

    private Duration wait(Instant now) {
        while (!lastHour.isEmpty() && !lastHour.getFirst().isAfter(now.minus(Duration.ofHours(1)))) {
            lastHour.removeFirst();
        }
        Duration hour = lastHour.size() < AN_HOUR
                ? Duration.ZERO
                : Duration.between(now, lastHour.getFirst().plus(Duration.ofHours(1)));
        Instant minuteAgo = now.minus(Duration.ofMinutes(1));
        Instant[] lastMinute =
                lastHour.stream().filter(at -> at.isAfter(minuteAgo)).toArray(Instant[]::new);
        Duration minute = lastMinute.length < A_MINUTE
                ? Duration.ZERO
                : Duration.between(now, lastMinute[lastMinute.length - A_MINUTE].plus(Duration.ofMinutes(1)));
        return hour.compareTo(minute) > 0 ? hour : minute;
    }
}
