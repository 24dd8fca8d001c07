package org.archirender.python.library;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PySequence;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic on values. */
public final class Arithmetic {
    /** Quotients of larger numbers than a double holds are rounded otherwise by Python. */
    private static final int EXACT_BITS = 53;

    private Arithmetic() {}

    /** {@code -operand}. */
    public static PyValue negate(PyValue operand) {
        Optional<PyValue> negative = Optional.empty();
        BigInteger integer = PyNumber.integer(operand);
        if (operand instanceof PyObject object) {
            negative = object.negate();
        } else if (integer != null) {
            negative = Optional.of(new PyInt(integer.negate()));
        } else if (operand instanceof PyFloat real) {
            negative = Optional.of(new PyFloat(-real.value()));
        }
        return negative.orElseThrow(
                () -> PythonException.type("bad operand type for unary -: '" + operand.typeName() + "'"));
    }

    /**
     * {@code left operator right}, for operators that compute, not for those that compare.
     *
     * @throws PythonException what Python raises, as TypeError for {@code 1 + 'a'}
     */
    public static PyValue binary(Operator operator, PyValue left, PyValue right) {
        PyValue result = known(operator, left, right);
        if (result == null) {
            throw PythonException.type("unsupported operand type(s) for " + operator.symbol() + ": '" + left.typeName()
                    + "' and '" + right.typeName() + "'");
        }
        return result;
    }

    private static @Nullable PyValue known(Operator operator, PyValue left, PyValue right) {
        if (operator == Operator.CONCAT) {
            return new PyStr(left.str() + right.str());
        }
        if (operator == Operator.MODULO && left instanceof PyStr format) {
            return new PyStr(TextFormat.percent(format.value(), right));
        }
        if (left instanceof PyObject object) {
            Optional<PyValue> result = object.operate(operator, right, false);
            if (result.isPresent()) {
                return result.get();
            }
        }
        if (right instanceof PyObject object) {
            return object.operate(operator, left, true).orElse(null);
        }
        BigInteger a = PyNumber.integer(left);
        BigInteger b = PyNumber.integer(right);
        if (a != null && b != null) {
            PyValue result = integers(operator, a, b);
            boolean bitwise = operator == Operator.AND || operator == Operator.OR;
            return bitwise && left instanceof PyBool && right instanceof PyBool ? PyBool.of(result.truth()) : result;
        }
        if (left instanceof PyNumber x && right instanceof PyNumber y) {
            return reals(operator, x.real(), y.real());
        }
        return switch (operator) {
            case ADD -> joined(left, right);
            case MULTIPLY -> b != null ? repeated(left, b) : a != null ? repeated(right, a) : null;
            case OR -> {
                if (left instanceof PyDict && right instanceof PyDict) {
                    throw PythonException.unsupported("the operator | of dicts");
                }
                yield null;
            }
            default -> null;
        };
    }

    private static PyValue integers(Operator operator, BigInteger a, BigInteger b) {
        Budget.chargeArithmetic(a, b);
        boolean divides =
                operator == Operator.DIVIDE || operator == Operator.FLOOR_DIVIDE || operator == Operator.MODULO;
        if (divides && b.signum() == 0) {
            throw PythonException.of(Family.ZERO_DIVISION, "division by zero");
        }
        return switch (operator) {
            case ADD -> new PyInt(a.add(b));
            case SUBTRACT -> new PyInt(a.subtract(b));
            case MULTIPLY -> {
                Limits.checkBits((long) a.bitLength() + b.bitLength());
                yield new PyInt(a.multiply(b));
            }
            case DIVIDE -> {
                if (a.bitLength() > EXACT_BITS || b.bitLength() > EXACT_BITS) {
                    throw PythonException.unsupported("dividing integers of more than " + EXACT_BITS + " bits");
                }
                yield new PyFloat(a.doubleValue() / b.doubleValue());
            }
            case FLOOR_DIVIDE -> new PyInt(floor(a, b));
            case MODULO -> new PyInt(a.subtract(floor(a, b).multiply(b)));
            case POWER -> power(a, b);
            case AND -> new PyInt(a.and(b));
            case OR -> new PyInt(a.or(b));
            default -> throw new IllegalArgumentException(operator + " computes nothing");
        };
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
        BigInteger[] quotient = a.divideAndRemainder(b);
        boolean below = quotient[1].signum() != 0 && quotient[1].signum() != b.signum();
        return below ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    private static PyInt power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            throw PythonException.unsupported("a negative power");
        }
        Limits.checkBits(exponent.bitLength() > 31 ? Long.MAX_VALUE : exponent.longValue() * base.bitLength());
        BigInteger power = base.pow(exponent.intValue());
        Budget.chargeArithmetic(power, power);
        return new PyInt(power);
    }

    private static @Nullable PyValue reals(Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> new PyFloat(a + b);
            case SUBTRACT -> new PyFloat(a - b);
            case MULTIPLY -> new PyFloat(a * b);
            case DIVIDE -> {
                if (b == 0) {
                    throw PythonException.of(Family.ZERO_DIVISION, "division by zero");
                }
                yield new PyFloat(a / b);
            }
            case FLOOR_DIVIDE, MODULO, POWER ->
                throw PythonException.unsupported("the operator " + operator.symbol() + " of floats");
            default -> null;
        };
    }

    private static @Nullable PyValue joined(PyValue left, PyValue right) {
        if (left instanceof PyStr a && right instanceof PyStr b) {
            Limits.checkText((long) a.value().length() + b.value().length());
            return new PyStr(a.value() + b.value());
        }
        if (left instanceof PySequence a && right instanceof PySequence b && a.isLike(b)) {
            List<PyValue> all = new ArrayList<>(a.items());
            all.addAll(b.items());
            return a.of(all);
        }
        return null;
    }

    private static @Nullable PyValue repeated(PyValue sequence, BigInteger count) {
        if (count.bitLength() > 63) {
            throw PythonException.of(Family.OVERFLOW, "cannot fit 'int' into an index-sized integer");
        }
        int times = Math.max(0, PyNumber.index(new PyInt(count)));
        if (sequence instanceof PyStr text) {
            Limits.checkText((long) text.value().length() * times);
            return new PyStr(text.value().isEmpty() ? "" : text.value().repeat(times));
        }
        if (sequence instanceof PySequence list) {
            Limits.checkItems((long) list.length() * times);
            List<PyValue> all = new ArrayList<>();
            for (int i = 0; i < times && list.truth(); i++) {
                all.addAll(list.items());
            }
            return list.of(all);
        }
        return null;
    }
}
