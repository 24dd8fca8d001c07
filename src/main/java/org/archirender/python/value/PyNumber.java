package org.archirender.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A Python number; bools are integers. */
public sealed interface PyNumber extends PyValue permits PyInt, PyBool, PyFloat {
    /** As a double; an OverflowError where it is too large for one. */
    double real();

    /** An int's or bool's number; null for anything else. */
    static @Nullable BigInteger integer(PyValue value) {
        if (value instanceof PyInt number) {
            return number.value();
        }
        if (value instanceof PyBool bool) {
            return bool.truth() ? BigInteger.ONE : BigInteger.ZERO;
        }
        return null;
    }

    /** An integer that is used as an index or a count, cut to the range of int. */
    static int index(PyValue value) {
        BigInteger integer = integer(value);
        if (integer == null) {
            throw PythonException.type("'" + value.typeName() + "' object cannot be interpreted as an integer");
        }
        return integer.max(BigInteger.valueOf(Integer.MIN_VALUE / 2))
                .min(BigInteger.valueOf(Integer.MAX_VALUE / 2))
                .intValue();
    }

    /** Whether this is no number at all, as {@code float('nan')} says. */
    default boolean isNaN() {
        return false;
    }

    /** How two numbers compare, exactly; neither is NaN. */
    static int compare(PyNumber a, PyNumber b) {
        BigInteger left = integer(a);
        BigInteger right = integer(b);
        if (left != null && right != null) {
            Budget.charge(left.bitLength() >> 3);
            return left.compareTo(right);
        }
        if (left != null) {
            return -compare(b.real(), left);
        }
        return right != null ? compare(a.real(), right) : Double.compare(a.real() + 0.0, b.real() + 0.0);
    }

    private static int compare(double real, BigInteger integer) {
        Budget.charge(PyFloat.DIGITS);
        return Double.isInfinite(real) ? (real > 0 ? 1 : -1) : new BigDecimal(real).compareTo(new BigDecimal(integer));
    }
}
