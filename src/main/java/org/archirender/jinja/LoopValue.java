package org.archirender.jinja;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** A template's {@code loop}: where a loop stands. */
final class LoopValue implements PyObject {
    private final Deque<PyValue> ahead = new ArrayDeque<>();
    private final Iterator<PyValue> rest;
    private int index = -1;
    private int length = -1;

    LoopValue(Iterator<PyValue> values) {
        this.rest = values;
    }

    boolean hasNext() {
        return !ahead.isEmpty() || rest.hasNext();
    }

    PyValue next() {
        index++;
        return ahead.isEmpty() ? rest.next() : ahead.remove();
    }

    /** How many there are when that is first asked; a list that grows later has no more for Jinja either. */
    @Override
    public int length() {
        if (length < 0) {
            rest.forEachRemaining(ahead::add);
            length = index + 1 + ahead.size();
        }
        return length;
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        return Optional.of(
                switch (name) {
                    case "index" -> PyInt.of(index + 1);
                    case "index0" -> PyInt.of(index);
                    case "first" -> PyBool.of(index == 0);
                    case "last" -> PyBool.of(!hasNext());
                    case "length" -> PyInt.of(length());
                    default -> throw PythonException.unsupported("loop." + name);
                });
    }
}
