package org.archirender.jinja;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Definition;
import org.archirender.python.library.Sorting;
import org.archirender.python.library.StrMethods;
import org.archirender.python.library.TextFormat;
import org.archirender.python.syntax.Vocabulary;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/** Jinja's filters that recipes use; the others say that they are not supported. */
final class Filters {
    /** The filters, each with what it gives for its input. */
    static final Map<String, Definition<PyValue>> BY_NAME = Definition.byName(List.of(
            text("lower", "", "in lower case", "lower"),
            text("upper", "", "in upper case", "upper"),
            text("capitalize", "", "the first letter in upper case, the rest in lower case", "capitalize"),
            Definition.of("title", "", "each word capitalized", (in, none) -> new PyStr(title(in.str()))),
            text("trim", "chars=", "without white space, or the given characters, at both ends", "strip"),
            Definition.of("string", "", "as text", (in, none) -> new PyStr(in.str())),
            Definition.of("replace", "old, new, count=", "with a part replaced", (in, given) -> replace(in, given)),
            Definition.of("format", "*", "with %s and %d filled in", (in, given) -> format(in, given.all())),
            Definition.of("urlencode", "", "with %20 and the like", (in, none) -> urlEncoded(in)),
            Definition.of("int", "default=, base!", "the integer that it reads as, else 0", Filters::integer),
            Definition.of("float", "default=", "the float that it reads as, else 0.0", Filters::real),
            Definition.of("abs", "", "without its sign", (in, none) -> absolute(in)),
            Definition.of("default", "default_value=, boolean=", "another value where undefined", Filters::fallback),
            Definition.of("d", "default_value=, boolean=", "as default", Filters::fallback),
            Definition.of("length", "", "how many items", (in, none) -> PyInt.of(in.length())),
            Definition.of("count", "", "as length", (in, none) -> PyInt.of(in.length())),
            Definition.of("list", "", "the items as a list", (in, none) -> new PyList(in.toList())),
            Definition.of("join", "d=, attribute!", "the items' texts in one", Filters::join),
            Definition.of("first", "", "the first item", (in, none) -> first(in.iterate(), "first")),
            Definition.of("last", "", "the last item", (in, none) -> last(in)),
            Definition.of("reverse", "", "from the end to the start", (in, none) -> reverse(in)),
            Definition.of(
                    "map", "*", "each item through the filter that is named", (in, given) -> map(in, given.all())),
            Definition.of("sort", "reverse=, case_sensitive=, attribute!", "the items in order", Filters::sort),
            Definition.of("unique", "case_sensitive=, attribute!", "the items that differ", Filters::unique),
            Definition.of(
                    "min",
                    "case_sensitive=, attribute!",
                    "the smallest item",
                    (in, given) -> extreme(in, given, Operator.LESS)),
            Definition.of(
                    "max",
                    "case_sensitive=, attribute!",
                    "the largest item",
                    (in, given) -> extreme(in, given, Operator.GREATER))));

    static final Vocabulary ALL = new Vocabulary(
            "filter",
            BY_NAME,
            " attr batch center dictsort e escape filesizeformat forceescape groupby indent"
                    + " items pprint random reject rejectattr round safe select selectattr slice striptags sum tojson truncate"
                    + " urlize wordcount wordwrap xmlattr ");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Filters() {}

    /** A filter that is a method of the input's text. */
    private static Definition<PyValue> text(String name, String parameters, String meaning, String method) {
        Definition<String> ofText = requireNonNull(StrMethods.BY_NAME.get(method), method);
        return Definition.of(
                name, parameters, meaning, (in, given) -> ofText.body().apply(in.str(), given));
    }

    /** A word starts after white space and some brackets. */
    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int c : text.codePoints().toArray()) {
            Budget.charge(c < 0x80 ? 0 : Budget.OBJECT);
            String character = Character.toString(c);
            boolean separator = "-({[<".indexOf(c) >= 0 || (c < 0x10000 && PyStr.isSpace((char) c));
            out.append(start && !separator ? character.toUpperCase(Locale.ROOT) : character.toLowerCase(Locale.ROOT));
            start = separator;
        }
        return out.toString();
    }

    private static PyValue replace(PyValue input, Arguments.Bound given) {
        PyValue count = given.get(2, PyNone.NONE);
        return StrMethods.replace(
                input.str(),
                new PyStr(given.get(0).str()),
                given.get(1).str(),
                count == PyNone.NONE ? -1 : PyNumber.index(count));
    }

    private static PyValue format(PyValue input, Arguments arguments) {
        if (!arguments.named().isEmpty()) {
            throw PythonException.unsupported("the filter 'format' with named arguments");
        }
        return new PyStr(TextFormat.percent(input.str(), new PyTuple(arguments.positional())));
    }

    /** Percent signs for all bytes of UTF-8 but letters, digits, {@code _.-~} and the slash. */
    private static PyValue urlEncoded(PyValue input) {
        if (!(input instanceof PyStr) && !(input instanceof PyInt)) {
            throw PythonException.unsupported("the filter 'urlencode' of a value of type " + input.typeName());
        }
        StringBuilder out = new StringBuilder();
        for (byte b : input.str().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "_.-~/".indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : "%" + HEX.toHexDigits(b));
        }
        return new PyStr(out.toString());
    }

    /** A text that does not read as a number becomes the default; {@code "42.23"} becomes 42. */
    private static PyValue integer(PyValue input, Arguments.Bound given) {
        PyValue fallback = given.get(0, PyInt.of(0));
        Function<PyValue, PyValue> viaReal = value -> Builtins.integer(Builtins.real(value));
        return converted(input, Builtins::integer, () -> converted(input, viaReal, () -> fallback));
    }

    private static PyValue real(PyValue input, Arguments.Bound given) {
        return converted(input, Builtins::real, () -> given.get(0, new PyFloat(0)));
    }

    private static PyValue converted(
            PyValue input, Function<PyValue, PyValue> conversion, Supplier<PyValue> otherwise) {
        try {
            return conversion.apply(input);
        } catch (PythonException e) {
            if (e.family() != Family.TYPE && e.family() != Family.VALUE) {
                throw e;
            }
            return otherwise.get();
        }
    }

    private static PyValue absolute(PyValue input) {
        if (!(input instanceof PyNumber)) {
            throw PythonException.type("bad operand type for abs(): '" + input.typeName() + "'");
        }
        PyValue zero = PyInt.of(0);
        boolean negative = Comparing.less(input, zero);
        return Arithmetic.binary(negative ? Operator.SUBTRACT : Operator.ADD, zero, input);
    }

    private static PyValue fallback(PyValue input, Arguments.Bound given) {
        boolean falseToo = given.get(1, PyBool.FALSE).truth();
        return input instanceof UndefinedValue || (falseToo && !input.truth()) ? given.get(0, PyStr.EMPTY) : input;
    }

    private static PyValue join(PyValue input, Arguments.Bound given) {
        String separator = given.get(0, PyStr.EMPTY).str();
        StringBuilder joined = new StringBuilder();
        Iterator<PyValue> items = input.iterate();
        while (items.hasNext()) {
            joined.append(items.next().str()).append(items.hasNext() ? separator : "");
            Limits.checkText(joined.length());
        }
        return new PyStr(joined.toString());
    }

    private static PyValue first(Iterator<PyValue> items, String which) {
        return items.hasNext() ? items.next() : new UndefinedValue("the " + which + " item of nothing");
    }

    private static PyValue last(PyValue input) {
        if (input instanceof PyView view && view.isGenerator()) {
            throw PythonException.type("'generator' object is not reversible");
        }
        return first(reversed(input).iterator(), "last");
    }

    private static List<PyValue> reversed(PyValue input) {
        List<PyValue> items = input.toList();
        Collections.reverse(items);
        return items;
    }

    private static PyValue reverse(PyValue input) {
        return input instanceof PyStr text
                ? new PyStr(new StringBuilder(text.value()).reverse().toString())
                : PyView.generator(reversed(input));
    }

    /** Nothing where the input is false, even where it can't be iterated over. */
    private static PyValue map(PyValue input, Arguments arguments) {
        if (arguments.positional().size() != 1 || !arguments.named().isEmpty()) {
            throw PythonException.unsupported("the filter 'map' with anything but the name of a filter");
        }
        String filter = arguments.positional().get(0).str();
        List<PyValue> mapped = new ArrayList<>();
        List<PyValue> items = input.truth() ? input.toList() : List.of();
        items.forEach(item -> mapped.add(ALL.apply(filter, item, Arguments.NONE)));
        return PyView.generator(mapped);
    }

    private static PyValue sort(PyValue input, Arguments.Bound given) {
        boolean reverse = given.get(0, PyBool.FALSE).truth();
        return new PyList(Sorting.sorted(input.toList(), reverse, key(given.get(1, PyBool.FALSE))));
    }

    /** What an item is compared by. */
    private static Function<PyValue, PyValue> key(PyValue caseSensitive) {
        return caseSensitive.truth()
                ? item -> item
                : item -> item instanceof PyStr text ? new PyStr(PyStr.lower(text.value())) : item;
    }

    private static PyValue unique(PyValue input, Arguments.Bound given) {
        Function<PyValue, PyValue> key = key(given.get(0, PyBool.FALSE));
        PyDict seen = new PyDict();
        List<PyValue> unique = new ArrayList<>();
        for (PyValue item : input.toList()) {
            PyValue value = key.apply(item);
            if (!seen.contains(value)) {
                seen.put(value, item);
                unique.add(item);
            }
        }
        return PyView.generator(unique);
    }

    private static PyValue extreme(PyValue input, Arguments.Bound given, Operator better) {
        Function<PyValue, PyValue> key = key(given.get(0, PyBool.FALSE));
        Iterator<PyValue> items = input.iterate();
        PyValue best = first(items, "best");
        while (items.hasNext()) {
            PyValue item = items.next();
            best = Comparing.compare(better, key.apply(item), key.apply(best)).truth() ? item : best;
        }
        return best;
    }
}
