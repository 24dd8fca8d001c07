package org.archirender.python.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Python's subscripts and slices. */
public final class Items {
    private Items() {}

    /** {@code object[key]}. */
    public static PyValue get(PyValue object, PyValue key) {
        if (object instanceof PyDict dict) {
            return dict.get(key).orElseThrow(() -> new PythonException(PythonError.LOOKUP, key.repr()));
        }
        if (object instanceof PyObject own) {
            return own.item(key).orElseThrow(() -> notSubscriptable(object));
        }
        if (object instanceof PyStr text) {
            int length = text.length();
            int index = index(key, length, "string");
            int start = text.value().offsetByCodePoints(0, index);
            return new PyStr(Character.toString(text.value().codePointAt(start)));
        }
        if (object instanceof PyList list) {
            return list.items().get(index(key, list.items().size(), "list"));
        }
        if (object instanceof PyTuple tuple) {
            return tuple.items().get(index(key, tuple.items().size(), "tuple"));
        }
        throw notSubscriptable(object);
    }

    private static PythonException notSubscriptable(PyValue object) {
        return PythonException.type("'" + object.typeName() + "' object is not subscriptable");
    }

    private static int index(PyValue key, int length, String type) {
        if (Numbers.integer(key) == null) {
            throw PythonException.type(type + " indices must be integers, not '" + key.typeName() + "'");
        }
        int index = Numbers.index(key);
        int found = index < 0 ? index + length : index;
        if (found < 0 || found >= length) {
            throw new PythonException(PythonError.LOOKUP, type + " index out of range");
        }
        return found;
    }

    /** {@code object[start:stop:step]}; None stands for a bound that is left out. */
    public static PyValue slice(PyValue object, PyValue start, PyValue stop, PyValue step) {
        if (object instanceof PyStr text) {
            int[] characters = text.value().codePoints().toArray();
            StringBuilder part = new StringBuilder();
            walk(characters.length, start, stop, step, i -> part.appendCodePoint(characters[i]));
            return new PyStr(part.toString());
        }
        if (object instanceof PyList list) {
            return new PyList(part(list.items(), start, stop, step));
        }
        if (object instanceof PyTuple tuple) {
            return new PyTuple(part(tuple.items(), start, stop, step));
        }
        if (object instanceof PyDict) {
            throw PythonException.type("unhashable type: 'slice'");
        }
        if (object instanceof PyObject own) {
            return own.item(PyTuple.of(start, stop, step)).orElseThrow(() -> notSubscriptable(object));
        }
        throw notSubscriptable(object);
    }

    private static List<PyValue> part(List<PyValue> items, PyValue start, PyValue stop, PyValue step) {
        List<PyValue> part = new ArrayList<>();
        walk(items.size(), start, stop, step, i -> part.add(items.get(i)));
        return part;
    }

    private static void walk(int length, PyValue start, PyValue stop, PyValue step, IntConsumer take) {
        long by = step == PyNone.NONE ? 1 : bound(step);
        if (by == 0) {
            throw PythonException.value("slice step cannot be zero");
        }
        int lowest = by > 0 ? 0 : -1;
        int highest = by > 0 ? length : length - 1;
        int from = start == PyNone.NONE ? (by > 0 ? lowest : highest) : clamp(bound(start), length, lowest, highest);
        int to = stop == PyNone.NONE ? (by > 0 ? highest : lowest) : clamp(bound(stop), length, lowest, highest);
        for (long i = from; by > 0 ? i < to : i > to; i += by) {
            take.accept((int) i);
        }
    }

    private static int bound(PyValue bound) {
        if (Numbers.integer(bound) == null) {
            throw PythonException.type("slice indices must be integers or None");
        }
        return Numbers.index(bound);
    }

    private static int clamp(int bound, int length, int lowest, int highest) {
        int index = bound < 0 ? bound + length : bound;
        return Math.max(lowest, Math.min(highest, index));
    }
}
