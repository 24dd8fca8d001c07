package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Attributes;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/** Evaluates expressions with Python's semantics. Belongs to one evaluation and one thread. */
public class Evaluator {
    private final Scope scope;
    private final Meter meter;

    public Evaluator(Scope scope, Meter meter) {
        this.scope = scope;
        this.meter = meter;
    }

    /** The value of {@code expression} in {@code scope}. */
    public static PyValue evaluate(Expression expression, Scope scope, Limits limits) {
        return Budget.within(
                "the expression", limits.work(), () -> new Evaluator(scope, new Meter(limits)).evaluate(expression));
    }

    /**
     * The value of {@code expression}.
     *
     * @throws PythonException with the offset of the node that it happened in
     */
    public PyValue evaluate(Expression expression) {
        meter.enter(expression.offset());
        try {
            return expression.value(this);
        } catch (PythonException e) {
            throw e.at(expression.offset());
        } finally {
            meter.leave();
        }
    }

    PyValue name(Expression.Name node) {
        Optional<PyValue> found = scope.find(node.name());
        return found.isPresent() ? found.get() : unknownName(node);
    }

    /** A name that the scope lacks. */
    protected PyValue unknownName(Expression.Name node) {
        throw PythonException.unknownName(node.name(), node.offset());
    }

    /** {@code object.name}. */
    protected PyValue attribute(PyValue object, String name) {
        return Attributes.find(object, name)
                .orElseThrow(() -> PythonException.of(
                        Family.ATTRIBUTE, "'" + object.typeName() + "' object has no attribute '" + name + "'"));
    }

    /** {@code object[key]}. */
    protected PyValue item(PyValue object, PyValue key) {
        return object.item(key);
    }

    /** {@code left operator right}, for operators that compute. */
    protected PyValue binary(Operator operator, PyValue left, PyValue right) {
        return Arithmetic.binary(operator, left, right);
    }

    /** {@code left operator right}, for operators that compare. */
    protected PyValue compare(Operator operator, PyValue left, PyValue right) {
        return Comparing.compare(operator, left, right);
    }

    PyValue call(PyValue function, Arguments arguments) {
        Budget.chargeSteps(1);
        arguments.chargeReading();
        Optional<PyValue> result = function instanceof PyObject object ? object.call(arguments) : Optional.empty();
        return result.orElseThrow(() -> PythonException.type("'" + function.typeName() + "' object is not callable"));
    }

    /** The arguments' values, in the order of writing. */
    public Arguments arguments(List<Expression.Argument> nodes) {
        if (nodes.isEmpty()) {
            return Arguments.NONE;
        }
        List<PyValue> positional = new ArrayList<>(nodes.size());
        Map<String, PyValue> named = new LinkedHashMap<>();
        for (Expression.Argument node : nodes) {
            PyValue value = evaluate(node.value());
            if (node.name().isEmpty()) {
                positional.add(value);
            } else if (named.put(node.name().get(), value) != null) {
                throw PythonException.type("got multiple values for keyword argument '"
                        + node.name().get() + "'");
            }
        }
        return new Arguments(positional, named);
    }
}
