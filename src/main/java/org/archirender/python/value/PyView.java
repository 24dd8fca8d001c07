package org.archirender.python.value;

import java.util.List;
import java.util.Optional;

/**
 * Values to iterate over that are no list: a dict's keys, a generator's results.
 *
 * @param typeName Python's, as in {@code dict_keys}; one that starts with {@code dict_} can be printed
 */
public record PyView(String typeName, List<PyValue> items) implements PyObject {
    public PyView {
        Limits.checkItems(items.size());
        items = List.copyOf(items);
    }

    @Override
    public boolean truth() {
        return !typeName.startsWith("dict_") || !items.isEmpty();
    }

    @Override
    public String repr() {
        return typeName.startsWith("dict_") ? typeName + "(" + Printer.list(items) + ")" : PyObject.super.repr();
    }

    @Override
    public Optional<List<PyValue>> iterate() {
        return Optional.of(items);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
