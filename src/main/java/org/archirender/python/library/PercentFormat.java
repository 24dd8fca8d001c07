package org.archirender.python.library;

import java.math.BigInteger;
import java.util.List;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Python's {@code format % values}. */
final class PercentFormat {
    private final String format;
    private final PyValue values;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int used;

    private PercentFormat(String format, PyValue values) {
        this.format = format;
        this.values = values;
    }

    static String format(String format, PyValue values) {
        return new PercentFormat(format, values).run();
    }

    private String run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            out.append(format, at, end);
            at = end;
            if (percent >= 0) {
                at++;
                conversion();
            }
            Limits.checkText(out.length());
        }
        if (!isMapping() && used < positional().size()) {
            throw PythonException.type("not all arguments converted during string formatting");
        }
        return out.toString();
    }

    private List<PyValue> positional() {
        return values instanceof PyTuple tuple ? tuple.items() : List.of(values);
    }

    /** Python takes anything with subscripts for a mapping, but for tuples and strings. */
    private boolean isMapping() {
        return values instanceof PyDict || values instanceof PyList || values instanceof PyObject;
    }

    private void conversion() {
        PyValue named = key();
        FormatSpec.Builder spec = flags();
        spec.width(number());
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            spec.precision(Math.max(0, number()));
        }
        while (at < format.length() && "hlL".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        if (at >= format.length()) {
            throw PythonException.value("incomplete format");
        }
        char type = format.charAt(at++);
        if (type == '%') {
            out.append('%');
            return;
        }
        convert(type, named == PyNone.NONE ? next() : named, spec);
    }

    /** What {@code %(key)} names; None where there is no key. */
    private PyValue key() {
        if (at >= format.length() || format.charAt(at) != '(') {
            return PyNone.NONE;
        }
        int end = format.indexOf(')', at);
        if (end < 0) {
            throw PythonException.value("incomplete format key");
        }
        PyStr key = new PyStr(format.substring(at + 1, end));
        if (!(values instanceof PyDict) && !(values instanceof PyObject)) {
            throw PythonException.type("format requires a mapping");
        }
        at = end + 1;
        PyValue found = Items.get(values, key);
        return found == PyNone.NONE ? new PyStr("None") : found;
    }

    private FormatSpec.Builder flags() {
        FormatSpec.Builder spec = new FormatSpec.Builder();
        while (at < format.length()) {
            switch (format.charAt(at)) {
                case '-' -> spec.align('<');
                case '0' -> spec.zero();
                case '+' -> spec.sign('+');
                case ' ' -> spec.sign(' ');
                case '#' -> spec.alternate();
                default -> {
                    return spec;
                }
            }
            at++;
        }
        return spec;
    }

    private int number() {
        if (at < format.length() && format.charAt(at) == '*') {
            throw PythonException.unsupported("a width from the arguments");
        }
        int start = at;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            at++;
        }
        return start == at ? -1 : FormatSpec.size(format.substring(start, at));
    }

    private PyValue next() {
        List<PyValue> positional = positional();
        if (used >= positional.size()) {
            throw PythonException.type("not enough arguments for format string");
        }
        return positional.get(used++);
    }

    private void convert(char type, PyValue value, FormatSpec.Builder spec) {
        switch (type) {
            case 's' -> out.append(spec.build('s').rightByDefault().text(value.str()));
            case 'r' -> out.append(spec.build('s').rightByDefault().text(value.repr()));
            case 'd', 'i', 'u' -> out.append(spec.build('d').number(integer(value, type)));
            case 'x', 'X', 'o' -> out.append(spec.build(type).number(whole(value, type)));
            case 'e', 'E', 'f', 'F', 'g', 'G' -> out.append(spec.build(type).number(new PyFloat(real(value))));
            case 'c' -> out.append(spec.build('s').rightByDefault().text(character(value)));
            default -> throw PythonException.value("unsupported format character '" + type + "'");
        }
    }

    private static PyInt integer(PyValue value, char type) {
        if (value instanceof PyFloat) {
            return Builtins.integer(value);
        }
        return value instanceof PyObject object
                ? object.number().orElseThrow(() -> notANumber(value, type))
                : whole(value, type);
    }

    private static PyInt whole(PyValue value, char type) {
        BigInteger integer = Numbers.integer(value);
        if (integer == null) {
            throw notANumber(value, type);
        }
        return new PyInt(integer);
    }

    private static double real(PyValue value) {
        if (value instanceof PyObject object) {
            return object.number().map(Numbers::real).orElseThrow(() -> notANumber(value, 'f'));
        }
        return Numbers.real(value);
    }

    private static PythonException notANumber(PyValue value, char type) {
        return PythonException.type("%" + type + " format: a number is required, not " + value.typeName());
    }

    private static String character(PyValue value) {
        if (value instanceof PyStr text && text.length() == 1) {
            return text.value();
        }
        int code = Numbers.index(value);
        if (!Character.isValidCodePoint(code)) {
            throw new PythonException(PythonError.OVERFLOW, "a character code that is not below 0x110000");
        }
        return Character.toString(code);
    }
}
