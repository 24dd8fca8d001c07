package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Attributes;
import org.archirender.python.library.Meter;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PySequence;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;
import org.archirender.python.value.Scope;

/** Evaluates expressions with Python's semantics. Belongs to one evaluation and one thread. */
public class Evaluator implements Expression.Visitor<PyValue> {
    private final Scope scope;
    private final Meter meter;

    public Evaluator(Scope scope, Meter meter) {
        this.scope = scope;
        this.meter = meter;
    }

    /** The value of {@code expression} in {@code scope}. */
    public static PyValue evaluate(Expression expression, Scope scope, Limits limits) {
        return new Evaluator(scope, new Meter(limits)).evaluate(expression);
    }

    /**
     * The value of {@code expression}.
     *
     * @throws PythonException with the offset of the node that it happened in
     */
    public PyValue evaluate(Expression expression) {
        meter.enter(expression.offset());
        try {
            return expression.accept(this);
        } catch (PythonException e) {
            throw e.at(expression.offset());
        } finally {
            meter.leave();
        }
    }

    protected Meter meter() {
        return meter;
    }

    @Override
    public PyValue constant(Expression.Constant node) {
        return node.value();
    }

    @Override
    public PyValue name(Expression.Name node) {
        Optional<PyValue> found = scope.find(node.name());
        return found.isPresent() ? found.get() : unknownName(node);
    }

    /** A name that the scope lacks. */
    protected PyValue unknownName(Expression.Name node) {
        throw PythonException.unknownName(node.name(), node.offset());
    }

    @Override
    public PyValue negation(Expression.Negation node) {
        return Arithmetic.negate(evaluate(node.operand()));
    }

    @Override
    public PyValue binary(Expression.Binary node) {
        PyValue left = evaluate(node.left());
        PyValue result = Arithmetic.binary(node.operator(), left, evaluate(node.right()));
        meter.charge(result, node.offset());
        return result;
    }

    @Override
    public PyValue comparison(Expression.Comparison node) {
        PyValue left = evaluate(node.first());
        PyValue result = PyBool.TRUE;
        for (Expression.Operand operand : node.operands()) {
            PyValue right = evaluate(operand.right());
            meter.chargeSearch(operand.operator(), left, right, node.offset());
            result = Comparing.compare(operand.operator(), left, right);
            if (!result.truth()) {
                return result;
            }
            left = right;
        }
        return result;
    }

    @Override
    public PyValue logic(Expression.Logic node) {
        PyValue value = PyNone.NONE;
        for (Expression operand : node.operands()) {
            value = evaluate(operand);
            if (value.truth() != node.and()) {
                return value;
            }
        }
        return value;
    }

    @Override
    public PyValue not(Expression.Not node) {
        return PyBool.of(!evaluate(node.operand()).truth());
    }

    @Override
    public PyValue conditional(Expression.Conditional node) {
        if (evaluate(node.test()).truth()) {
            return evaluate(node.then());
        }
        return node.otherwise().isPresent() ? evaluate(node.otherwise().get()) : PyNone.NONE;
    }

    @Override
    public PyValue attribute(Expression.Attribute node) {
        PyValue object = evaluate(node.object());
        meter.charge(object, node.offset());
        return Attributes.find(object, node.name())
                .orElseThrow(() -> PythonException.of(
                        Family.ATTRIBUTE, "'" + object.typeName() + "' object has no attribute '" + node.name() + "'"));
    }

    @Override
    public PyValue item(Expression.Item node) {
        return evaluate(node.object()).item(evaluate(node.index()));
    }

    @Override
    public PyValue slice(Expression.Slice node) {
        PyValue object = evaluate(node.object());
        PyValue start = bound(node.start());
        PyValue stop = bound(node.stop());
        meter.charge(object, node.offset());
        if (object instanceof PyStr text) {
            String value = text.value();
            int length = text.length();
            int from = value.offsetByCodePoints(0, clamped(start, 0, length));
            int to = value.offsetByCodePoints(0, clamped(stop, length, length));
            return new PyStr(value.substring(from, Math.max(from, to)));
        }
        if (object instanceof PySequence sequence) {
            return sequence.of(part(sequence.items(), start, stop));
        }
        if (object instanceof PyObject own) {
            return own.item(PyTuple.of(start, stop));
        }
        throw PythonException.type("'" + object.typeName() + "' object has no slices");
    }

    private PyValue bound(Optional<Expression> bound) {
        return bound.isPresent() ? evaluate(bound.get()) : PyNone.NONE;
    }

    private static List<PyValue> part(List<PyValue> items, PyValue start, PyValue stop) {
        int from = clamped(start, 0, items.size());
        return items.subList(from, Math.max(from, clamped(stop, items.size(), items.size())));
    }

    private static int clamped(PyValue bound, int fallback, int length) {
        if (bound == PyNone.NONE) {
            return fallback;
        }
        if (PyNumber.integer(bound) == null) {
            throw PythonException.type("slice indices must be integers or None");
        }
        int index = PyNumber.index(bound);
        return Math.max(0, Math.min(length, index < 0 ? index + length : index));
    }

    @Override
    public PyValue call(Expression.Call node) {
        PyValue function = evaluate(node.function());
        Arguments arguments = arguments(node.arguments());
        arguments.positional().forEach(argument -> meter.charge(argument, node.offset()));
        Optional<PyValue> result = function instanceof PyObject object ? object.call(arguments) : Optional.empty();
        meter.charge(result.orElse(PyNone.NONE), node.offset());
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

    @Override
    public PyValue display(Expression.Display node) {
        List<PyValue> items = new ArrayList<>(node.items().size());
        node.items().forEach(item -> items.add(evaluate(item)));
        return node.isList() ? new PyList(items) : new PyTuple(items);
    }

    @Override
    public PyValue dictDisplay(Expression.DictDisplay node) {
        PyDict dict = new PyDict();
        for (Expression.Pair pair : node.pairs()) {
            PyValue key = evaluate(pair.key());
            dict.put(key, evaluate(pair.value()));
        }
        return dict;
    }

    @Override
    public PyValue concat(Expression.Concat node) {
        StringBuilder text = new StringBuilder();
        for (Expression part : node.parts()) {
            text.append(evaluate(part).str());
            Limits.checkText(text.length());
        }
        PyStr joined = new PyStr(text.toString());
        meter.charge(joined, node.offset());
        return joined;
    }

    @Override
    public PyValue filter(Expression.Filter node) {
        throw PythonException.unsupported("a filter outside a template");
    }

    @Override
    public PyValue test(Expression.Test node) {
        throw PythonException.unsupported("a test outside a template");
    }

    @Override
    public PyValue unsupported(Expression.Unsupported node) {
        throw PythonException.unsupported(node.feature());
    }
}
