package org.archirender.python.value;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A Python list or tuple. */
public sealed interface PySequence extends PyValue permits PyList, PyTuple {
    /** The items; a list's are live. */
    List<PyValue> items();

    /** A sequence of the same type, as a slice or a sum of this one is. */
    PySequence of(List<PyValue> others);

    /** Whether {@code other} is a sequence of the same type: the others neither equal this one nor add to it. */
    default boolean isLike(PyValue other) {
        return getClass() == other.getClass();
    }

    @Override
    default boolean truth() {
        return !items().isEmpty();
    }

    @Override
    default int length() {
        return items().size();
    }

    @Override
    default PyValue item(PyValue key) {
        return items().get(index(key, length(), typeName()));
    }

    @Override
    default Iterator<PyValue> iterate() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < length();
            }

            @Override
            public PyValue next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return items().get(next++);
            }
        };
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
}
