package org.archirender.python.value;

import java.math.BigInteger;

/** A Python integer, of any size up to a limit. */
public record PyInt(BigInteger value) implements PyNumber {
    public PyInt {
        Limits.checkBits(value.bitLength());
        Budget.charge(Budget.OBJECT);
    }

    public static PyInt of(long value) {
        return new PyInt(BigInteger.valueOf(value));
    }

    /**
     * What {@code int(text)} reads: decimal digits with white space around, a sign before and underscores between them.
     *
     * @throws PythonException a ValueError for any other text
     */
    public static PyInt parse(String text) {
        String word = PyStr.strip(text);
        int start = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        boolean valid = word.length() > start && !word.startsWith("_", start) && !word.endsWith("_");
        for (int i = start; i < word.length() && valid; i++) {
            valid = Character.isDigit(word.charAt(i)) || (word.charAt(i) == '_' && word.charAt(i - 1) != '_');
        }
        if (!valid) {
            throw PythonException.value("invalid literal for int() with base 10: " + new PyStr(text).repr());
        }
        Limits.checkBits(word.length() * 3L);
        BigInteger value = new BigInteger(word.replace("_", ""));
        Budget.chargeArithmetic(value, value);
        return new PyInt(value);
    }

    @Override
    public double real() {
        double real = value.doubleValue();
        if (Double.isInfinite(real)) {
            throw PythonException.of(PythonException.Family.OVERFLOW, "int too large to convert to float");
        }
        return real;
    }

    @Override
    public String typeName() {
        return "int";
    }

    @Override
    public boolean truth() {
        return value.signum() != 0;
    }

    @Override
    public String repr() {
        Budget.charge(2 * Budget.OBJECT);
        Budget.chargeArithmetic(value, value);
        return value.toString();
    }

    @Override
    public String toString() {
        return repr();
    }
}
