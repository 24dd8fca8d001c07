package org.archirender.python.value;

import java.util.Optional;

/**
 * A value whose behaviour is its own: functions, modules, match objects, undefined template values. What it does not
 * say here it can't do, and the evaluator raises what Python would.
 */
public non-sealed interface PyObject extends PyValue {
    @Override
    default boolean truth() {
        return true;
    }

    /** Refused by default: Python prints an address, which differs from run to run. */
    @Override
    default String repr() {
        throw PythonException.unsupported("printing a value of type " + typeName());
    }

    /** {@code self.name}; empty when there is no such attribute. */
    default Optional<PyValue> attribute(String name) {
        return Optional.empty();
    }

    /** {@code self(...)}; empty when it is not callable. */
    default Optional<PyValue> call(Arguments arguments) {
        return Optional.empty();
    }

    /**
     * {@code self op other}, or {@code other op self} when {@code reflected}; empty when not supported. Comparisons are
     * asked here too, but for {@code ==} and {@code !=}, which are {@link Object#equals}.
     */
    default Optional<PyValue> operate(Operator operator, PyValue other, boolean reflected) {
        return Optional.empty();
    }

    /** {@code -self}; empty when not supported. */
    default Optional<PyValue> negate() {
        return Optional.empty();
    }

    /** What {@code int(self)} and {@code float(self)} give; empty when not a number. */
    default Optional<PyInt> number() {
        return Optional.empty();
    }

    /**
     * What {@code '{:spec}'.format(self)} gives, as in {@code %Y} for a date.
     *
     * @param spec not empty
     */
    default String format(String spec) {
        throw PythonException.type("unsupported format string passed to " + typeName() + ".__format__");
    }
}
