package org.archirender.python.value;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Values to iterate over that are no list: a dict's keys, a range, a generator's results.
 *
 * @param typeName Python's, as in {@code dict_keys}; one that starts with {@code dict_} can be printed
 */
public record PyView(String typeName, List<PyValue> items) implements PyObject {
    private static final String GENERATOR = "generator";

    public PyView {
        Limits.checkItems(items.size());
        Budget.charge(Budget.OBJECT + (long) Budget.ITEM * items.size());
        items = List.copyOf(items);
    }

    /** What a generator gives, which has no length and is always true. */
    public static PyView generator(List<PyValue> items) {
        return new PyView(GENERATOR, items);
    }

    public boolean isGenerator() {
        return typeName.equals(GENERATOR);
    }

    @Override
    public boolean truth() {
        return isGenerator() || !items.isEmpty();
    }

    @Override
    public String repr() {
        return typeName.startsWith("dict_") ? typeName + "(" + Printer.list(items) + ")" : PyObject.super.repr();
    }

    @Override
    public int length() {
        return isGenerator() ? PyObject.super.length() : items.size();
    }

    @Override
    public PyValue item(PyValue key) {
        return typeName.equals("range") ? new PyTuple(items).item(key) : PyObject.super.item(key);
    }

    @Override
    public Iterator<PyValue> iterate() {
        return items.iterator();
    }

    /** Refused: Python's have attributes and methods, which nobody uses. */
    @Override
    public Optional<PyValue> attribute(String name) {
        throw PythonException.unsupported("the attribute '" + name + "' of a " + typeName);
    }
}
