package org.archirender.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Values as keys whose Java equality is Python's: {@code 1}, {@code 1.0} and {@code True} are one key. */
final class Keys {
    private Keys() {}

    /** A key for {@code value}; a TypeError when Python can't hash it. */
    static Object of(PyValue value) {
        return of(value, new Budget());
    }

    private static Object of(PyValue value, Budget budget) {
        if (value instanceof PyStr text) {
            return text.value();
        }
        if (value instanceof PyInt number) {
            return number.value();
        }
        if (value instanceof PyBool bool) {
            return bool.truth() ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (value instanceof PyFloat number) {
            return key(number.value());
        }
        if (value instanceof PyTuple tuple) {
            budget.enter();
            List<Object> keys = new ArrayList<>(tuple.items().size());
            tuple.items().forEach(item -> keys.add(of(item, budget)));
            budget.leave();
            return keys;
        }
        if (value instanceof PyNone || value instanceof PyObject) {
            return value;
        }
        throw PythonException.type("unhashable type: '" + value.typeName() + "'");
    }

    private static Object key(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value != Math.rint(value)) {
            return value;
        }
        return new BigDecimal(value).toBigInteger();
    }
}
