package org.archirender.python.value;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A Python value. Lists and dicts are mutable and belong to one evaluation; all others never change. */
public sealed interface PyValue permits PyNone, PyNumber, PyStr, PySequence, PyDict, PyObject {
    /** Python's name of the type, as in its messages. */
    String typeName();

    /** What {@code bool(x)} gives. */
    boolean truth();

    /** What {@code repr(x)} gives. */
    default String repr() {
        return Printer.repr(this);
    }

    /** What {@code str(x)} gives. */
    default String str() {
        return repr();
    }

    /**
     * {@code len(x)}.
     *
     * @throws PythonException a TypeError where it has none
     */
    default int length() {
        throw PythonException.type("object of type '" + typeName() + "' has no len()");
    }

    /**
     * {@code x[key]}.
     *
     * @throws PythonException a TypeError where it has no items or the key is of the wrong type, a LookupError where
     *     there is no such item
     */
    default PyValue item(PyValue key) {
        throw PythonException.type("'" + typeName() + "' object is not subscriptable");
    }

    /**
     * What {@code iter(x)} gives; a list is followed while it changes, as in Python.
     *
     * @throws PythonException a TypeError where it can't be iterated over
     */
    default Iterator<PyValue> iterate() {
        throw PythonException.type("'" + typeName() + "' object is not iterable");
    }

    /** {@code list(x)}. */
    default List<PyValue> toList() {
        List<PyValue> items = new ArrayList<>();
        iterate().forEachRemaining(item -> {
            items.add(item);
            Budget.charge(Budget.ITEM);
            Limits.checkItems(items.size());
        });
        return items;
    }

    /** {@code item in x}. */
    default boolean contains(PyValue item) {
        Iterator<PyValue> items = iterate();
        while (items.hasNext()) {
            PyValue next = items.next();
            if (next == item || Comparing.equal(next, item)) {
                return true;
            }
        }
        return false;
    }
}
