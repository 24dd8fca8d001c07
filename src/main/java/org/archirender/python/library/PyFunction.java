package org.archirender.python.library;

import java.util.Optional;
import java.util.function.Function;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * A function that expressions may call.
 *
 * @param name as in Python's messages
 * @param body throws {@link PythonException} only
 */
public record PyFunction(String name, Function<Arguments, PyValue> body) implements PyObject {
    /** Python's {@code ...}: it is true, and nothing can be done with it. */
    public static final PyFunction ELLIPSIS = refusing("Ellipsis");

    /** A function that is there, is true, and refuses to be called. */
    public static PyFunction refusing(String name) {
        return new PyFunction(name, arguments -> {
            throw PythonException.unsupported("calling " + name + "()");
        });
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        return Optional.of(body.apply(arguments));
    }
}
