package org.archirender.python.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyStrings;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.jspecify.annotations.Nullable;

/** The methods of Python's strings. */
final class StrMethods {
    private StrMethods() {}

    /** The method {@code name} bound to {@code text}; empty for one that this class lacks. */
    static Optional<PyValue> find(String text, String name) {
        Function<Arguments, PyValue> body = transforming(text, name);
        if (body == null) {
            body = asking(text, name);
        }
        return body == null ? Optional.empty() : Optional.of(new PyFunction(name, body));
    }

    private static @Nullable Function<Arguments, PyValue> transforming(String text, String name) {
        return switch (name) {
            case "lower", "casefold" -> plain(name, () -> text.toLowerCase(Locale.ROOT));
            case "upper" -> plain(name, () -> text.toUpperCase(Locale.ROOT));
            case "capitalize" -> plain(name, () -> Casing.capitalize(text));
            case "title" -> plain(name, () -> Casing.title(text));
            case "swapcase" -> plain(name, () -> Casing.swap(text));
            case "strip", "lstrip", "rstrip" -> arguments -> strip(text, name, arguments);
            case "split", "rsplit" -> arguments -> split(text, name, arguments);
            case "splitlines" -> arguments -> lines(text, arguments.bind(name, 0, "keepends"));
            case "partition", "rpartition" -> arguments -> partition(text, name, arguments);
            case "replace" -> arguments -> replace(text, name, arguments.bind(name, 2, "old", "new", "count"));
            case "join" ->
                arguments -> join(text, arguments.bind(name, 1, "iterable").get(0));
            case "format" -> arguments -> new PyStr(BraceFormat.format(text, arguments));
            case "removeprefix" -> arguments -> withoutPrefix(text, name, arguments.bind(name, 1, "prefix"));
            case "removesuffix" -> arguments -> withoutSuffix(text, name, arguments.bind(name, 1, "suffix"));
            case "ljust", "rjust", "center" ->
                arguments -> pad(text, name, arguments.bind(name, 1, "width", "fillchar"));
            case "zfill" -> arguments -> zeros(text, arguments.bind(name, 1, "width"));
            default -> null;
        };
    }

    private static @Nullable Function<Arguments, PyValue> asking(String text, String name) {
        return switch (name) {
            case "startswith", "endswith" -> arguments -> affix(text, name, arguments);
            case "find", "rfind", "index", "rindex" -> arguments -> position(text, name, arguments);
            case "count" -> arguments -> count(text, name, arguments);
            case "isdigit", "isdecimal", "isnumeric" -> every(text, name, c -> Character.isDigit(c));
            case "isalpha" -> every(text, name, Character::isLetter);
            case "isalnum" -> every(text, name, Character::isLetterOrDigit);
            case "isspace" -> every(text, name, c -> c < 0x10000 && PyStrings.isSpace((char) c));
            case "isascii" -> test(name, () -> text.chars().allMatch(c -> c < 0x80));
            case "islower" -> test(name, () -> Casing.isLower(text));
            case "isupper" -> test(name, () -> Casing.isUpper(text));
            case "__len__" ->
                arguments -> {
                    arguments.bind(name, 0);
                    return PyInt.of(new PyStr(text).length());
                };
            default -> null;
        };
    }

    private static Function<Arguments, PyValue> plain(String name, java.util.function.Supplier<String> result) {
        return arguments -> {
            arguments.bind(name, 0);
            return new PyStr(result.get());
        };
    }

    private static Function<Arguments, PyValue> test(String name, java.util.function.BooleanSupplier result) {
        return arguments -> {
            arguments.bind(name, 0);
            return PyBool.of(result.getAsBoolean());
        };
    }

    private static Function<Arguments, PyValue> every(String text, String name, IntPredicate predicate) {
        return test(name, () -> !text.isEmpty() && text.codePoints().allMatch(predicate));
    }

    private static String string(String method, PyValue value) {
        if (value instanceof PyStr text) {
            return text.value();
        }
        throw PythonException.type(method + "() argument must be str, not " + value.typeName());
    }

    static PyList strings(List<String> texts) {
        List<PyValue> values = new ArrayList<>(texts.size());
        texts.forEach(text -> values.add(new PyStr(text)));
        return new PyList(values);
    }

    private static PyValue strip(String text, String name, Arguments arguments) {
        PyValue characters = arguments.bind(name, 0, "chars").get(0, PyNone.NONE);
        String result = text;
        if (!name.equals("rstrip")) {
            result = characters == PyNone.NONE
                    ? PyStrings.stripLeft(result)
                    : PyStrings.stripLeft(result, string(name, characters));
        }
        if (!name.equals("lstrip")) {
            result = characters == PyNone.NONE
                    ? PyStrings.stripRight(result)
                    : PyStrings.stripRight(result, string(name, characters));
        }
        return new PyStr(result);
    }

    private static PyValue split(String text, String name, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 0, "sep", "maxsplit");
        int limit = Numbers.index(bound.get(1, PyInt.of(-1)));
        boolean fromRight = name.equals("rsplit");
        PyValue separator = bound.get(0, PyNone.NONE);
        if (separator == PyNone.NONE) {
            return strings(fromRight ? PyStrings.splitWordsFromRight(text, limit) : PyStrings.splitWords(text, limit));
        }
        String by = separator(string(name, separator));
        return strings(fromRight ? PyStrings.splitFromRight(text, by, limit) : PyStrings.split(text, by, limit));
    }

    private static String separator(String separator) {
        if (separator.isEmpty()) {
            throw PythonException.value("empty separator");
        }
        return separator;
    }

    private static PyValue lines(String text, Arguments.Bound bound) {
        return strings(PyStrings.splitLines(text, bound.get(0, PyBool.FALSE).truth()));
    }

    private static PyValue replace(String text, String name, Arguments.Bound bound) {
        int count = Numbers.index(bound.get(2, PyInt.of(-1)));
        return new PyStr(PyStrings.replace(text, string(name, bound.get(0)), string(name, bound.get(1)), count));
    }

    private static PyValue withoutPrefix(String text, String name, Arguments.Bound bound) {
        String prefix = string(name, bound.get(0));
        return new PyStr(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private static PyValue withoutSuffix(String text, String name, Arguments.Bound bound) {
        String suffix = string(name, bound.get(0));
        return new PyStr(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }

    private static PyValue pad(String text, String name, Arguments.Bound bound) {
        String fill = string(name, bound.get(1, new PyStr(" ")));
        return new PyStr(Padding.pad(text, Numbers.index(bound.get(0)), fill, name));
    }

    private static PyValue zeros(String text, Arguments.Bound bound) {
        return new PyStr(Padding.zeros(text, Numbers.index(bound.get(0))));
    }

    private static PyValue partition(String text, String name, Arguments arguments) {
        String by = separator(string(name, arguments.bind(name, 1, "sep").get(0)));
        boolean last = name.equals("rpartition");
        int found = last ? text.lastIndexOf(by) : text.indexOf(by);
        PyStr whole = new PyStr(text);
        if (found < 0) {
            return last ? PyTuple.of(PyStr.EMPTY, PyStr.EMPTY, whole) : PyTuple.of(whole, PyStr.EMPTY, PyStr.EMPTY);
        }
        return PyTuple.of(
                new PyStr(text.substring(0, found)), new PyStr(by), new PyStr(text.substring(found + by.length())));
    }

    private static PyValue join(String separator, PyValue iterable) {
        StringBuilder joined = new StringBuilder();
        Iterator<PyValue> items = Iteration.over(iterable);
        for (int i = 0; items.hasNext(); i++) {
            if (!(items.next() instanceof PyStr item)) {
                throw PythonException.type("sequence item " + i + ": expected str instance");
            }
            joined.append(i == 0 ? "" : separator).append(item.value());
            Limits.checkText(joined.length());
        }
        return new PyStr(joined.toString());
    }

    private static PyValue affix(String text, String name, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 1, "affix", "start", "end");
        if (starts(bound)) {
            throw PythonException.unsupported(name + "() with a start or an end");
        }
        Predicate<String> test = name.equals("startswith") ? text::startsWith : text::endsWith;
        if (bound.get(0) instanceof PyTuple tuple) {
            return PyBool.of(tuple.items().stream().anyMatch(item -> test.test(string(name, item))));
        }
        return PyBool.of(test.test(string(name, bound.get(0))));
    }

    private static boolean starts(Arguments.Bound bound) {
        return bound.find(1).isPresent() || bound.find(2).isPresent();
    }

    private static PyValue position(String text, String name, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 1, "sub", "start", "end");
        if (starts(bound)) {
            throw PythonException.unsupported(name + "() with a start or an end");
        }
        String part = string(name, bound.get(0));
        int found = name.startsWith("r") ? text.lastIndexOf(part) : text.indexOf(part);
        if (found < 0 && name.endsWith("index")) {
            throw PythonException.value("substring not found");
        }
        return PyInt.of(found < 0 ? -1 : text.codePointCount(0, found));
    }

    private static PyValue count(String text, String name, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 1, "sub", "start", "end");
        if (starts(bound)) {
            throw PythonException.unsupported(name + "() with a start or an end");
        }
        String part = string(name, bound.get(0));
        if (part.isEmpty()) {
            return PyInt.of(new PyStr(text).length() + 1L);
        }
        return PyInt.of(PyStrings.split(text, part, -1).size() - 1L);
    }
}
