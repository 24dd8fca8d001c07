package org.archirender.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Attributes;
import org.archirender.python.library.Builtins;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Jinja's filters. Those that make markup, and a few that no recipe uses, say that they are not supported. */
final class Filters {
    private Filters() {}

    /** {@code input | name(arguments)}. */
    static PyValue apply(String name, PyValue input, Arguments arguments, TemplateExpressions expressions) {
        return switch (name) {
            case "lower", "upper", "capitalize" -> method(input, name, none(name, arguments));
            case "title" -> new PyStr(TextFilters.title(text(input, name, arguments)));
            case "trim" -> method(input, "strip", arguments);
            case "center" -> method(input, name, centered(name, arguments));
            case "string" -> new PyStr(text(input, name, arguments));
            case "replace" -> TextFilters.replace(input, arguments);
            case "format" -> TextFilters.format(input, arguments);
            case "indent" -> TextFilters.indent(input, arguments);
            case "urlencode" -> TextFilters.urlEncode(input, arguments);
            case "wordcount" -> TextFilters.countWords(text(input, name, arguments));
            case "int" -> integer(input, arguments);
            case "float" -> real(input, arguments);
            case "abs" -> absolute(noArguments(input, name, arguments));
            case "round" -> TextFilters.round(input, arguments);
            case "default", "d" -> fallback(name, input, arguments);
            case "length", "count" -> PyInt.of(Builtins.length(noArguments(input, name, arguments)));
            case "list" -> new PyList(Iteration.toList(noArguments(input, name, arguments)));
            case "items" -> items(noArguments(input, name, arguments));
            case "join",
                    "first",
                    "last",
                    "map",
                    "select",
                    "reject",
                    "selectattr",
                    "rejectattr",
                    "sort",
                    "unique",
                    "min",
                    "max",
                    "sum",
                    "reverse",
                    "dictsort" -> new SequenceFilters(expressions).apply(name, input, arguments);
            default ->
                throw Vocabulary.isFilter(name)
                        ? new PythonException(PythonError.UNSUPPORTED, "the filter " + name)
                        : Vocabulary.noFilter(name);
        };
    }

    private static Arguments none(String name, Arguments arguments) {
        arguments.bind(name, 0);
        return arguments;
    }

    private static PyValue noArguments(PyValue input, String name, Arguments arguments) {
        arguments.bind(name, 0);
        return input;
    }

    private static String text(PyValue input, String name, Arguments arguments) {
        arguments.bind(name, 0);
        return input.str();
    }

    private static PyValue method(PyValue input, String method, Arguments arguments) {
        PyFunction function =
                (PyFunction) Attributes.find(new PyStr(input.str()), method).orElseThrow();
        return function.call(arguments).orElseThrow();
    }

    private static Arguments centered(String name, Arguments arguments) {
        return Arguments.of(arguments.bind(name, 0, "width").get(0, PyInt.of(80)));
    }

    /** A number that does not read as one becomes the default; {@code "42.23"} becomes 42. */
    private static PyValue integer(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("int", 0, "default", "base");
        try {
            int base = Builtins.integer(bound.get(1, PyInt.of(10))).value().intValue();
            return input instanceof PyStr text ? Builtins.integer(text.value(), base) : Builtins.integer(input);
        } catch (PythonException e) {
            rethrowUnlessWrongValue(e);
        }
        try {
            return Builtins.integer(Builtins.real(input));
        } catch (PythonException e) {
            rethrowUnlessWrongValue(e);
            return bound.get(0, PyInt.of(0));
        }
    }

    private static PyValue real(PyValue input, Arguments arguments) {
        PyValue fallback = arguments.bind("float", 0, "default").get(0, new PyFloat(0));
        try {
            return Builtins.real(input);
        } catch (PythonException e) {
            rethrowUnlessWrongValue(e);
            return fallback;
        }
    }

    private static void rethrowUnlessWrongValue(PythonException e) {
        if (e.error() != PythonError.TYPE && e.error() != PythonError.VALUE) {
            throw e;
        }
    }

    private static PyValue absolute(PyValue input) {
        if (!(input instanceof PyInt) && !(input instanceof PyFloat) && !(input instanceof PyBool)) {
            throw new PythonException(PythonError.TYPE, "bad operand type for abs(): '" + input.typeName() + "'");
        }
        PyValue zero = input instanceof PyFloat ? new PyFloat(0) : PyInt.of(0);
        boolean negative = Comparing.compare(Operator.LESS, input, zero).truth();
        return Arithmetic.binary(negative ? Operator.SUBTRACT : Operator.ADD, zero, input);
    }

    private static PyValue fallback(String name, PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 0, "default_value", "boolean");
        boolean falseToo = bound.get(1, PyBool.FALSE).truth();
        return input instanceof UndefinedValue || (falseToo && !input.truth()) ? bound.get(0, PyStr.EMPTY) : input;
    }

    private static PyValue items(PyValue input) {
        if (input instanceof UndefinedValue) {
            return SequenceFilters.generator(List.of());
        }
        if (!(input instanceof PyDict dict)) {
            throw new PythonException(PythonError.TYPE, "Can only get item pairs from a mapping.");
        }
        List<PyValue> pairs = new ArrayList<>();
        dict.entries().forEach(entry -> pairs.add(PyTuple.of(entry.key(), entry.value())));
        return SequenceFilters.generator(pairs);
    }

    /** The items' texts with {@code separator} between them. */
    static PyStr join(Iterator<PyValue> items, String separator) {
        StringBuilder joined = new StringBuilder();
        boolean first = true;
        while (items.hasNext()) {
            joined.append(first ? "" : separator).append(items.next().str());
            first = false;
            if (joined.length() > 1 << 20) {
                throw new PythonException(PythonError.LIMIT, "a joined text that is too long");
            }
        }
        return new PyStr(joined.toString());
    }

    /** A key that ignores the case of texts. */
    static PyValue ignoringCase(PyValue value) {
        return value instanceof PyStr text ? new PyStr(text.value().toLowerCase(Locale.ROOT)) : value;
    }
}
