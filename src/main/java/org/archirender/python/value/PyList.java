package org.archirender.python.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A Python list: mutable, and equal in Java only to itself. */
public final class PyList implements PyValue {
    private final List<PyValue> items;

    /** A list with a copy of {@code items}. */
    public PyList(Collection<? extends PyValue> items) {
        Limits.checkItems(items.size());
        this.items = new ArrayList<>(items);
    }

    /** A list of texts. */
    public static PyList ofStrings(List<String> texts) {
        return new PyList(texts.stream().map(PyStr::new).toList());
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
    public int length() {
        return items.size();
    }

    @Override
    public PyValue item(PyValue key) {
        return items.get(PyTuple.index(key, items.size(), "list"));
    }

    @Override
    public Iterator<PyValue> iterate() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < items.size();
            }

            @Override
            public PyValue next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return items.get(next++);
            }
        };
    }

    @Override
    public String toString() {
        return repr();
    }
}
