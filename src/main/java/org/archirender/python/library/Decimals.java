package org.archirender.python.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.archirender.python.value.Limits;

/** Doubles as decimal text of a given precision, rounded from their exact value, half to even. */
final class Decimals {
    private Decimals() {}

    /** {@code places} digits after the point; {@code real} is not negative. */
    static String fixed(double real, int places) {
        Limits.checkText(places);
        return new BigDecimal(real).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** One digit, {@code places} more after the point, and an exponent of at least two digits. */
    static String scientific(double real, int places) {
        Limits.checkText(places);
        if (real == 0) {
            return "0" + (places > 0 ? "." + "0".repeat(places) : "") + "e+00";
        }
        BigDecimal rounded = new BigDecimal(real).round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = digits.length() - rounded.scale() - 1;
        if (digits.length() > places + 1) {
            digits = digits.substring(0, places + 1);
        }
        digits += "0".repeat(places + 1 - digits.length());
        String mantissa = places > 0 ? digits.charAt(0) + "." + digits.substring(1) : digits;
        int size = Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    /** As Python's {@code g}: {@code digits} significant ones, without trailing zeros unless {@code keepZeros}. */
    static String general(double real, int digits, boolean keepZeros) {
        int significant = Math.max(1, digits);
        String scientific = scientific(real, significant - 1);
        int mark = scientific.indexOf('e');
        int exponent = Integer.parseInt(scientific.substring(mark + 1));
        if (exponent < -4 || exponent >= significant) {
            String mantissa = scientific.substring(0, mark);
            return (keepZeros ? mantissa : withoutZeros(mantissa)) + scientific.substring(mark);
        }
        String fixed = fixed(real, Math.max(0, significant - 1 - exponent));
        return keepZeros ? fixed : withoutZeros(fixed);
    }

    private static String withoutZeros(String number) {
        if (number.indexOf('.') < 0) {
            return number;
        }
        int end = number.length();
        while (number.charAt(end - 1) == '0') {
            end--;
        }
        return number.substring(0, number.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
