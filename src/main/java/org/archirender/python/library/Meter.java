package org.archirender.python.library;

import org.archirender.python.value.Limits;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PySequence;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;
import org.archirender.python.value.PythonException;

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
            throw PythonException.limit("nested more than " + limits.depth() + " deep")
                    .at(offset);
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
            throw PythonException.limit("takes more than " + limits.steps() + " steps")
                    .at(offset);
        }
    }

    /** As many steps further as making or reading {@code value} is worth: long texts and lists cost more than one. */
    public void charge(PyValue value, int offset) {
        if (value instanceof PyStr text) {
            step(text.value().length() >> 6, offset);
        } else if (value instanceof PySequence sequence) {
            step(sequence.length() >> 3, offset);
        } else if (value instanceof PyView view) {
            step(view.items().size() >> 3, offset);
        }
    }

    /** As {@link #charge}, for comparing two values; looking for a long text in a long text is worth many steps. */
    public void chargeSearch(Operator operator, PyValue left, PyValue right, int offset) {
        charge(right, offset);
        boolean searches = operator == Operator.IN || operator == Operator.NOT_IN;
        if (searches && left instanceof PyStr part && right instanceof PyStr text) {
            step(((long) text.value().length() * part.value().length()) >> 10, offset);
        }
    }

    /** Whether {@code length} characters may be printed. */
    public void output(int length, int offset) {
        if (length > limits.output()) {
            throw PythonException.limit("prints more than " + limits.output() + " characters")
                    .at(offset);
        }
    }
}
