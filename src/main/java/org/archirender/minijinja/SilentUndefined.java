package org.archirender.minijinja;

import java.util.Optional;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/** What an {@code if} without {@code else} gives otherwise: it prints nothing and is false, and nothing else works. */
enum SilentUndefined implements PyObject {
    VALUE;

    @Override
    public String typeName() {
        return "undefined";
    }

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public String repr() {
        return "";
    }

    @Override
    public Optional<PyValue> operate(Operator operator, PyValue other, boolean reflected) {
        throw PythonException.of(
                Family.UNDEFINED, "'" + operator.symbol() + "' with an 'if' without 'else', which is undefined");
    }
}
