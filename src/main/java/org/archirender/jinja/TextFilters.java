package org.archirender.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Attributes;
import org.archirender.python.library.Builtins;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyStrings;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Jinja's filters on texts and numbers. */
final class TextFilters {
    private static final String WORD_STARTS = "-({[<";

    private TextFilters() {}

    /** First letters of words large and all others small; a word starts after white space and some brackets. */
    static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            String character = Character.toString(c);
            boolean separator = WORD_STARTS.indexOf(c) >= 0 || (c < 0x10000 && PyStrings.isSpace((char) c));
            out.append(start && !separator ? character.toUpperCase(Locale.ROOT) : character.toLowerCase(Locale.ROOT));
            start = separator;
            i += Character.charCount(c);
        }
        return out.toString();
    }

    static PyValue replace(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("replace", 2, "old", "new", "count");
        PyValue count = bound.get(2, PyNone.NONE);
        PyFunction replace =
                (PyFunction) Attributes.find(new PyStr(input.str()), "replace").orElseThrow();
        return replace.call(Arguments.of(
                        new PyStr(bound.get(0).str()),
                        new PyStr(bound.get(1).str()),
                        count == PyNone.NONE ? PyInt.of(-1) : count))
                .orElseThrow();
    }

    static PyValue format(PyValue input, Arguments arguments) {
        if (!arguments.positional().isEmpty() && !arguments.named().isEmpty()) {
            throw new PythonException(
                    PythonError.TYPE, "can't handle positional and keyword arguments at the same time");
        }
        PyValue values = new PyTuple(arguments.positional());
        if (!arguments.named().isEmpty()) {
            PyDict named = new PyDict();
            arguments.named().forEach((key, value) -> named.put(new PyStr(key), value));
            values = named;
        }
        return Arithmetic.binary(Operator.MODULO, new PyStr(input.str()), values);
    }

    static PyValue indent(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("indent", 0, "width", "first", "blank");
        if (!(input instanceof PyStr)) {
            throw new PythonException(PythonError.TYPE, "indent of a value of type " + input.typeName());
        }
        PyValue width = bound.get(0, PyInt.of(4));
        PyStr margin = width instanceof PyStr text
                ? text
                : (PyStr) Arithmetic.binary(Operator.MULTIPLY, new PyStr(" "), width);
        boolean blank = bound.get(2, PyBool.FALSE).truth();
        List<String> lines = PyStrings.splitLines(input.str() + "\n", false);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean indented = i == 0
                    ? bound.get(1, PyBool.FALSE).truth()
                    : blank || !lines.get(i).isEmpty();
            out.append(i == 0 ? "" : "\n")
                    .append(indented ? margin.value() : "")
                    .append(lines.get(i));
        }
        return new PyStr(out.toString());
    }

    /** Percent signs for all bytes of UTF-8 but letters, digits, {@code _.-~} and the slash. */
    static PyValue urlEncode(PyValue input, Arguments arguments) {
        arguments.bind("urlencode", 0);
        if (!(input instanceof PyStr) && !(input instanceof PyInt)) {
            throw new PythonException(PythonError.UNSUPPORTED, "urlencode of a value of type " + input.typeName());
        }
        StringBuilder out = new StringBuilder();
        for (byte b : input.str().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "_.-~/".indexOf(c) >= 0);
            if (plain) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return new PyStr(out.toString());
    }

    static PyValue countWords(String text) {
        int words = 0;
        boolean inWord = false;
        for (int c : text.codePoints().toArray()) {
            boolean word = c == '_' || Character.isLetterOrDigit(c);
            words += word && !inWord ? 1 : 0;
            inWord = word;
        }
        return PyInt.of(words);
    }

    static PyValue round(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("round", 0, "precision", "method");
        String method = bound.get(1, new PyStr("common")).str();
        int precision = Builtins.integer(bound.get(0, PyInt.of(0))).value().intValue();
        RoundingMode mode = switch (method) {
            case "common" -> RoundingMode.HALF_EVEN;
            case "ceil" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            default ->
                throw new PythonException(PythonError.VALUE, "method must be common, ceil or floor, not " + method);
        };
        if (mode != RoundingMode.HALF_EVEN || Math.abs(precision) > 300 || input instanceof PyBool) {
            throw new PythonException(PythonError.UNSUPPORTED, "rounding by " + method + " to " + precision);
        }
        if (input instanceof PyFloat real) {
            if (Double.isNaN(real.value()) || Double.isInfinite(real.value())) {
                return real;
            }
            double rounded =
                    new BigDecimal(real.value()).setScale(precision, mode).doubleValue();
            return new PyFloat(rounded == 0 ? Math.copySign(0.0, real.value()) : rounded);
        }
        if (input instanceof PyInt && precision >= 0) {
            return input;
        }
        throw new PythonException(PythonError.UNSUPPORTED, "rounding a value of type " + input.typeName());
    }
}
