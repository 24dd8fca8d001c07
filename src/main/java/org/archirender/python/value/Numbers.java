package org.archirender.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as values, from values and from text. */
public final class Numbers {
    private Numbers() {}

    /** An int's or bool's number; null for anything else. */
    public static @Nullable BigInteger integer(PyValue value) {
        if (value instanceof PyInt number) {
            return number.value();
        }
        if (value instanceof PyBool bool) {
            return bool.truth() ? BigInteger.ONE : BigInteger.ZERO;
        }
        return null;
    }

    public static boolean isNumber(PyValue value) {
        return value instanceof PyInt || value instanceof PyBool || value instanceof PyFloat;
    }

    /** A number as a double; {@code value} is one. */
    public static double real(PyValue value) {
        if (value instanceof PyFloat number) {
            return number.value();
        }
        BigInteger integer = integer(value);
        if (integer == null) {
            throw PythonException.type("must be real number, not " + value.typeName());
        }
        double real = integer.doubleValue();
        if (Double.isInfinite(real)) {
            throw new PythonException(PythonError.OVERFLOW, "int too large to convert to float");
        }
        return real;
    }

    /** An integer that is used as an index or a count, cut to the range of int. */
    public static int index(PyValue value) {
        BigInteger integer = integer(value);
        if (integer == null) {
            throw PythonException.type("'" + value.typeName() + "' object cannot be interpreted as an integer");
        }
        return integer.max(BigInteger.valueOf(Integer.MIN_VALUE / 2))
                .min(BigInteger.valueOf(Integer.MAX_VALUE / 2))
                .intValue();
    }

    /** How two numbers compare, exactly; neither is NaN. */
    static int compare(PyValue a, PyValue b) {
        BigInteger left = integer(a);
        BigInteger right = integer(b);
        if (left != null && right != null) {
            return left.compareTo(right);
        }
        if (left != null && b instanceof PyFloat real) {
            return -compare(real.value(), left);
        }
        if (right != null && a instanceof PyFloat real) {
            return compare(real.value(), right);
        }
        return Double.compare(real(a) + 0.0, real(b) + 0.0);
    }

    private static int compare(double real, BigInteger integer) {
        return Double.isInfinite(real) ? (real > 0 ? 1 : -1) : new BigDecimal(real).compareTo(new BigDecimal(integer));
    }

    /** What {@code int(text, base)} reads. */
    public static PyInt parseInteger(String text, int base) {
        String digits = PyStrings.strip(text).replace("_", "");
        int start = digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
        boolean valid = digits.length() > start && wellPlacedUnderscores(PyStrings.strip(text), start);
        for (int i = start; i < digits.length() && valid; i++) {
            valid = Character.digit(digits.charAt(i), base) >= 0;
        }
        if (!valid) {
            throw PythonException.value("invalid literal for int() with base " + base + ": " + new PyStr(text).repr());
        }
        Limits.checkBits(digits.length() * 3L);
        return new PyInt(new BigInteger(digits, base));
    }

    private static boolean wellPlacedUnderscores(String text, int start) {
        return text.indexOf('_') < 0 || !(text.charAt(start) == '_' || text.endsWith("_") || text.contains("__"));
    }

    /** What {@code float(text)} reads. */
    public static PyFloat parseFloat(String text) {
        String word = PyStrings.strip(text);
        int start = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        switch (word.substring(start).toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> {
                return new PyFloat(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            }
            case "nan" -> {
                return new PyFloat(Double.NaN);
            }
            default -> {
                if (!isDecimal(word, start)) {
                    throw PythonException.value("could not convert string to float: " + new PyStr(text).repr());
                }
                return new PyFloat(Double.parseDouble(word.replace("_", "")));
            }
        }
    }

    private static boolean isDecimal(String word, int start) {
        int digits = 0;
        boolean point = false;
        int i = start;
        for (; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else if (!isUnderscore(word, i)) {
                break;
            }
        }
        return digits > 0 && (i == word.length() || isExponent(word, i));
    }

    private static boolean isExponent(String word, int at) {
        int i = at + 1;
        if (word.charAt(at) != 'e' && word.charAt(at) != 'E') {
            return false;
        }
        if (i < word.length() && (word.charAt(i) == '-' || word.charAt(i) == '+')) {
            i++;
        }
        boolean digits = i < word.length();
        for (; i < word.length(); i++) {
            digits &= isDigit(word.charAt(i)) || isUnderscore(word, i);
        }
        return digits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUnderscore(String word, int i) {
        return word.charAt(i) == '_'
                && i > 0
                && i + 1 < word.length()
                && isDigit(word.charAt(i - 1))
                && isDigit(word.charAt(i + 1));
    }
}
