package org.archirender.python.value;

import java.util.List;
import java.util.Optional;

/** Python's comparisons: equality, order, membership and identity. */
public final class Comparing {
    private Comparing() {}

    /** {@code left operator right}: a bool, but for values with an order of their own. */
    public static PyValue compare(Operator operator, PyValue left, PyValue right) {
        return switch (operator) {
            case EQUAL -> PyBool.of(equal(left, right));
            case NOT_EQUAL -> PyBool.of(!equal(left, right));
            case IN -> PyBool.of(right.contains(left));
            case NOT_IN -> PyBool.of(!right.contains(left));
            case IS -> PyBool.of(same(left, right));
            case IS_NOT -> PyBool.of(!same(left, right));
            default -> ordered(operator, left, right, new Limits.Walk());
        };
    }

    /** {@code a == b}. */
    public static boolean equal(PyValue a, PyValue b) {
        return equal(a, b, new Limits.Walk());
    }

    private static boolean equal(PyValue a, PyValue b, Limits.Walk walk) {
        Budget.charge(4 * Budget.ITEM);
        if (a instanceof PyNumber left) {
            return b instanceof PyNumber right && !left.isNaN() && !right.isNaN() && PyNumber.compare(left, right) == 0;
        }
        if (a instanceof PyStr text) {
            return equal(text.value(), b);
        }
        walk.enter();
        boolean equal;
        if (a instanceof PySequence left) {
            equal = left.isLike(b) && b instanceof PySequence right && equal(left.items(), right.items(), walk);
        } else if (a instanceof PyDict left) {
            equal = b instanceof PyDict right && equal(left, right, walk);
        } else if (a instanceof PyView && b instanceof PyView && a != b) {
            throw PythonException.unsupported("comparing a " + a.typeName() + " with a " + b.typeName());
        } else {
            equal = a.equals(b);
        }
        walk.leave();
        return equal;
    }

    private static boolean equal(String a, PyValue b) {
        boolean alike = b instanceof PyStr other && other.value().length() == a.length();
        Budget.charge(alike ? a.length() : 0);
        return alike && b instanceof PyStr other && other.value().equals(a);
    }

    private static boolean equal(List<PyValue> a, List<PyValue> b, Limits.Walk walk) {
        if (a.size() != b.size()) {
            return false;
        }
        Budget.charge(a.size());
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i) && !equal(a.get(i), b.get(i), walk)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(PyDict a, PyDict b, Limits.Walk walk) {
        if (a.length() != b.length()) {
            return false;
        }
        for (PyDict.Entry entry : a.entries()) {
            Optional<PyValue> other = b.get(entry.key());
            if (other.isEmpty() || (entry.value() != other.get() && !equal(entry.value(), other.get(), walk))) {
                return false;
            }
        }
        return true;
    }

    /** Which equal numbers and texts are one object is a matter of how Python was built. */
    private static boolean same(PyValue a, PyValue b) {
        boolean open = (a instanceof PyInt && b instanceof PyInt)
                || (a instanceof PyFloat && b instanceof PyFloat)
                || (a instanceof PyStr && b instanceof PyStr)
                || (a instanceof PyTuple && b instanceof PyTuple);
        if (open && a != b && equal(a, b)) {
            throw PythonException.unsupported("'is' between two equal values of type " + a.typeName() + "; write ==");
        }
        return a == b;
    }

    /** Whether {@code a < b}, for sorting. */
    public static boolean less(PyValue a, PyValue b) {
        return ordered(Operator.LESS, a, b, new Limits.Walk()).truth();
    }

    private static PyValue ordered(Operator operator, PyValue a, PyValue b, Limits.Walk walk) {
        Budget.charge(Budget.OBJECT);
        Optional<PyValue> own = ownOrder(operator, a, b);
        if (own.isPresent()) {
            return own.get();
        }
        if (a instanceof PyNumber left && b instanceof PyNumber right) {
            return PyBool.of(!left.isNaN() && !right.isNaN() && holds(operator, PyNumber.compare(left, right)));
        }
        if (a instanceof PyStr left && b instanceof PyStr right) {
            return PyBool.of(holds(operator, PyStr.compare(left.value(), right.value())));
        }
        if (a instanceof PySequence left && b instanceof PySequence right && left.isLike(right)) {
            return ordered(operator, left.items(), right.items(), walk);
        }
        throw PythonException.type("'" + operator.symbol() + "' not supported between instances of '" + a.typeName()
                + "' and '" + b.typeName() + "'");
    }

    private static Optional<PyValue> ownOrder(Operator operator, PyValue a, PyValue b) {
        Optional<PyValue> own = Optional.empty();
        if (a instanceof PyObject object) {
            own = object.operate(operator, b, false);
        }
        if (own.isEmpty() && b instanceof PyObject object) {
            own = object.operate(operator.mirrored(), a, true);
        }
        return own;
    }

    /** Sequences are in the order of their first items that differ. */
    private static PyValue ordered(Operator operator, List<PyValue> a, List<PyValue> b, Limits.Walk walk) {
        int common = Math.min(a.size(), b.size());
        Budget.charge(common);
        for (int i = 0; i < common; i++) {
            if (a.get(i) != b.get(i) && !equal(a.get(i), b.get(i), walk)) {
                walk.enter();
                PyValue result = ordered(operator, a.get(i), b.get(i), walk);
                walk.leave();
                return result;
            }
        }
        return PyBool.of(holds(operator, Integer.compare(a.size(), b.size())));
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            default -> throw new IllegalArgumentException(operator + " is no order");
        };
    }
}
