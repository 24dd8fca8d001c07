package org.archirender.python.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Python dict in order of insertion: mutable, and equal in Java only to itself. */
public final class PyDict implements PyValue {
    /** A key and its value. */
    public record Entry(PyValue key, PyValue value) {}

    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    /** A dict of texts by name, in the order of {@code values}. */
    public static PyDict ofStrings(Map<String, String> values) {
        PyDict dict = new PyDict();
        values.forEach((key, value) -> dict.put(new PyStr(key), new PyStr(value)));
        return dict;
    }

    /** The value of {@code key}, if there is one; a TypeError when it is not hashable. */
    public Optional<PyValue> get(PyValue key) {
        Entry entry = entries.get(Keys.of(key));
        return entry == null ? Optional.empty() : Optional.of(entry.value());
    }

    /** {@code dict[key] = value}; an equal key that is there already stays as it was written first. */
    public void put(PyValue key, PyValue value) {
        Limits.checkItems(entries.size() + 1L);
        Object hashed = Keys.of(key);
        Entry old = entries.get(hashed);
        entries.put(hashed, new Entry(old == null ? key : old.key(), value));
    }

    public Optional<PyValue> remove(PyValue key) {
        Entry old = entries.remove(Keys.of(key));
        return old == null ? Optional.empty() : Optional.of(old.value());
    }

    public void clear() {
        entries.clear();
    }

    public int size() {
        return entries.size();
    }

    /** A copy of the entries in order of insertion. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public List<PyValue> keys() {
        List<PyValue> keys = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> keys.add(entry.key()));
        return keys;
    }

    public List<PyValue> values() {
        List<PyValue> values = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> values.add(entry.value()));
        return values;
    }

    @Override
    public String typeName() {
        return "dict";
    }

    @Override
    public boolean truth() {
        return !entries.isEmpty();
    }

    @Override
    public String toString() {
        return repr();
    }
}
