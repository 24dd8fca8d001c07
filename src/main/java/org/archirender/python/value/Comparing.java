package org.archirender.python.value;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Python's comparisons: equality, order, membership and identity. */
public final class Comparing {
    private static final BigInteger SMALLEST_SHARED = BigInteger.valueOf(-5);
    private static final BigInteger LARGEST_SHARED = BigInteger.valueOf(256);

    private Comparing() {}

    public static PyValue compare(Operator operator, PyValue left, PyValue right) {
        return switch (operator) {
            case EQUAL -> PyBool.of(equal(left, right));
            case NOT_EQUAL -> PyBool.of(!equal(left, right));
            case IN -> PyBool.of(contains(right, left));
            case NOT_IN -> PyBool.of(!contains(right, left));
            case IS -> PyBool.of(same(left, right));
            case IS_NOT -> PyBool.of(!same(left, right));
            default -> ordered(operator, left, right);
        };
    }

    /** Searching a long text for a long text is worth many steps. */
    public static long cost(Operator operator, PyValue left, PyValue right) {
        boolean searches = operator == Operator.IN || operator == Operator.NOT_IN;
        if (!searches || !(right instanceof PyStr text)) {
            return right instanceof PyList list ? list.items().size() >> 3 : 0;
        }
        return left instanceof PyStr part
                ? ((long) text.value().length() * part.value().length()) >> 10
                : 0;
    }

    /** What calling a method with {@code arguments} may cost beyond a step. */
    public static long cost(Arguments arguments) {
        long cost = 0;
        for (PyValue argument : arguments.positional()) {
            cost += argument instanceof PyStr text ? text.value().length() >> 4 : 0;
        }
        return cost;
    }

    /** {@code a == b}. */
    public static boolean equal(PyValue a, PyValue b) {
        return equal(a, b, new Budget());
    }

    private static boolean equal(PyValue a, PyValue b, Budget budget) {
        if (a instanceof PyStr left) {
            return b instanceof PyStr right && left.value().equals(right.value());
        }
        if (Numbers.isNumber(a)) {
            return Numbers.isNumber(b) && !isNaN(a) && !isNaN(b) && Numbers.compare(a, b) == 0;
        }
        budget.enter();
        boolean equal;
        if (a instanceof PyList left) {
            equal = b instanceof PyList right && equal(left.items(), right.items(), budget);
        } else if (a instanceof PyTuple left) {
            equal = b instanceof PyTuple right && equal(left.items(), right.items(), budget);
        } else if (a instanceof PyDict left) {
            equal = b instanceof PyDict right && equal(left, right, budget);
        } else if (a instanceof PySet left) {
            equal = b instanceof PySet right && left.sameItems(right);
        } else {
            equal = a.equals(b);
        }
        budget.leave();
        return equal;
    }

    private static boolean equal(List<PyValue> a, List<PyValue> b, Budget budget) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i) && !equal(a.get(i), b.get(i), budget)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(PyDict a, PyDict b, Budget budget) {
        if (a.size() != b.size()) {
            return false;
        }
        for (PyDict.Entry entry : a.entries()) {
            Optional<PyValue> other = b.get(entry.key());
            if (other.isEmpty() || (entry.value() != other.get() && !equal(entry.value(), other.get(), budget))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNaN(PyValue value) {
        return value instanceof PyFloat real && Double.isNaN(real.value());
    }

    private static boolean same(PyValue a, PyValue b) {
        if (a == b) {
            return true;
        }
        if (a instanceof PyInt left && b instanceof PyInt right) {
            return left.value().equals(right.value())
                    && left.value().compareTo(SMALLEST_SHARED) >= 0
                    && left.value().compareTo(LARGEST_SHARED) <= 0;
        }
        return a instanceof PyStr left
                && b instanceof PyStr right
                && left.value().length() <= 1
                && left.value().equals(right.value());
    }

    /** {@code item in container}. */
    static boolean contains(PyValue container, PyValue item) {
        if (container instanceof PyStr text) {
            if (!(item instanceof PyStr part)) {
                throw PythonException.type("'in <string>' requires string as left operand, not " + item.typeName());
            }
            return text.value().contains(part.value());
        }
        if (container instanceof PyDict dict) {
            return dict.get(item).isPresent();
        }
        if (container instanceof PySet set) {
            return set.contains(item);
        }
        Iterator<PyValue> items = Iteration.over(container);
        while (items.hasNext()) {
            PyValue next = items.next();
            if (next == item || equal(next, item)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code a < b}, for sorting. */
    public static boolean less(PyValue a, PyValue b) {
        return ordered(Operator.LESS, a, b).truth();
    }

    private static PyValue ordered(Operator operator, PyValue left, PyValue right) {
        return ordered(operator, left, right, new Budget());
    }

    private static PyValue ordered(Operator operator, PyValue a, PyValue b, Budget budget) {
        Optional<PyValue> own = ownOrder(operator, a, b);
        if (own.isPresent()) {
            return own.get();
        }
        if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
            return PyBool.of(!isNaN(a) && !isNaN(b) && holds(operator, Numbers.compare(a, b)));
        }
        if (a instanceof PyStr left && b instanceof PyStr right) {
            return PyBool.of(holds(operator, PyStrings.compare(left.value(), right.value())));
        }
        if (a instanceof PyList left && b instanceof PyList right) {
            return ordered(operator, left.items(), right.items(), budget);
        }
        if (a instanceof PyTuple left && b instanceof PyTuple right) {
            return ordered(operator, left.items(), right.items(), budget);
        }
        if (a instanceof PySet && b instanceof PySet) {
            throw PythonException.unsupported("comparing sets");
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
    private static PyValue ordered(Operator operator, List<PyValue> a, List<PyValue> b, Budget budget) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            if (a.get(i) != b.get(i) && !equal(a.get(i), b.get(i), budget)) {
                budget.enter();
                PyValue result = ordered(operator, a.get(i), b.get(i), budget);
                budget.leave();
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
