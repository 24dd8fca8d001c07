package org.archirender.python.value;

import java.util.Iterator;
import java.util.List;

/** A Python tuple. */
public record PyTuple(List<PyValue> items) implements PyValue {
    public PyTuple {
        Limits.checkItems(items.size());
        items = List.copyOf(items);
    }

    public static PyTuple of(PyValue... items) {
        return new PyTuple(List.of(items));
    }

    @Override
    public String typeName() {
        return "tuple";
    }

    @Override
    public boolean truth() {
        return !items.isEmpty();
    }

    @Override
    public int length() {
        return items.size();
    }

    @Override
    public PyValue item(PyValue key) {
        return items.get(index(key, items.size(), "tuple"));
    }

    @Override
    public Iterator<PyValue> iterate() {
        return items.iterator();
    }

    /** Where {@code key} points to in a sequence of {@code length}; a negative one counts from the end. */
    static int index(PyValue key, int length, String type) {
        if (PyNumber.integer(key) == null) {
            throw PythonException.type(type + " indices must be integers, not '" + key.typeName() + "'");
        }
        int index = PyNumber.index(key);
        int found = index < 0 ? index + length : index;
        if (found < 0 || found >= length) {
            throw PythonException.lookup(type + " index out of range");
        }
        return found;
    }

    @Override
    public String toString() {
        return repr();
    }
}
