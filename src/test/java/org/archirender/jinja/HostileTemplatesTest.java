package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Short templates that try to take long, or much: each ends at once, in a result or at a limit that says where. */
class HostileTemplatesTest {
    /** A few times what an evaluation may charge for: what is made on the way to a result is not counted by itself. */
    private static final long MOST_BYTES = 512L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long slowest;
    private String slowestOne = "";

    private static List<String> lines() throws IOException {
        try (InputStream in = HostileTemplatesTest.class.getResourceAsStream("/hostile/templates.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void eachEndsWithoutMakingMuch() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(175);
        assertThat(lines).allSatisfy(line -> {
            int arrow = line.lastIndexOf(" => ");
            check(line.substring(0, arrow), line.substring(arrow + 4));
        });
        System.out.printf(
                "figure: hostile templates: %d, the slowest in %d ms of processor time: %s%n",
                lines.size(), slowest / 1_000_000, slowestOne);
    }

    private void check(String template, String expected) {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        long start = threads.getCurrentThreadCpuTime();
        String outcome = Templates.outcome(template);
        long time = threads.getCurrentThreadCpuTime() - start;
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(MOST_BYTES);
        assertThat(outcome.startsWith("! ") ? outcome.substring(2) : "ok").isEqualTo(expected);
        assertThat(template).hasSizeLessThanOrEqualTo(120);
        if (time > slowest) {
            slowest = time;
            slowestOne = template;
        }
    }
}
