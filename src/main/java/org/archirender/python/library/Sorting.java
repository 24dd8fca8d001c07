package org.archirender.python.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** Python's stable sort, which asks only {@code <}. */
public final class Sorting {
    private Sorting() {}

    /** {@code sorted(items, key=key, reverse=reverse)}; equal items keep their order, reversed or not. */
    public static List<PyValue> sorted(List<PyValue> items, boolean reverse, Function<PyValue, PyValue> key) {
        record Keyed(PyValue key, PyValue item) {}
        List<Keyed> keyed = new ArrayList<>(items.size());
        items.forEach(item -> keyed.add(new Keyed(key.apply(item), item)));
        try {
            keyed.sort((a, b) -> {
                PyValue left = reverse ? b.key() : a.key();
                PyValue right = reverse ? a.key() : b.key();
                return Comparing.less(left, right) ? -1 : Comparing.less(right, left) ? 1 : 0;
            });
        } catch (IllegalArgumentException e) {
            throw PythonException.unsupported("sorting values that have no order");
        }
        return keyed.stream().map(Keyed::item).toList();
    }
}
