package org.archirender.publish.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.archirender.publish.git.Pause;

/** A clock that only sleeping moves. */
public final class VirtualTime implements Pause {
    private final List<Duration> slept = new ArrayList<>();
    private Instant now = Instant.now();

    /** Every wait so far. */
    public List<Duration> slept() {
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
