package org.archirender.python.value;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Python's iteration. */
public final class Iteration {
    private Iteration() {}

    /** What {@code iter(value)} gives; a list is followed while it changes, as in Python. */
    public static Iterator<PyValue> over(PyValue value) {
        if (value instanceof PyList list) {
            return live(list.items());
        }
        if (value instanceof PyStr text) {
            return characters(text.value()).iterator();
        }
        if (value instanceof PyTuple tuple) {
            return tuple.items().iterator();
        }
        if (value instanceof PyDict dict) {
            return dict.keys().iterator();
        }
        if (value instanceof PySet set) {
            if (set.size() > 1) {
                throw PythonException.unsupported("iterating over a set, whose order Python leaves open");
            }
            return set.items().iterator();
        }
        if (value instanceof PyObject object) {
            return object.iterate().orElseThrow(() -> notIterable(value)).iterator();
        }
        throw notIterable(value);
    }

    /** All that {@code iter(value)} gives. */
    public static List<PyValue> toList(PyValue value) {
        List<PyValue> items = new ArrayList<>();
        Iterator<PyValue> rest = over(value);
        while (rest.hasNext()) {
            items.add(rest.next());
            Limits.checkItems(items.size());
        }
        return items;
    }

    private static PythonException notIterable(PyValue value) {
        return PythonException.type("'" + value.typeName() + "' object is not iterable");
    }

    private static List<PyValue> characters(String text) {
        List<PyValue> characters = new ArrayList<>(text.length());
        Limits.checkItems(text.length());
        text.codePoints().forEach(c -> characters.add(new PyStr(Character.toString(c))));
        return characters;
    }

    private static Iterator<PyValue> live(List<PyValue> items) {
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
}
