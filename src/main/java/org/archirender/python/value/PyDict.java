package org.archirender.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
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
        Entry entry = entries.get(hashed(key, new Limits.Walk()));
        return entry == null ? Optional.empty() : Optional.of(entry.value());
    }

    /** {@code dict[key] = value}; an equal key that is there already stays as it was written first. */
    public void put(PyValue key, PyValue value) {
        Limits.checkItems(entries.size() + 1L);
        Budget.charge(2 * Budget.OBJECT);
        Object hashed = hashed(key, new Limits.Walk());
        Entry old = entries.get(hashed);
        entries.put(hashed, new Entry(old == null ? key : old.key(), value));
    }

    /** A copy of the entries in order of insertion. */
    public List<Entry> entries() {
        Budget.chargeReading(this);
        return List.copyOf(entries.values());
    }

    public List<PyValue> keys() {
        Budget.chargeReading(this);
        return entries.values().stream().map(Entry::key).toList();
    }

    public List<PyValue> values() {
        Budget.chargeReading(this);
        return entries.values().stream().map(Entry::value).toList();
    }

    /** {@code key} with Python's equality as Java's: {@code 1}, {@code 1.0} and {@code True} are one key. */
    private static Object hashed(PyValue key, Limits.Walk walk) {
        Budget.charge(Budget.OBJECT);
        Budget.chargeReading(key);
        if (key instanceof PyStr text) {
            return text.value();
        }
        if (key instanceof PyFloat number) {
            Budget.charge(PyFloat.DIGITS);
            double real = number.value();
            boolean whole = !Double.isInfinite(real) && real == Math.rint(real);
            return whole ? new BigDecimal(real).toBigInteger() : real;
        }
        BigInteger integer = PyNumber.integer(key);
        if (integer != null) {
            return integer;
        }
        if (key instanceof PyTuple tuple) {
            walk.enter();
            List<Object> keys = new ArrayList<>(tuple.items().size());
            tuple.items().forEach(item -> keys.add(hashed(item, walk)));
            walk.leave();
            return keys;
        }
        if (key instanceof PyList || key instanceof PyDict || key instanceof PyView) {
            throw PythonException.type("unhashable type: '" + key.typeName() + "'");
        }
        return key;
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
    public int length() {
        return entries.size();
    }

    @Override
    public PyValue item(PyValue key) {
        return get(key).orElseThrow(() -> PythonException.lookup(key.repr()));
    }

    @Override
    public Iterator<PyValue> iterate() {
        return keys().iterator();
    }

    @Override
    public boolean contains(PyValue item) {
        return get(item).isPresent();
    }

    @Override
    public String toString() {
        return repr();
    }
}
