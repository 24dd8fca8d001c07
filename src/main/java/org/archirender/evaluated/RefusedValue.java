package org.archirender.evaluated;

import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * A name that conda-build gives recipes and that can't have a value here. It may be passed around; every use of it fails
 * and says why.
 *
 * @param name the name in the recipe
 * @param reason why it has no value
 */
record RefusedValue(String name, String reason) implements PyObject {
    /** A name that reads the unpacked source, which there is only while a package is built. */
    static RefusedValue source(String name) {
        return new RefusedValue(
                name,
                "reads the unpacked source, which is not there when a feedstock is rendered; write the value into the"
                        + " recipe");
    }

    /** A name that reads the clock, as in {@code datetime.datetime.now}. */
    static RefusedValue clock(String name) {
        return new RefusedValue(
                name, "reads the clock, so that no two renderings would be the same; write the value into the recipe");
    }

    private PythonException refusal() {
        return PythonException.unsupported(name + " " + reason);
    }

    /** Refused, and with it every use, since what a value can't do is said with its type's name. */
    @Override
    public String typeName() {
        throw refusal();
    }

    @Override
    public boolean truth() {
        throw refusal();
    }

    @Override
    public Optional<PyValue> attribute(String attribute) {
        return Optional.of(new RefusedValue(name + "." + attribute, reason));
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        throw refusal();
    }

    @Override
    public Optional<PyValue> operate(Operator operator, PyValue other, boolean reflected) {
        throw refusal();
    }
}
