package org.archirender.jinja;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/**
 * What a template sees where a name, item or attribute is not there: conda-build's {@code UndefinedNeverFail}. It prints
 * nothing, is false, empty and zero; subscripts, calls and arithmetic stay undefined, but for subtraction, which fails.
 * Its attributes are None, a slip of conda-build's that recipes depend on.
 *
 * @param name what is undefined, for messages
 */
public record UndefinedValue(String name) implements PyObject {
    @Override
    public String typeName() {
        return "Undefined";
    }

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public String repr() {
        return "";
    }

    @Override
    public Optional<PyValue> attribute(String attribute) {
        if (attribute.startsWith("_")) {
            throw PythonException.unsupported(
                    "the attribute '" + attribute + "' of '" + name + "', which is undefined");
        }
        return Optional.of(PyNone.NONE);
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public PyValue item(PyValue key) {
        return this;
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        return Optional.of(this);
    }

    @Override
    public Iterator<PyValue> iterate() {
        return Collections.emptyIterator();
    }

    @Override
    public Optional<PyValue> operate(Operator operator, PyValue other, boolean reflected) {
        return switch (operator) {
            case ADD, MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO, POWER, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                Optional.of(this);
            case SUBTRACT ->
                throw PythonException.of(Family.UNDEFINED, "subtraction with '" + name + "', which is undefined");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<PyValue> negate() {
        return Optional.of(this);
    }

    @Override
    public Optional<PyInt> number() {
        return Optional.of(PyInt.of(0));
    }

    /** All undefined values are equal, whatever their names. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UndefinedValue;
    }

    @Override
    public int hashCode() {
        return UndefinedValue.class.getName().hashCode();
    }
}
