package org.archirender.python.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic on values. */
public final class Arithmetic {
    /** More digits than a double holds, so that a quotient is rounded once. */
    private static final MathContext QUOTIENT = new MathContext(60);

    private static final int EXACT_BITS = 53;

    private Arithmetic() {}

    static PyValue unary(UnaryOperator operator, PyValue operand) {
        if (operand instanceof PyObject object) {
            return object.negate(operator).orElseThrow(() -> badOperand(operator, operand));
        }
        BigInteger integer = Numbers.integer(operand);
        if (integer != null) {
            return new PyInt(
                    switch (operator) {
                        case MINUS -> integer.negate();
                        case PLUS -> integer;
                        case INVERT -> integer.not();
                    });
        }
        if (operand instanceof PyFloat real && operator != UnaryOperator.INVERT) {
            return operator == UnaryOperator.MINUS ? new PyFloat(-real.value()) : real;
        }
        throw badOperand(operator, operand);
    }

    private static PythonException badOperand(UnaryOperator operator, PyValue operand) {
        return PythonException.type(
                "bad operand type for unary " + operator.symbol() + ": '" + operand.typeName() + "'");
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
        if (operator == Operator.MODULO && left instanceof PyStr format) {
            return new PyStr(PercentFormat.format(format.value(), right));
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
        BigInteger a = Numbers.integer(left);
        BigInteger b = Numbers.integer(right);
        if (a != null && b != null) {
            PyValue result = integers(operator, a, b);
            boolean bitwise = operator == Operator.AND || operator == Operator.OR || operator == Operator.XOR;
            return bitwise && left instanceof PyBool && right instanceof PyBool && result != null
                    ? PyBool.of(result.truth())
                    : result;
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return reals(operator, Numbers.real(left), Numbers.real(right));
        }
        return sequences(operator, left, right);
    }

    private static @Nullable PyValue integers(Operator operator, BigInteger a, BigInteger b) {
        return switch (operator) {
            case ADD -> new PyInt(a.add(b));
            case SUBTRACT -> new PyInt(a.subtract(b));
            case MULTIPLY -> {
                Limits.checkBits((long) a.bitLength() + b.bitLength());
                yield new PyInt(a.multiply(b));
            }
            case DIVIDE -> divide(a, b);
            case FLOOR_DIVIDE -> new PyInt(floor(a, nonZero(b)));
            case MODULO -> new PyInt(a.subtract(floor(a, nonZero(b)).multiply(b)));
            case POWER -> power(a, b);
            case AND -> new PyInt(a.and(b));
            case OR -> new PyInt(a.or(b));
            case XOR -> new PyInt(a.xor(b));
            case SHIFT_LEFT -> new PyInt(a.shiftLeft(shift(a, b, 1)));
            case SHIFT_RIGHT -> new PyInt(a.shiftRight(shift(a, b, 0)));
            default -> null;
        };
    }

    private static BigInteger nonZero(BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw zeroDivision();
        }
        return divisor;
    }

    private static PythonException zeroDivision() {
        return new PythonException(PythonError.ZERO_DIVISION, "division by zero");
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
        BigInteger[] quotient = a.divideAndRemainder(b);
        boolean below = quotient[1].signum() != 0 && quotient[1].signum() != b.signum();
        return below ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    private static PyFloat divide(BigInteger a, BigInteger b) {
        nonZero(b);
        if (a.bitLength() <= EXACT_BITS && b.bitLength() <= EXACT_BITS) {
            return new PyFloat(a.doubleValue() / b.doubleValue());
        }
        double quotient = new BigDecimal(a).divide(new BigDecimal(b), QUOTIENT).doubleValue();
        return new PyFloat(finite(quotient));
    }

    private static double finite(double value) {
        if (Double.isInfinite(value)) {
            throw new PythonException(PythonError.OVERFLOW, "the result is too large for a float");
        }
        return value;
    }

    private static PyValue power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            return realPower(base.doubleValue(), exponent.doubleValue());
        }
        if (base.abs().compareTo(BigInteger.ONE) <= 0) {
            boolean odd = exponent.testBit(0);
            return exponent.signum() == 0 ? PyInt.of(1) : new PyInt(odd ? base : base.abs());
        }
        Limits.checkBits(exponent.bitLength() > 31 ? Long.MAX_VALUE : exponent.longValue() * (base.bitLength() - 1));
        return new PyInt(base.pow(exponent.intValueExact()));
    }

    private static PyValue realPower(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw new PythonException(PythonError.ZERO_DIVISION, "0.0 cannot be raised to a negative power");
        }
        if (base < 0 && exponent != Math.rint(exponent) && !Double.isInfinite(base)) {
            throw PythonException.unsupported("a complex number");
        }
        double result = Math.pow(base, exponent);
        boolean overflow = Double.isInfinite(result) && !Double.isInfinite(base) && !Double.isInfinite(exponent);
        return new PyFloat(overflow ? finite(result) : result);
    }

    private static int shift(BigInteger a, BigInteger b, int growth) {
        if (b.signum() < 0) {
            throw PythonException.value("negative shift count");
        }
        Limits.checkBits(b.bitLength() > 31 ? Long.MAX_VALUE : growth * (a.bitLength() + b.longValue()));
        return b.intValue();
    }

    private static @Nullable PyValue reals(Operator operator, double a, double b) {
        boolean divides =
                operator == Operator.DIVIDE || operator == Operator.FLOOR_DIVIDE || operator == Operator.MODULO;
        if (divides && b == 0) {
            throw zeroDivision();
        }
        return switch (operator) {
            case ADD -> new PyFloat(a + b);
            case SUBTRACT -> new PyFloat(a - b);
            case MULTIPLY -> new PyFloat(a * b);
            case DIVIDE -> new PyFloat(a / b);
            case FLOOR_DIVIDE -> new PyFloat(floorDivide(a, b));
            case MODULO -> new PyFloat(modulo(a, b));
            case POWER -> realPower(a, b);
            default -> null;
        };
    }

    private static double modulo(double a, double b) {
        double rest = a % b;
        if (rest != 0) {
            return rest < 0 != b < 0 ? rest + b : rest;
        }
        return Math.copySign(0.0, b);
    }

    private static double floorDivide(double a, double b) {
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && rest < 0 != b < 0) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static @Nullable PyValue sequences(Operator operator, PyValue left, PyValue right) {
        if (operator == Operator.ADD) {
            return joined(left, right);
        }
        if (operator == Operator.MULTIPLY) {
            return Numbers.integer(right) != null ? repeated(left, right) : repeated(right, left);
        }
        return null;
    }

    private static @Nullable PyValue joined(PyValue left, PyValue right) {
        if (left instanceof PyStr a && right instanceof PyStr b) {
            Limits.checkText((long) a.value().length() + b.value().length());
            return new PyStr(a.value() + b.value());
        }
        if (left instanceof PyList a && right instanceof PyList b) {
            return new PyList(joined(a.items(), b.items()));
        }
        if (left instanceof PyTuple a && right instanceof PyTuple b) {
            return new PyTuple(joined(a.items(), b.items()));
        }
        return null;
    }

    private static List<PyValue> joined(List<PyValue> a, List<PyValue> b) {
        List<PyValue> all = new ArrayList<>(a.size() + b.size());
        all.addAll(a);
        all.addAll(b);
        return all;
    }

    private static @Nullable PyValue repeated(PyValue sequence, PyValue count) {
        BigInteger number = Numbers.integer(count);
        if (number == null) {
            return null;
        }
        if (number.bitLength() > 63) {
            throw new PythonException(PythonError.OVERFLOW, "cannot fit 'int' into an index-sized integer");
        }
        int times = Math.max(0, Numbers.index(count));
        if (sequence instanceof PyStr text) {
            Limits.checkText((long) text.value().length() * times);
            return text.value().isEmpty() ? text : new PyStr(text.value().repeat(times));
        }
        if (sequence instanceof PyList list) {
            return new PyList(repeated(list.items(), times));
        }
        return sequence instanceof PyTuple tuple ? new PyTuple(repeated(tuple.items(), times)) : null;
    }

    private static List<PyValue> repeated(List<PyValue> items, int times) {
        Limits.checkItems((long) items.size() * times);
        List<PyValue> all = new ArrayList<>();
        for (int i = 0; i < times && !items.isEmpty(); i++) {
            all.addAll(items);
        }
        return all;
    }
}
