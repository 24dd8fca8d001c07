package org.archirender.python.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A Python list: mutable, and equal in Java only to itself. */
public final class PyList implements PySequence {
    private final List<PyValue> items;

    /** A list with a copy of {@code items}. */
    public PyList(Collection<? extends PyValue> items) {
        Limits.checkItems(items.size());
        Budget.charge(Budget.OBJECT + (long) Budget.ITEM * items.size());
        this.items = new ArrayList<>(items);
    }

    /** A list of texts. */
    public static PyList ofStrings(List<String> texts) {
        return new PyList(texts.stream().map(PyStr::new).toList());
    }

    @Override
    public List<PyValue> items() {
        return items;
    }

    @Override
    public PyList of(List<PyValue> others) {
        return new PyList(others);
    }

    /** {@code list.append(item)}. */
    public void add(PyValue item) {
        Limits.checkItems(items.size() + 1L);
        Budget.charge(2 * Budget.ITEM);
        items.add(item);
    }

    @Override
    public String typeName() {
        return "list";
    }

    @Override
    public String toString() {
        return repr();
    }
}
