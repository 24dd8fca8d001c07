package org.archirender.python.library;

import org.archirender.python.value.Comparing;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyValue;

/** Any operator on two values, for callers that have values and no expression. */
public final class Calculation {
    private Calculation() {}

    /** {@code left operator right}. */
    public static PyValue binary(Operator operator, PyValue left, PyValue right) {
        return operator.compareTo(Operator.EQUAL) < 0
                ? Arithmetic.binary(operator, left, right)
                : Comparing.compare(operator, left, right);
    }
}
