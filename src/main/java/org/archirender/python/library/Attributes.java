package org.archirender.python.library;

import java.util.Optional;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PySet;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** Attributes of values: the methods of strings, lists and dicts. */
public final class Attributes {
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
        Optional<PyValue> found = Optional.empty();
        if (object instanceof PyStr text) {
            found = StrMethods.find(text.value(), name);
        } else if (object instanceof PyList list) {
            found = ListMethods.find(list, name);
        } else if (object instanceof PyDict dict) {
            found = DictMethods.find(dict, name);
        } else if (object instanceof PyTuple tuple) {
            found = ListMethods.find(tuple, name);
        }
        if (found.isEmpty() && isSpecial(object, name)) {
            throw PythonException.unsupported("the attribute " + name + " of a " + object.typeName());
        }
        return found;
    }

    private static boolean isSpecial(PyValue object, String name) {
        if (name.startsWith("__") && name.endsWith("__")) {
            return true;
        }
        return switch (name) {
            case "real",
                    "imag",
                    "conjugate",
                    "numerator",
                    "denominator",
                    "bit_length",
                    "bit_count",
                    "to_bytes",
                    "from_bytes",
                    "as_integer_ratio" -> Numbers.isNumber(object);
            case "is_integer", "hex", "fromhex" -> object instanceof PyFloat;
            case "encode", "translate", "maketrans", "expandtabs", "isidentifier", "isprintable" ->
                object instanceof PyStr;
            case "fromkeys" -> object instanceof PyDict;
            default -> object instanceof PySet;
        };
    }
}
