package org.archirender.minijinja;

import java.util.Iterator;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/**
 * What a recipe.yaml sees where a name or item is not there: whoever does anything with it but ask whether it is defined
 * gets an error.
 *
 * @param what is undefined, for messages
 */
public record StrictUndefined(String what) implements PyObject {
    /** What an {@code if} without {@code else} gives otherwise: it prints nothing and is false. */
    static final StrictUndefined SILENT = new StrictUndefined("");

    @Override
    public String typeName() {
        return "undefined";
    }

    private boolean isSilent() {
        return what.isEmpty();
    }

    private PythonException failure() {
        return PythonException.of(
                Family.UNDEFINED,
                (isSilent() ? "an 'if' without 'else'" : what)
                        + " is undefined for this platform and variant; where that may be, write '| default(…)'");
    }

    private <T> T whereSilent(T value) {
        if (isSilent()) {
            return value;
        }
        throw failure();
    }

    /** Fails, but where nothing is said. */
    void refuse() {
        whereSilent("");
    }

    @Override
    public boolean truth() {
        return whereSilent(false);
    }

    @Override
    public String repr() {
        return whereSilent("");
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        throw failure();
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        throw failure();
    }

    @Override
    public int length() {
        throw failure();
    }

    @Override
    public PyValue item(PyValue key) {
        throw failure();
    }

    @Override
    public Iterator<PyValue> iterate() {
        throw failure();
    }

    @Override
    public Optional<PyValue> operate(Operator operator, PyValue other, boolean reflected) {
        return whereSilent(Optional.empty());
    }

    @Override
    public Optional<PyValue> negate() {
        throw failure();
    }
}
