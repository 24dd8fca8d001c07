package org.archirender.python.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Python set. Its order is not told, because Python's own differs from run to run. */
public final class PySet implements PyValue {
    private final Map<Object, PyValue> items = new LinkedHashMap<>();

    /** The set of {@code items}; a TypeError when one is not hashable. */
    public PySet(Collection<? extends PyValue> items) {
        Limits.checkItems(items.size());
        items.forEach(item -> this.items.putIfAbsent(Keys.of(item), item));
    }

    /** Whether the set has {@code item}; a TypeError when that is not hashable. */
    public boolean contains(PyValue item) {
        return items.containsKey(Keys.of(item));
    }

    boolean sameItems(PySet other) {
        return items.keySet().equals(other.items.keySet());
    }

    public int size() {
        return items.size();
    }

    List<PyValue> items() {
        return new ArrayList<>(items.values());
    }

    @Override
    public String typeName() {
        return "set";
    }

    @Override
    public boolean truth() {
        return !items.isEmpty();
    }

    @Override
    public String toString() {
        return "set of " + items.size();
    }
}
