package org.archirender.cli.console;

import java.time.Duration;
import java.time.Instant;
import org.archirender.publish.github.Pause;

/** The machine's clock; tells of waits that a person may take for a hang. */
public record NotedPause(Console console) implements Pause {
    private static final Duration SHORT = Duration.ofSeconds(2);

    @Override
    public Instant now() {
        return Pause.system().now();
    }

    @Override
    public void sleep(Duration time) {
        if (time.compareTo(SHORT) > 0) {
            console.note("waiting %d seconds, to keep to GitHub's limits".formatted(time.toSeconds()));
        }
        Pause.system().sleep(time);
    }
}
