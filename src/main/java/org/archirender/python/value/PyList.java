package org.archirender.python.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A Python list: mutable, and equal in Java only to itself. */
public final class PyList implements PyValue {
    private final List<PyValue> items;

    /** A list with a copy of {@code items}. */
    public PyList(Collection<? extends PyValue> items) {
        Limits.checkItems(items.size());
        this.items = new ArrayList<>(items);
    }

    /** The items, live. */
    public List<PyValue> items() {
        return items;
    }

    /** {@code list.append(item)}. */
    public void add(PyValue item) {
        Limits.checkItems(items.size() + 1L);
        items.add(item);
    }

    @Override
    public String typeName() {
        return "list";
    }

    @Override
    public boolean truth() {
        return !items.isEmpty();
    }

    @Override
    public String toString() {
        return repr();
    }
}
