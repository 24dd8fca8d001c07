package org.archirender.python.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;

/** The methods of Python's lists and dicts that recipes use. */
public final class CollectionMethods {
    /** Methods of lists. */
    public static final Map<String, Definition<PyList>> OF_LISTS = Definition.byName(
            List.of(Definition.of("append", "object", "None; the list has one item more", (list, given) -> {
                list.add(given.get(0));
                return PyNone.NONE;
            })));

    /** Methods of dicts. */
    public static final Map<String, Definition<PyDict>> OF_DICTS = Definition.byName(List.of(
            Definition.of(
                    "get",
                    "key, default=",
                    "the value of a key, else the default, else None",
                    (dict, given) -> dict.get(given.get(0)).orElseGet(() -> given.get(1, PyNone.NONE))),
            Definition.of("items", "", "pairs of keys and values", (dict, none) -> pairs(dict)),
            Definition.of("keys", "", "the keys", (dict, none) -> new PyView("dict_keys", dict.keys())),
            Definition.of("values", "", "the values", (dict, none) -> new PyView("dict_values", dict.values()))));

    private CollectionMethods() {}

    private static PyView pairs(PyDict dict) {
        List<PyValue> pairs = new ArrayList<>();
        dict.entries().forEach(entry -> pairs.add(PyTuple.of(entry.key(), entry.value())));
        return new PyView("dict_items", pairs);
    }
}
