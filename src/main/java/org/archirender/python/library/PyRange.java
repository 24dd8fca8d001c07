package org.archirender.python.library;

import java.util.List;
import java.util.Optional;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;

/** What Python's {@code range} gives; {@code repr} is how it was called. */
record PyRange(String repr, List<PyValue> items) implements PyObject {
    @Override
    public String typeName() {
        return "range";
    }

    @Override
    public boolean truth() {
        return !items.isEmpty();
    }

    @Override
    public Optional<PyValue> item(PyValue key) {
        return Optional.of(Items.get(new PyTuple(items), key));
    }

    @Override
    public Optional<List<PyValue>> iterate() {
        return Optional.of(items);
    }
}
