package org.archirender.minijinja;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

/** Short expressions of recipe.yaml that try to take long, or much: each ends at once, in a value or at a limit. */
class HostileExpressionsTest {
    private static final long MOST_BYTES = 256L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long slowest;
    private String slowestOne = "";

    private static List<String> lines() throws IOException {
        try (InputStream in = HostileExpressionsTest.class.getResourceAsStream("/hostile/expressions.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void eachEndsWithoutMakingMuch() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(100).allSatisfy(line -> {
            int arrow = line.lastIndexOf(" => ");
            check(line.substring(0, arrow), line.substring(arrow + 4));
        });
        System.out.printf(
                "figure: hostile expressions of recipe.yaml: %d, the slowest in %d ms of processor time: %s%n",
                lines.size(), slowest / 1_000_000, slowestOne);
    }

    private static String outcome(String expression) {
        try {
            Budget.within(
                    "the recipe",
                    Limits.ALL_VARIANTS,
                    () -> TextTemplate.of("a${{ " + expression + " }}")
                            .text(Scope.of(Map.of()), new Meter(Limits.RECIPE)));
            return "ok";
        } catch (PythonException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void check(String expression, String expected) {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        long start = threads.getCurrentThreadCpuTime();
        String outcome = outcome(expression);
        long time = threads.getCurrentThreadCpuTime() - start;
        assertThat(threads.getThreadAllocatedBytes(thread) - before)
                .as(expression)
                .isLessThan(MOST_BYTES);
        assertThat(outcome).as(expression).startsWith(expected);
        if (time > slowest) {
            slowest = time;
            slowestOne = expression;
        }
    }
}
