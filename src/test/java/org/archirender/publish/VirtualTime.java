package org.archirender.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that only sleeping moves. */
final class VirtualTime implements Pause {
    private final List<Duration> slept = new ArrayList<>();
    private Instant now = Instant.now();

    /** Every wait so far. */
    List<Duration> slept() {
        return slept;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration time) {
        slept.add(time);
        now = now.plus(time);
    }
}
