package org.archirender.minijinja;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Definition;
import org.archirender.python.library.Sorting;
import org.archirender.python.library.StrMethods;
import org.archirender.python.syntax.Vocabulary;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** The filters of recipe.yaml. */
final class Filters {
    static final Vocabulary ALL = new Vocabulary(
            "filter",
            Definition.byName(List.of(
                    text("lower", "in lower case", PyStr::lower),
                    text("upper", "in upper case", PyStr::upper),
                    text("version_to_buildstring", "the first two numbers of a version in one", Filters::buildString),
                    Definition.of("trim", "chars=", "without white space at both ends", Filters::trim),
                    Definition.of("replace", "old, new", "with a part replaced", Filters::replace),
                    Definition.of("split", "separator=", "the parts between separators", Filters::split),
                    Definition.of("join", "separator=", "the items' texts in one", Filters::join),
                    Definition.of("default", "value=, boolean=", "another value where undefined", Filters::fallback),
                    Definition.of("int", "", "the integer that it reads as", (in, none) -> integer(in)),
                    Definition.of("abs", "", "without its sign", (in, none) -> absolute(in)),
                    Definition.of("bool", "", "whether it is true", (in, none) -> PyBool.of(in.truth())),
                    Definition.of("length", "", "how many items", (in, none) -> PyInt.of(in.length())),
                    Definition.of("list", "", "the items as a list", (in, none) -> new PyList(in.toList())),
                    Definition.of("first", "", "the first item", (in, none) -> at(in.toList(), 0)),
                    Definition.of("last", "", "the last item", (in, none) -> at(in.toList(), in.length() - 1)),
                    Definition.of("reverse", "", "from the end to the start", (in, none) -> reverse(in)),
                    Definition.of("sort", "reverse=, case_sensitive=", "the items in order", Filters::sort),
                    Definition.of("unique", "case_sensitive=", "the items that differ", Filters::unique),
                    Definition.of(
                            "min",
                            "",
                            "the smallest item",
                            (in, none) -> best(in, (a, b) -> Comparing.less(b, a) ? b : a)),
                    Definition.of(
                            "max",
                            "",
                            "the largest item",
                            (in, none) -> best(in, (a, b) -> Comparing.less(a, b) ? b : a)))),
            "");

    private Filters() {}

    private static Definition<PyValue> text(String name, String meaning, UnaryOperator<String> change) {
        return Definition.of(name, "", meaning, (in, none) -> new PyStr(change.apply(StrictEvaluator.text(in))));
    }

    /** As in {@code 3.11.* *_cpython} → {@code 311}. */
    private static String buildString(String version) {
        String first = version.strip().split("\\s", 2)[0];
        List<String> numbers = List.of(first.split("\\."));
        return numbers.stream().filter(part -> !part.equals("*")).limit(2).collect(Collectors.joining());
    }

    private static PyValue trim(PyValue in, Arguments.Bound given) {
        PyValue chars = given.get(0, PyNone.NONE);
        List<PyValue> arguments = chars == PyNone.NONE ? List.of() : List.of(chars);
        return method("strip", in, arguments);
    }

    private static PyValue method(String name, PyValue in, List<PyValue> arguments) {
        return requireNonNull(StrMethods.BY_NAME.get(name), name)
                .apply(string(in), new Arguments(arguments, new LinkedHashMap<>()));
    }

    private static String string(PyValue in) {
        if (in instanceof PyStr text) {
            return text.value();
        }
        throw PythonException.type("a text is needed, and this is a " + in.typeName());
    }

    private static PyValue replace(PyValue in, Arguments.Bound given) {
        return method("replace", new PyStr(StrictEvaluator.text(in)), List.of(given.get(0), given.get(1)));
    }

    private static PyValue split(PyValue in, Arguments.Bound given) {
        PyValue separator = given.get(0, PyNone.NONE);
        return method("split", in, separator == PyNone.NONE ? List.of() : List.of(separator));
    }

    private static PyValue join(PyValue in, Arguments.Bound given) {
        String separator = StrictEvaluator.text(given.get(0, PyStr.EMPTY));
        return new PyStr(in.toList().stream().map(StrictEvaluator::text).collect(Collectors.joining(separator)));
    }

    private static PyValue integer(PyValue in) {
        return in instanceof PyFloat || in instanceof PyBool || in instanceof PyStr || in instanceof PyInt
                ? Builtins.integer(in)
                : refuse("int", in);
    }

    private static PyValue absolute(PyValue in) {
        if (!(in instanceof PyNumber)) {
            return refuse("abs", in);
        }
        return Comparing.less(in, PyInt.of(0)) ? Arithmetic.negate(in) : in;
    }

    private static PyValue refuse(String filter, PyValue in) {
        throw PythonException.type("the filter '" + filter + "' of a " + in.typeName());
    }

    private static PyValue at(List<PyValue> items, int index) {
        if (items.isEmpty()) {
            return new StrictUndefined("an item of an empty list");
        }
        return items.get(index);
    }

    private static PyValue reverse(PyValue in) {
        if (in instanceof PyStr text) {
            return new PyStr(new StringBuilder(text.value()).reverse().toString());
        }
        List<PyValue> items = new ArrayList<>(in.toList());
        Collections.reverse(items);
        return new PyList(items);
    }

    private static PyValue sort(PyValue in, Arguments.Bound given) {
        boolean reverse = given.get(0, PyBool.FALSE).truth();
        return new PyList(Sorting.sorted(in.toList(), reverse, key(given.get(1, PyBool.FALSE))));
    }

    /** What an item is compared by: upper and lower case are one, unless it is said that they differ. */
    private static UnaryOperator<PyValue> key(PyValue caseSensitive) {
        return item ->
                item instanceof PyStr text && !caseSensitive.truth() ? new PyStr(PyStr.lower(text.value())) : item;
    }

    private static PyValue unique(PyValue in, Arguments.Bound given) {
        UnaryOperator<PyValue> key = key(given.get(0, PyBool.FALSE));
        PyDict seen = new PyDict();
        in.toList().stream()
                .filter(item -> !seen.contains(key.apply(item)))
                .forEach(item -> seen.put(key.apply(item), item));
        return new PyList(seen.entries().stream().map(PyDict.Entry::value).toList());
    }

    private static PyValue fallback(PyValue in, Arguments.Bound given) {
        boolean isThere =
                !(in instanceof StrictUndefined) && !(given.get(1, PyBool.FALSE).truth() && !in.truth());
        return isThere ? in : given.get(0, PyStr.EMPTY);
    }

    private static PyValue best(PyValue in, BinaryOperator<PyValue> better) {
        List<PyValue> items = in.toList();
        return items.stream().reduce(at(items, 0), better);
    }
}
