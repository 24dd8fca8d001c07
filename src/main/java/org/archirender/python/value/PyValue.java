package org.archirender.python.value;

/** A Python value. Lists and dicts are mutable and belong to one evaluation; all others never change. */
public sealed interface PyValue
        permits PyNone, PyBool, PyInt, PyFloat, PyStr, PyList, PyTuple, PyDict, PySet, PyObject {
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
}
