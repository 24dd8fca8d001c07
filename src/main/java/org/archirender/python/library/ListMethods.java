package org.archirender.python.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.jspecify.annotations.Nullable;

/** The methods of Python's lists and tuples. */
final class ListMethods {
    private ListMethods() {}

    static Optional<PyValue> find(PyTuple tuple, String name) {
        return bound(name, asking(tuple.items(), name));
    }

    static Optional<PyValue> find(PyList list, String name) {
        Function<Arguments, PyValue> body = changing(list, name);
        return bound(name, body == null ? asking(list.items(), name) : body);
    }

    private static Optional<PyValue> bound(String name, @Nullable Function<Arguments, PyValue> body) {
        return body == null ? Optional.empty() : Optional.of(new PyFunction(name, body));
    }

    private static @Nullable Function<Arguments, PyValue> asking(List<PyValue> items, String name) {
        return switch (name) {
            case "index" ->
                arguments -> PyInt.of(
                        position(items, arguments.bind(name, 1, "value").get(0), "the value is not in the list"));
            case "count" ->
                arguments -> count(items, arguments.bind(name, 1, "value").get(0));
            case "__len__" -> alone(name, () -> PyInt.of(items.size()));
            default -> null;
        };
    }

    private static @Nullable Function<Arguments, PyValue> changing(PyList list, String name) {
        List<PyValue> items = list.items();
        return switch (name) {
            case "append" -> arguments -> append(list, arguments.bind(name, 1, "object"));
            case "extend" -> arguments -> extend(items, arguments.bind(name, 1, "iterable"));
            case "insert" -> arguments -> insert(items, arguments.bind(name, 2, "index", "object"));
            case "pop" ->
                arguments -> pop(items, arguments.bind(name, 0, "index").get(0, PyInt.of(-1)));
            case "remove" -> arguments -> remove(items, arguments.bind(name, 1, "value"));
            case "reverse" -> alone(name, () -> reverse(items));
            case "sort" -> alone(name, () -> sort(items));
            case "copy" -> alone(name, () -> new PyList(new ArrayList<>(items)));
            case "clear" -> alone(name, () -> clear(items));
            default -> null;
        };
    }

    /** A method without parameters. */
    private static Function<Arguments, PyValue> alone(String name, Supplier<PyValue> body) {
        return arguments -> {
            arguments.bind(name, 0);
            return body.get();
        };
    }

    private static int position(List<PyValue> items, PyValue wanted, String absent) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == wanted || Comparing.equal(items.get(i), wanted)) {
                return i;
            }
        }
        throw PythonException.value(absent);
    }

    private static PyValue count(List<PyValue> items, PyValue wanted) {
        return PyInt.of(
                items.stream().filter(item -> Comparing.equal(item, wanted)).count());
    }

    private static PyValue append(PyList list, Arguments.Bound bound) {
        list.add(bound.get(0));
        return PyNone.NONE;
    }

    private static PyValue extend(List<PyValue> items, Arguments.Bound bound) {
        List<PyValue> more = Iteration.toList(bound.get(0));
        Limits.checkItems((long) items.size() + more.size());
        items.addAll(more);
        return PyNone.NONE;
    }

    private static PyValue insert(List<PyValue> items, Arguments.Bound bound) {
        int index = Numbers.index(bound.get(0));
        int at = Math.max(0, Math.min(items.size(), index < 0 ? index + items.size() : index));
        Limits.checkItems(items.size() + 1L);
        items.add(at, bound.get(1));
        return PyNone.NONE;
    }

    private static PyValue pop(List<PyValue> items, PyValue index) {
        int wanted = Numbers.index(index);
        int at = wanted < 0 ? wanted + items.size() : wanted;
        if (at < 0 || at >= items.size()) {
            throw new PythonException(PythonError.LOOKUP, "pop index out of range");
        }
        return items.remove(at);
    }

    private static PyValue remove(List<PyValue> items, Arguments.Bound bound) {
        items.remove(position(items, bound.get(0), "list.remove(x): x not in list"));
        return PyNone.NONE;
    }

    private static PyValue reverse(List<PyValue> items) {
        Collections.reverse(items);
        return PyNone.NONE;
    }

    private static PyValue sort(List<PyValue> items) {
        List<PyValue> sorted = Sorting.sorted(items, false);
        items.clear();
        items.addAll(sorted);
        return PyNone.NONE;
    }

    private static PyValue clear(List<PyValue> items) {
        items.clear();
        return PyNone.NONE;
    }
}
