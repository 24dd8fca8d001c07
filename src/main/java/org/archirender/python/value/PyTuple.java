package org.archirender.python.value;

import java.util.List;

/** A Python tuple. */
public record PyTuple(List<PyValue> items) implements PySequence {
    public PyTuple {
        Limits.checkItems(items.size());
        Budget.charge(Budget.OBJECT + (long) Budget.ITEM * items.size());
        items = List.copyOf(items);
    }

    public static PyTuple of(PyValue... items) {
        return new PyTuple(List.of(items));
    }

    @Override
    public PyTuple of(List<PyValue> others) {
        return new PyTuple(others);
    }

    @Override
    public String typeName() {
        return "tuple";
    }

    @Override
    public String toString() {
        return repr();
    }
}
