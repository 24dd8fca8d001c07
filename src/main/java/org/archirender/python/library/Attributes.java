package org.archirender.python.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;
import org.archirender.python.value.PythonException;
import org.jspecify.annotations.Nullable;

/** Attributes of values: the methods of strings, lists and dicts that recipes use, and the lists' and dicts' themselves. */
public final class Attributes {
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

    /** What Python's own values have, whether supported here or not. */
    private static final String STR = " capitalize casefold center count encode endswith expandtabs find format"
            + " format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable"
            + " isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace"
            + " rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate"
            + " upper zfill ";

    private static final String LIST = " append clear copy count extend index insert pop remove reverse sort ";
    private static final String TUPLE = " count index ";
    private static final String DICT = " clear copy fromkeys get items keys pop popitem setdefault update values ";
    private static final String NUMBER =
            " as_integer_ratio bit_count bit_length conjugate denominator from_bytes fromhex"
                    + " hex imag is_integer numerator real to_bytes ";

    private Attributes() {}

    /**
     * {@code object.name}, or empty when Python's object has none such.
     *
     * @throws PythonException UNSUPPORTED for an attribute that Python's object has and this one lacks
     */
    public static Optional<PyValue> find(PyValue object, String name) {
        if (object instanceof PyObject own) {
            return own.attribute(name);
        }
        if (object instanceof PyStr text) {
            return method(StrMethods.BY_NAME.get(name), text.value(), object, name, STR);
        }
        if (object instanceof PyList list) {
            return method(OF_LISTS.get(name), list, object, name, LIST);
        }
        if (object instanceof PyDict dict) {
            return method(OF_DICTS.get(name), dict, object, name, DICT);
        }
        String pythons = object instanceof PyTuple ? TUPLE : object instanceof PyNumber ? NUMBER : "";
        return method(null, object, object, name, pythons);
    }

    private static <S> Optional<PyValue> method(
            @Nullable Definition<S> method, S subject, PyValue object, String name, String pythons) {
        if (method != null) {
            return Optional.of(method.of(subject));
        }
        if (name.equals("__len__") && !(object instanceof PyNumber) && !(object instanceof PyNone)) {
            return Optional.of(new PyFunction(name, none -> PyInt.of(object.length())));
        }
        if ((name.startsWith("__") && name.endsWith("__")) || pythons.contains(" " + name + " ")) {
            throw PythonException.unsupported("the method '" + name + "' of a " + object.typeName());
        }
        return Optional.empty();
    }

    private static PyView pairs(PyDict dict) {
        return new PyView(
                "dict_items",
                dict.entries().stream()
                        .<PyValue>map(entry -> PyTuple.of(entry.key(), entry.value()))
                        .toList());
    }
}
