package org.archirender.python.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** A Python float. */
public record PyFloat(double value) implements PyNumber {
    /**
     * Every double is told from its neighbours by 17 digits, and every text of 15 digits survives being a double, but
     * for those close to zero.
     */
    private static final int SAFE_DIGITS = 15;

    private static final int ENOUGH_DIGITS = 17;

    /** Longer texts of numbers are refused, since matching them takes a stack frame a character. */
    private static final int LONGEST = 400;

    /** What reading or printing a number is worth, of which the exact digits are many. */
    static final int DIGITS = 20_000;

    /**
     * What {@code float(text)} reads: a decimal number, {@code inf} or {@code nan}, with white space around.
     *
     * @throws PythonException a ValueError for any other text
     */
    public static PyFloat parse(String text) {
        Budget.charge(DIGITS);
        String word = PyStr.strip(text);
        if (word.length() > LONGEST) {
            throw PythonException.limit("a number of more than " + LONGEST + " characters");
        }
        String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        switch (unsigned.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> {
                return new PyFloat(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            }
            case "nan" -> {
                return new PyFloat(Double.NaN);
            }
            default -> {
                String digits = "[0-9](_?[0-9])*+";
                if (!unsigned.matches("(%1$s(\\.(%1$s)?)?|\\.%1$s)([eE][-+]?%1$s)?".formatted(digits))) {
                    throw PythonException.value("could not convert string to float: " + new PyStr(text).repr());
                }
                return new PyFloat(Double.parseDouble(word.replace("_", "")));
            }
        }
    }

    @Override
    public double real() {
        return value;
    }

    @Override
    public boolean isNaN() {
        return Double.isNaN(value);
    }

    @Override
    public String typeName() {
        return "float";
    }

    @Override
    public boolean truth() {
        return value != 0;
    }

    /** The shortest digits that give the value back, with an exponent below 1e-4 and from 1e16. */
    @Override
    public String repr() {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        Budget.charge(DIGITS);
        BigDecimal shortest = shortest();
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        String sign = value < 0 ? "-" : "";
        if (exponent < -4 || exponent >= 16) {
            return sign + scientific(digits, exponent);
        }
        String plain = shortest.abs().toPlainString();
        return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int size = Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    private BigDecimal shortest() {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact;
        for (int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS; digits <= ENOUGH_DIGITS; digits++) {
            rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                break;
            }
        }
        return rounded.stripTrailingZeros();
    }

    @Override
    public String toString() {
        return repr();
    }
}
