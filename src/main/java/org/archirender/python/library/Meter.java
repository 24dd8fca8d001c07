package org.archirender.python.library;

import java.util.function.Supplier;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;

/** Stops one evaluation at its limits, and says where. Not for use by two threads. */
public final class Meter {
    private final Limits limits;
    private int depth;

    public Meter(Limits limits) {
        this.limits = limits;
    }

    /**
     * What {@code work} gives, which may take as much as one evaluation.
     *
     * @param what is evaluated, as in {@code the expression}
     * @throws PythonException when it takes more
     */
    public <T> T within(String what, Supplier<T> work) {
        return Budget.within(what, limits.work(), work);
    }

    /** One level deeper and one step further. */
    public void enter(int offset) {
        if (++depth > limits.depth()) {
            throw PythonException.limit("nested more than " + limits.depth() + " deep")
                    .at(offset);
        }
        step(offset);
    }

    /** Back from {@link #enter}. */
    public void leave() {
        depth--;
    }

    /** One step further. */
    public void step(int offset) {
        try {
            Budget.chargeSteps(1);
        } catch (PythonException e) {
            throw e.at(offset);
        }
    }

    /** Prints {@code text} after {@code before} characters. */
    public void print(String text, int before, int offset) {
        if (before + text.length() > limits.output()) {
            throw PythonException.limit("prints more than " + limits.output() + " characters")
                    .at(offset);
        }
        step(offset);
        try {
            Budget.charge(2L * text.length());
        } catch (PythonException e) {
            throw e.at(offset);
        }
    }
}
