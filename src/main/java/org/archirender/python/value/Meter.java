package org.archirender.python.value;

/** Counts what one evaluation takes and stops it at its limits. Not for use by two threads. */
public final class Meter {
    private final Limits limits;
    private long steps;
    private int depth;

    public Meter(Limits limits) {
        this.limits = limits;
    }

    /** One level deeper and one step further. */
    public void enter(int offset) {
        if (++depth > limits.depth()) {
            throw new PythonException(PythonError.LIMIT, "nested more than " + limits.depth() + " deep", offset);
        }
        step(1, offset);
    }

    /** Back from {@link #enter}. */
    public void leave() {
        depth--;
    }

    /** {@code count} steps further. */
    public void step(long count, int offset) {
        steps += count;
        if (steps > limits.steps()) {
            throw new PythonException(PythonError.LIMIT, "takes more than " + limits.steps() + " steps", offset);
        }
    }

    /** Whether {@code length} characters may be printed. */
    public void output(int length, int offset) {
        if (length > limits.output()) {
            throw new PythonException(PythonError.LIMIT, "prints more than " + limits.output() + " characters", offset);
        }
    }
}
