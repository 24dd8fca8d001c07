package org.archirender.python.value;

import java.math.BigInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What evaluating may take, in bytes: a byte that is made or looked at costs about a nanosecond, so that one figure bounds
 * time and memory. Values charge for themselves when they are made, and those who read them where all do: nothing that
 * a filter or a function does can forget to. Budgets lie in each other: an evaluation's in that of its recipe, which
 * evaluates for every variant. A thread works on one at a time; without one, nothing is counted.
 */
public final class Budget {
    /** Making an object of any kind. */
    public static final int OBJECT = 64;

    /** Taking one item from a list, or putting one into it. */
    static final int ITEM = 8;

    /** Evaluating a node, or a turn of a loop. */
    private static final int STEP = 100;

    private static final ThreadLocal<@Nullable Budget> CURRENT = new ThreadLocal<>();

    private final String whose;
    private final long most;
    private final @Nullable Budget around;
    private long spent;

    private Budget(String whose, long most, @Nullable Budget around) {
        this.whose = whose;
        this.most = most;
        this.around = around;
    }

    /**
     * What {@code work} gives.
     *
     * @param whose budget this is, as in {@code the template}
     * @param most bytes that the work may make and look at
     * @throws PythonException when it takes more than that, or than what is left of the budget around
     */
    public static <T> T within(String whose, long most, Supplier<T> work) {
        return spending(new Budget(whose, most, CURRENT.get()), work);
    }

    /** As {@link #within}, beside the budgets around: for what has to be found out when those are spent. */
    public static <T> T beside(String whose, long most, Supplier<T> work) {
        return spending(new Budget(whose, most, null), work);
    }

    private static <T> T spending(Budget budget, Supplier<T> work) {
        Budget before = CURRENT.get();
        CURRENT.set(budget);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /** Counts {@code bytes} that are made or looked at. */
    public static void charge(long bytes) {
        for (Budget budget = CURRENT.get(); budget != null; budget = budget.around) {
            budget.spent += bytes;
            if (budget.spent > budget.most) {
                throw PythonException.limit(
                        budget.whose + " takes too long: more than " + budget.most + " bytes to read and write");
            }
        }
    }

    /** Counts {@code count} steps of an evaluation. */
    public static void chargeSteps(long count) {
        charge(count * STEP);
    }

    /** Counts reading {@code value}, but not what it holds. */
    public static void chargeReading(PyValue value) {
        if (value instanceof PyStr text) {
            charge(4L * text.value().length());
        } else if (value instanceof PySequence sequence) {
            charge((long) ITEM * sequence.length());
        } else if (value instanceof PyDict dict) {
            charge((long) ITEM * dict.length());
        } else if (value instanceof PyView view) {
            charge((long) ITEM * view.items().size());
        }
    }

    /** Counts looking for {@code part} in {@code text}, which may look at all of the part at each place. */
    public static void chargeSearch(String text, String part) {
        charge(text.length() + (long) text.length() * part.length() / 4);
    }

    /** Counts arithmetic on two integers, which may take as long as multiplication at school does. */
    public static void chargeArithmetic(BigInteger one, BigInteger other) {
        charge(((one.bitLength() >> 5) + 1L) * ((other.bitLength() >> 5) + 1L));
    }
}
