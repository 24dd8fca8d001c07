package org.archirender.python.library;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * The parts of Python's two ways to format text that recipes use: {@code 'v%s-%03d' % (a, b)} with {@code %s}, {@code %d}
 * and {@code %%}, and {@code 'v{}-{:03d}'.format(a, b)} with fields by place, number or name. A number may have a width,
 * filled with blanks or zeros; a date in braces has the directives of {@code strftime}.
 */
public final class TextFormat {
    private final String format;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private TextFormat(String format) {
        this.format = format;
    }

    /**
     * {@code format % values}.
     *
     * @throws PythonException a TypeError where values don't fit; not supported for any other conversion
     */
    public static String percent(String format, PyValue values) {
        return new TextFormat(format).percent(values);
    }

    private String percent(PyValue values) {
        List<PyValue> positional = values instanceof PyTuple tuple ? tuple.items() : List.of(values);
        int used = 0;
        for (int next = copyTo('%', '%'); next >= 0; next = copyTo('%', '%')) {
            int end = next + 1;
            while (end < format.length() && isDigit(format.charAt(end))) {
                end++;
            }
            char type = end < format.length() ? format.charAt(end) : 0;
            String width = format.substring(next + 1, end);
            at = end + 1;
            if (type == '%' && width.isEmpty()) {
                out.append('%');
                continue;
            }
            if (type != 'd' && (type != 's' || !width.isEmpty())) {
                throw unsupported(format.substring(next, Math.min(at, format.length())));
            }
            if (used == positional.size()) {
                throw PythonException.type("not enough arguments for format string");
            }
            PyValue value = positional.get(used++);
            out.append(type == 's' ? value.str() : padded(whole(value), width));
            Limits.checkText(out.length());
        }
        // Python takes what has subscripts, undefined values among it, for a mapping, of which some may be left over.
        boolean mapping = values instanceof PyDict || values instanceof PyList || isUndefined(values);
        if (!mapping && used < positional.size()) {
            throw PythonException.type("not all arguments converted during string formatting");
        }
        return out.toString();
    }

    /** Whether this is a template's undefined value, which counts as 0. */
    private static boolean isUndefined(PyValue value) {
        return value instanceof PyObject object && object.number().isPresent();
    }

    /** {@code %d} cuts fractions off. */
    private static BigInteger whole(PyValue value) {
        if (!(value instanceof PyNumber) && !isUndefined(value)) {
            throw PythonException.type("%d format: a number is required, not " + value.typeName());
        }
        return Builtins.integer(value).value();
    }

    /**
     * {@code format.format(arguments)}.
     *
     * @throws PythonException a LookupError where an argument is missing; not supported for any other field
     */
    public static String braces(String format, Arguments arguments) {
        return new TextFormat(format).braces(arguments);
    }

    private String braces(Arguments arguments) {
        int automatic = 0;
        boolean numbered = false;
        for (int next = copyTo('{', '}'); next >= 0; next = copyTo('{', '}')) {
            char brace = format.charAt(next);
            at = next + 2;
            if (next + 1 < format.length() && format.charAt(next + 1) == brace) {
                out.append(brace);
                continue;
            }
            int end = format.indexOf('}', next);
            if (brace == '}' || end < 0) {
                throw PythonException.value("a single '" + brace + "' in a format");
            }
            at = end + 1;
            String field = format.substring(next + 1, end);
            int colon = field.indexOf(':');
            String name = colon < 0 ? field : field.substring(0, colon);
            numbered |= !name.isEmpty() && isDigit(name.charAt(0));
            Optional<PyValue> value = name.isEmpty()
                    ? positional(arguments, automatic++)
                    : isNumber(name) ? positional(arguments, size(name)) : named(arguments, name);
            if (numbered && automatic > 0) {
                throw PythonException.value("cannot switch between automatic and manual field numbering");
            }
            out.append(formatted(
                    value.orElseThrow(() -> PythonException.lookup("the format field {" + field + "} has no argument")),
                    colon < 0 ? "" : field.substring(colon + 1)));
            Limits.checkText(out.length());
        }
        return out.toString();
    }

    private static Optional<PyValue> positional(Arguments arguments, int index) {
        List<PyValue> values = arguments.positional();
        return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
    }

    private static Optional<PyValue> named(Arguments arguments, String name) {
        if (!name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))) {
            throw unsupported("{" + name + "}");
        }
        return Optional.ofNullable(arguments.named().get(name));
    }

    private static String formatted(PyValue value, String spec) {
        if (spec.isEmpty()) {
            return value.str();
        }
        if (value instanceof PyObject object) {
            return object.format(spec);
        }
        String width = spec.endsWith("d") ? spec.substring(0, spec.length() - 1) : spec;
        BigInteger whole = PyNumber.integer(value);
        if (whole == null
                || !(width.isEmpty() || isNumber(width))
                || !value.typeName().equals("int")) {
            throw PythonException.unsupported("the format '{:" + spec + "}' of a value of type " + value.typeName());
        }
        return padded(whole, width);
    }

    /** @param width as {@code 3} or {@code 03}, with which zeros stand after a sign; empty for none */
    private static String padded(BigInteger number, String width) {
        String digits = new PyInt(number.abs()).repr();
        String sign = number.signum() < 0 ? "-" : "";
        int missing = (width.isEmpty() ? 0 : size(width)) - digits.length() - sign.length();
        if (missing <= 0) {
            return sign + digits;
        }
        Limits.checkText(missing);
        return width.startsWith("0") ? sign + "0".repeat(missing) + digits : " ".repeat(missing) + sign + digits;
    }

    /** Copies text up to one of two characters, and says where that is; -1 at the end. */
    private int copyTo(char one, char other) {
        int start = at;
        while (at < format.length() && format.charAt(at) != one && format.charAt(at) != other) {
            at++;
        }
        out.append(format, start, at);
        return at < format.length() ? at : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
    }

    private static int size(String digits) {
        if (digits.length() > 7) {
            throw PythonException.limit("a width or number of " + digits + " in a format");
        }
        return Integer.parseInt(digits);
    }

    private static PythonException unsupported(String field) {
        return PythonException.unsupported("the format " + new PyStr(field).repr());
    }
}
