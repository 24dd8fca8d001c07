package org.archirender.python.library;

import java.math.BigInteger;
import java.util.Locale;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * One format of Python's mini language, {@code [[fill]align][sign][#][0][width][,][.precision][type]}.
 *
 * @param align {@code <}, {@code >}, {@code ^}, {@code =}, or 0 for the type's own
 * @param sign {@code -}, {@code +} or a blank
 * @param grouping a comma or underscore between thousands, or 0
 * @param width at least so many characters; -1 for any
 * @param precision -1 where not given
 * @param type a letter, or 0 where not given
 */
record FormatSpec(
        String fill, char align, char sign, boolean alternate, char grouping, int width, int precision, char type) {
    /** Puts a format together. */
    static final class Builder {
        private String fill = " ";
        private char align;
        private char sign = '-';
        private boolean alternate;
        private int width = -1;
        private int precision = -1;

        void align(char align) {
            this.align = align;
            if (align == '<') {
                fill = " ";
            }
        }

        void zero() {
            if (align != '<') {
                fill = "0";
                align = '=';
            }
        }

        void sign(char sign) {
            this.sign = this.sign == '+' ? '+' : sign;
        }

        void alternate() {
            alternate = true;
        }

        void width(int width) {
            this.width = width;
        }

        void precision(int precision) {
            this.precision = precision;
        }

        FormatSpec build(char type) {
            return new FormatSpec(fill, align, sign, alternate, '\0', width, precision, type);
        }
    }

    static int size(String digits) {
        if (digits.length() > 7) {
            throw PythonException.limit("a width or precision of " + digits);
        }
        return Integer.parseInt(digits);
    }

    static FormatSpec parse(String spec) {
        int at = 0;
        String fill = " ";
        char align = 0;
        int first = spec.isEmpty() ? 0 : Character.charCount(spec.codePointAt(0));
        if (spec.length() > first && "<>=^".indexOf(spec.charAt(first)) >= 0) {
            fill = spec.substring(0, first);
            align = spec.charAt(first);
            at = first + 1;
        } else if (!spec.isEmpty() && "<>=^".indexOf(spec.charAt(0)) >= 0) {
            align = spec.charAt(0);
            at = 1;
        }
        char sign = '-';
        if (at < spec.length() && "+- ".indexOf(spec.charAt(at)) >= 0) {
            sign = spec.charAt(at++);
        }
        boolean alternate = spec.startsWith("#", at);
        at += alternate ? 1 : 0;
        if (spec.startsWith("0", at)) {
            fill = align == 0 ? "0" : fill;
            at++;
        }
        int end = digits(spec, at);
        int width = end == at ? -1 : size(spec.substring(at, end));
        at = end;
        char grouping = at < spec.length() && ",_".indexOf(spec.charAt(at)) >= 0 ? spec.charAt(at++) : 0;
        int precision = -1;
        if (spec.startsWith(".", at)) {
            end = digits(spec, at + 1);
            if (end == at + 1) {
                throw PythonException.value("Format specifier missing precision");
            }
            precision = size(spec.substring(at + 1, end));
            at = end;
        }
        char type = at < spec.length() ? spec.charAt(at++) : 0;
        if (at < spec.length()) {
            throw PythonException.value("Invalid format specifier '" + spec + "'");
        }
        return new FormatSpec(fill, align, sign, alternate, grouping, width, precision, type);
    }

    private static int digits(String spec, int from) {
        int end = from;
        while (end < spec.length() && spec.charAt(end) >= '0' && spec.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** The format for text after a percent sign: right aligned, never padded with zeros. */
    FormatSpec rightByDefault() {
        char side = align == '<' ? '<' : '>';
        return new FormatSpec(" ", side, '-', false, '\0', width, precision, type);
    }

    /** {@code format(text, spec)}. */
    String text(String text) {
        if (type != 0 && type != 's') {
            throw PythonException.value("Unknown format code '" + type + "' for object of type 'str'");
        }
        if (sign != '-' || grouping != 0 || alternate || align == '=') {
            throw PythonException.value("a sign, grouping or other mark of numbers in the format of a string");
        }
        int length = text.codePointCount(0, text.length());
        String cut =
                precision >= 0 && precision < length ? text.substring(0, text.offsetByCodePoints(0, precision)) : text;
        return padded("", cut, '<');
    }

    /** {@code format(number, spec)}. */
    String number(PyValue value) {
        BigInteger integer = Numbers.integer(value);
        boolean whole = integer != null && "\0bcdoxXn".indexOf(type) >= 0;
        if (integer != null && whole) {
            return integer(integer);
        }
        double real = Numbers.real(value);
        String sign = real < 0 || 1 / real < 0 ? "-" : this.sign == '-' ? "" : String.valueOf(this.sign);
        return padded(sign, grouped(digits(Math.abs(real), value), 3), numberSide());
    }

    private String digits(double real, PyValue value) {
        if (Double.isNaN(real) || Double.isInfinite(real)) {
            String name = Double.isNaN(real) ? "nan" : "inf";
            return Character.isUpperCase(type) ? name.toUpperCase(Locale.ROOT) : name;
        }
        int places = precision < 0 ? 6 : precision;
        return switch (type) {
            case 'f', 'F' -> Decimals.fixed(real, places);
            case 'e' -> Decimals.scientific(real, places);
            case 'E' -> Decimals.scientific(real, places).toUpperCase(Locale.ROOT);
            case 'g', 'n' -> Decimals.general(real, places, alternate);
            case 'G' -> Decimals.general(real, places, alternate).toUpperCase(Locale.ROOT);
            case '%' -> Decimals.fixed(real * 100, places) + "%";
            case 0 -> {
                if (precision >= 0) {
                    throw PythonException.unsupported("a precision without a type");
                }
                yield new PyFloat(real).repr();
            }
            default ->
                throw PythonException.value(
                        "Unknown format code '" + type + "' for object of type '" + value.typeName() + "'");
        };
    }

    private String integer(BigInteger value) {
        if (type == 'c' || (precision >= 0 && type != 'd')) {
            throw PythonException.unsupported("the format '" + type + "' of an integer");
        }
        int radix = switch (type) {
            case 'b' -> 2;
            case 'o' -> 8;
            case 'x', 'X' -> 16;
            default -> 10;
        };
        String digits = value.abs().toString(radix);
        if (precision > digits.length()) {
            Limits.checkText(precision);
            digits = "0".repeat(precision - digits.length()) + digits;
        }
        String sign = value.signum() < 0 ? "-" : this.sign == '-' ? "" : String.valueOf(this.sign);
        String prefix = alternate && radix != 10 ? "0" + type : "";
        String cased = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        return padded(sign + prefix, grouped(cased, radix == 10 ? 3 : 4), numberSide());
    }

    private String grouped(String digits, int size) {
        if (grouping == 0) {
            return digits;
        }
        if (fill.equals("0") && (align == '=' || align == 0)) {
            throw PythonException.unsupported("grouping together with leading zeros");
        }
        int end = 0;
        while (end < digits.length() && Character.digit(digits.charAt(end), 16) >= 0 && digits.charAt(end) != 'e') {
            end++;
        }
        StringBuilder out = new StringBuilder(digits);
        for (int i = end - size; i > 0; i -= size) {
            out.insert(i, grouping);
        }
        return out.toString();
    }

    /** Leading zeros stand after the sign. */
    private char numberSide() {
        return fill.equals("0") ? '=' : '>';
    }

    private String padded(String sign, String body, char own) {
        int length = sign.length() + body.codePointCount(0, body.length());
        int missing = width - length;
        if (missing <= 0) {
            return sign + body;
        }
        Limits.checkText(missing);
        return switch (align == 0 ? own : align) {
            case '<' -> sign + body + fill.repeat(missing);
            case '^' -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
            case '=' -> sign + fill.repeat(missing) + body;
            default -> fill.repeat(missing) + sign + body;
        };
    }
}
