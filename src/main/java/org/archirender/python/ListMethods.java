package org.archirender.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
                arguments -> {
                    int found = indexOf(items, arguments.bind(name, 1, "value").get(0));
                    if (found < 0) {
                        throw PythonException.value("the value is not in the list");
                    }
                    return PyInt.of(found);
                };
            case "count" ->
                arguments -> {
                    PyValue wanted = arguments.bind(name, 1, "value").get(0);
                    return PyInt.of(items.stream()
                            .filter(item -> Comparing.equal(item, wanted))
                            .count());
                };
            case "__len__" ->
                arguments -> {
                    arguments.bind(name, 0);
                    return PyInt.of(items.size());
                };
            default -> null;
        };
    }

    private static int indexOf(List<PyValue> items, PyValue wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == wanted || Comparing.equal(items.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Function<Arguments, PyValue> changing(PyList list, String name) {
        List<PyValue> items = list.items();
        return switch (name) {
            case "append" ->
                arguments -> {
                    list.add(arguments.bind(name, 1, "object").get(0));
                    return PyNone.NONE;
                };
            case "extend" ->
                arguments -> {
                    List<PyValue> more =
                            Iteration.toList(arguments.bind(name, 1, "iterable").get(0));
                    Limits.checkItems((long) items.size() + more.size());
                    items.addAll(more);
                    return PyNone.NONE;
                };
            case "insert" ->
                arguments -> {
                    Arguments.Bound bound = arguments.bind(name, 2, "index", "object");
                    int index = Numbers.index(bound.get(0));
                    int at = Math.max(0, Math.min(items.size(), index < 0 ? index + items.size() : index));
                    Limits.checkItems(items.size() + 1L);
                    items.add(at, bound.get(1));
                    return PyNone.NONE;
                };
            case "pop" ->
                arguments -> pop(items, arguments.bind(name, 0, "index").get(0, PyInt.of(-1)));
            case "remove" ->
                arguments -> {
                    int found = indexOf(items, arguments.bind(name, 1, "value").get(0));
                    if (found < 0) {
                        throw PythonException.value("list.remove(x): x not in list");
                    }
                    items.remove(found);
                    return PyNone.NONE;
                };
            case "reverse" ->
                arguments -> {
                    arguments.bind(name, 0);
                    Collections.reverse(items);
                    return PyNone.NONE;
                };
            case "sort" ->
                arguments -> {
                    arguments.bind(name, 0);
                    List<PyValue> sorted = Sorting.sorted(items, false);
                    items.clear();
                    items.addAll(sorted);
                    return PyNone.NONE;
                };
            case "copy" ->
                arguments -> {
                    arguments.bind(name, 0);
                    return new PyList(new ArrayList<>(items));
                };
            case "clear" ->
                arguments -> {
                    arguments.bind(name, 0);
                    items.clear();
                    return PyNone.NONE;
                };
            default -> null;
        };
    }

    private static PyValue pop(List<PyValue> items, PyValue index) {
        int wanted = Numbers.index(index);
        int at = wanted < 0 ? wanted + items.size() : wanted;
        if (at < 0 || at >= items.size()) {
            throw new PythonException(PythonError.LOOKUP, "pop index out of range");
        }
        return items.remove(at);
    }
}
