package org.archirender.python.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.jspecify.annotations.Nullable;

/** The methods of Python's dicts. */
final class DictMethods {
    private DictMethods() {}

    static Optional<PyValue> find(PyDict dict, String name) {
        Function<Arguments, PyValue> body = asking(dict, name);
        if (body == null) {
            body = changing(dict, name);
        }
        return body == null ? Optional.empty() : Optional.of(new PyFunction(name, body));
    }

    private static @Nullable Function<Arguments, PyValue> asking(PyDict dict, String name) {
        return switch (name) {
            case "get" ->
                arguments -> {
                    Arguments.Bound bound = arguments.bind(name, 1, "key", "default");
                    return dict.get(bound.get(0)).orElseGet(() -> bound.get(1, PyNone.NONE));
                };
            case "items" ->
                arguments -> {
                    arguments.bind(name, 0);
                    List<PyValue> pairs = new ArrayList<>();
                    dict.entries().forEach(entry -> pairs.add(PyTuple.of(entry.key(), entry.value())));
                    return new PyView("dict_items", pairs);
                };
            case "keys" ->
                arguments -> {
                    arguments.bind(name, 0);
                    return new PyView("dict_keys", dict.keys());
                };
            case "values" ->
                arguments -> {
                    arguments.bind(name, 0);
                    return new PyView("dict_values", dict.values());
                };
            case "copy" ->
                arguments -> {
                    arguments.bind(name, 0);
                    return copy(dict);
                };
            case "__len__" ->
                arguments -> {
                    arguments.bind(name, 0);
                    return PyInt.of(dict.size());
                };
            default -> null;
        };
    }

    private static PyDict copy(PyDict dict) {
        PyDict copy = new PyDict();
        dict.entries().forEach(entry -> copy.put(entry.key(), entry.value()));
        return copy;
    }

    private static @Nullable Function<Arguments, PyValue> changing(PyDict dict, String name) {
        return switch (name) {
            case "update" -> arguments -> update(dict, arguments);
            case "setdefault" ->
                arguments -> {
                    Arguments.Bound bound = arguments.bind(name, 1, "key", "default");
                    Optional<PyValue> old = dict.get(bound.get(0));
                    if (old.isEmpty()) {
                        dict.put(bound.get(0), bound.get(1, PyNone.NONE));
                    }
                    return old.orElseGet(() -> bound.get(1, PyNone.NONE));
                };
            case "pop" ->
                arguments -> {
                    Arguments.Bound bound = arguments.bind(name, 1, "key", "default");
                    return dict.remove(bound.get(0))
                            .or(() -> bound.find(1))
                            .orElseThrow(() -> new PythonException(
                                    PythonError.LOOKUP, bound.get(0).repr()));
                };
            case "popitem" ->
                arguments -> {
                    arguments.bind(name, 0);
                    List<PyDict.Entry> entries = dict.entries();
                    if (entries.isEmpty()) {
                        throw new PythonException(PythonError.LOOKUP, "popitem(): dictionary is empty");
                    }
                    PyDict.Entry last = entries.get(entries.size() - 1);
                    dict.remove(last.key());
                    return PyTuple.of(last.key(), last.value());
                };
            case "clear" ->
                arguments -> {
                    arguments.bind(name, 0);
                    dict.clear();
                    return PyNone.NONE;
                };
            default -> null;
        };
    }

    private static PyValue update(PyDict dict, Arguments arguments) {
        if (arguments.positional().size() > 1) {
            throw PythonException.type("update expected at most 1 argument");
        }
        arguments.positional().forEach(source -> addAll(dict, source));
        arguments.named().forEach((key, value) -> dict.put(new PyStr(key), value));
        return PyNone.NONE;
    }

    /** Adds what {@code dict(source)} would hold: a dict's entries, or pairs. */
    static void addAll(PyDict dict, PyValue source) {
        if (source instanceof PyDict other) {
            other.entries().forEach(entry -> dict.put(entry.key(), entry.value()));
            return;
        }
        Iterator<PyValue> pairs = Iteration.over(source);
        while (pairs.hasNext()) {
            List<PyValue> pair = Iteration.toList(pairs.next());
            if (pair.size() != 2) {
                throw PythonException.value("dictionary update sequence element has length " + pair.size());
            }
            dict.put(pair.get(0), pair.get(1));
        }
    }
}
