package org.archirender.python.value;

import java.util.Optional;
import java.util.function.Function;

/** A function that expressions may call. Equal in Java only to itself. */
public final class PyFunction implements PyObject {
    /** Python's {@code ...}: it is true, and nothing can be done with it. */
    public static final PyFunction ELLIPSIS = refusing("Ellipsis");

    private final String name;
    private final Function<Arguments, PyValue> body;

    /**
     * @param name as in Python's messages
     * @param body throws {@link PythonException} only
     */
    public PyFunction(String name, Function<Arguments, PyValue> body) {
        this.name = name;
        this.body = body;
    }

    /** A function that is there, is true, and refuses to be called. */
    public static PyFunction refusing(String name) {
        return new PyFunction(name, arguments -> {
            throw PythonException.unsupported("calling " + name + "()");
        });
    }

    public String name() {
        return name;
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        return Optional.of(body.apply(arguments));
    }

    @Override
    public String toString() {
        return "function " + name;
    }
}
