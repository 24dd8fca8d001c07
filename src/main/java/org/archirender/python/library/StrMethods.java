package org.archirender.python.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** The methods of Python's strings that recipes use. */
public final class StrMethods {
    /** The methods by name. */
    public static final Map<String, Definition<String>> BY_NAME = Definition.byName(List.of(
            Definition.of("lower", "", "in lower case", (text, none) -> new PyStr(PyStr.lower(text))),
            Definition.of("upper", "", "in upper case", (text, none) -> new PyStr(PyStr.upper(text))),
            Definition.of(
                    "capitalize",
                    "",
                    "the first character in upper case, the rest in lower case",
                    (text, none) -> capitalized(text)),
            Definition.of(
                    "strip",
                    "chars=",
                    "without white space, or without the given characters, at both ends",
                    (text, given) -> stripped(text, given, true, true)),
            Definition.of(
                    "lstrip", "chars=", "as strip, at the start", (text, given) -> stripped(text, given, true, false)),
            Definition.of(
                    "rstrip", "chars=", "as strip, at the end", (text, given) -> stripped(text, given, false, true)),
            Definition.of(
                    "split",
                    "sep=, maxsplit=",
                    "a list of the parts between separators, or of the words",
                    (text, given) -> split(text, given, false)),
            Definition.of(
                    "rsplit",
                    "sep=, maxsplit=",
                    "as split, counted from the end",
                    (text, given) -> split(text, given, true)),
            Definition.of(
                    "partition",
                    "sep",
                    "what is before the first separator, the separator, what is after it",
                    (text, given) -> partition(text, given, false)),
            Definition.of(
                    "rpartition",
                    "sep",
                    "as partition, at the last separator",
                    (text, given) -> partition(text, given, true)),
            Definition.of(
                    "replace",
                    "old, new, count=",
                    "with a part replaced by another, everywhere or a number of times",
                    (text, given) -> replace(
                            text, given.get(0), string(given.get(1)), PyNumber.index(given.get(2, PyInt.of(-1))))),
            Definition.of("join", "iterable", "texts with this text between them", StrMethods::join),
            Definition.of(
                    "format",
                    "*",
                    "with {}, {0} and {name} filled in",
                    (text, given) -> new PyStr(TextFormat.braces(text, given.all()))),
            Definition.of(
                    "startswith",
                    "prefix, start!, end!",
                    "whether it starts with a text, or with one of a tuple",
                    (text, given) -> affix(given, text::startsWith)),
            Definition.of(
                    "endswith",
                    "suffix, start!, end!",
                    "whether it ends with a text, or with one of a tuple",
                    (text, given) -> affix(given, text::endsWith)),
            Definition.of(
                    "ljust",
                    "width, fillchar=",
                    "filled up to a width at the end",
                    (text, given) -> new PyStr(text + fill(text, given))),
            Definition.of(
                    "rjust",
                    "width, fillchar=",
                    "filled up to a width at the start",
                    (text, given) -> new PyStr(fill(text, given) + text))));

    private StrMethods() {}

    static String string(PyValue value) {
        Budget.chargeReading(value);
        if (value instanceof PyStr text) {
            return text.value();
        }
        throw PythonException.type("the argument must be str, not " + value.typeName());
    }

    /** A text to look for in {@code text}. */
    private static String sought(String text, PyValue value) {
        String part = string(value);
        if (part.isEmpty()) {
            throw PythonException.value("empty separator");
        }
        Budget.chargeSearch(text, part);
        return part;
    }

    private static PyValue capitalized(String text) {
        if (text.isEmpty()) {
            return PyStr.EMPTY;
        }
        String first = Character.toString(text.codePointAt(0));
        if (first.toUpperCase(Locale.ROOT).length() != first.length()) {
            throw PythonException.unsupported("an upper case '" + first + "', which is of several characters");
        }
        return new PyStr(Character.toString(Character.toTitleCase(text.codePointAt(0)))
                + PyStr.lower(text.substring(first.length())));
    }

    private static PyValue stripped(String text, Arguments.Bound given, boolean left, boolean right) {
        PyValue characters = given.get(0, PyNone.NONE);
        String unwanted = characters == PyNone.NONE ? "" : string(characters);
        Budget.chargeSearch(text, unwanted);
        IntPredicate strips =
                characters == PyNone.NONE ? c -> c < 0x10000 && PyStr.isSpace((char) c) : c -> unwanted.indexOf(c) >= 0;
        int start = 0;
        while (left && start < text.length() && strips.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (right && end > start && strips.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return new PyStr(text.substring(start, end));
    }

    private static PyValue split(String text, Arguments.Bound given, boolean fromRight) {
        PyValue separator = given.get(0, PyNone.NONE);
        int limit = PyNumber.index(given.get(1, PyInt.of(-1)));
        if (separator == PyNone.NONE) {
            if (limit >= 0) {
                throw PythonException.unsupported("splitting at white space a number of times");
            }
            return PyList.ofStrings(words(text));
        }
        String by = sought(text, separator);
        return PyList.ofStrings(fromRight ? partsFromRight(text, by, limit) : parts(text, by, limit));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && !PyStr.isSpace(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
                Limits.checkItems(words.size());
            }
        }
        return words;
    }

    private static List<String> parts(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int found = text.indexOf(separator);
        while (found >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.substring(start, found));
            start = found + separator.length();
            found = text.indexOf(separator, start);
            Limits.checkItems(parts.size());
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static List<String> partsFromRight(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int end = text.length();
        int found = text.lastIndexOf(separator);
        while (found >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.substring(found + separator.length(), end));
            end = found;
            found = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
            Limits.checkItems(parts.size());
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    private static PyValue partition(String text, Arguments.Bound given, boolean last) {
        String by = sought(text, given.get(0));
        int found = last ? text.lastIndexOf(by) : text.indexOf(by);
        PyStr whole = new PyStr(text);
        if (found < 0) {
            return last ? PyTuple.of(PyStr.EMPTY, PyStr.EMPTY, whole) : PyTuple.of(whole, PyStr.EMPTY, PyStr.EMPTY);
        }
        return PyTuple.of(
                new PyStr(text.substring(0, found)), new PyStr(by), new PyStr(text.substring(found + by.length())));
    }

    /** {@code text.replace(old, with, count)}; a negative count replaces all. */
    public static PyValue replace(String text, PyValue old, String with, int count) {
        if (string(old).isEmpty()) {
            throw PythonException.unsupported("replacing the empty text");
        }
        String part = sought(text, old);
        StringBuilder out = new StringBuilder();
        int start = 0;
        int done = 0;
        for (int found = text.indexOf(part); found >= 0 && done != count; found = text.indexOf(part, start)) {
            out.append(text, start, found).append(with);
            Limits.checkText(out.length());
            done++;
            start = found + part.length();
        }
        return new PyStr(out.append(text, start, text.length()).toString());
    }

    private static PyValue join(String separator, Arguments.Bound given) {
        StringBuilder joined = new StringBuilder();
        Iterator<PyValue> items = given.get(0).iterate();
        for (int i = 0; items.hasNext(); i++) {
            if (!(items.next() instanceof PyStr item)) {
                throw PythonException.type("sequence item " + i + ": expected str instance");
            }
            joined.append(i == 0 ? "" : separator).append(item.value());
            Limits.checkText(joined.length());
        }
        return new PyStr(joined.toString());
    }

    private static PyValue affix(Arguments.Bound given, Predicate<String> test) {
        return given.get(0) instanceof PyTuple tuple
                ? PyBool.of(tuple.items().stream().anyMatch(item -> test.test(string(item))))
                : PyBool.of(test.test(string(given.get(0))));
    }

    private static String fill(String text, Arguments.Bound given) {
        String fill = string(given.get(1, new PyStr(" ")));
        if (fill.codePointCount(0, fill.length()) != 1) {
            throw PythonException.type("the fill character must be exactly one character long");
        }
        int missing = Math.max(0, PyNumber.index(given.get(0)) - text.codePointCount(0, text.length()));
        Limits.checkText(missing);
        return fill.repeat(missing);
    }
}
