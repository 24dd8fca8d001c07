package org.archirender.python.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Meter;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PySet;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
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

    protected Scope scope() {
        return scope;
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
    public PyValue unary(Expression.Unary node) {
        return Arithmetic.unary(node.operator(), evaluate(node.operand()));
    }

    @Override
    public PyValue binary(Expression.Binary node) {
        PyValue left = evaluate(node.left());
        PyValue result = Arithmetic.binary(node.operator(), left, evaluate(node.right()));
        meter.step(cost(result), node.offset());
        return result;
    }

    /** How many steps making {@code value} counts for. */
    private static long cost(PyValue value) {
        if (value instanceof PyStr text) {
            return text.value().length() >> 6;
        }
        return value instanceof PyList list ? list.items().size() >> 3 : 0;
    }

    @Override
    public PyValue comparison(Expression.Comparison node) {
        PyValue left = evaluate(node.first());
        PyValue result = PyBool.TRUE;
        for (Expression.Operand operand : node.operands()) {
            PyValue right = evaluate(operand.right());
            result = compare(operand.operator(), left, right, node.offset());
            if (!result.truth()) {
                return result;
            }
            left = right;
        }
        return result;
    }

    /** {@code left operator right}; not always a bool, since values may compare in their own way. */
    protected PyValue compare(Operator operator, PyValue left, PyValue right, int offset) {
        meter.step(Comparing.cost(operator, left, right), offset);
        return Comparing.compare(operator, left, right);
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
        return Attributes.find(object, node.name())
                .orElseThrow(() -> new PythonException(
                        PythonError.ATTRIBUTE,
                        "'" + object.typeName() + "' object has no attribute '" + node.name() + "'"));
    }

    @Override
    public PyValue item(Expression.Item node) {
        PyValue object = evaluate(node.object());
        if (node.index() instanceof Expression.Slice slice) {
            return slice(object, slice);
        }
        return Items.get(object, evaluate(node.index()));
    }

    /** {@code object[start:stop:step]}. */
    protected PyValue slice(PyValue object, Expression.Slice slice) {
        return Items.slice(object, bound(slice.start()), bound(slice.stop()), bound(slice.step()));
    }

    private PyValue bound(Optional<Expression> bound) {
        return bound.isPresent() ? evaluate(bound.get()) : PyNone.NONE;
    }

    @Override
    public PyValue slice(Expression.Slice node) {
        throw PythonException.unsupported("a slice that is not alone in its brackets");
    }

    @Override
    public PyValue call(Expression.Call node) {
        PyValue function = evaluate(node.function());
        Arguments arguments = arguments(node.arguments());
        if (node.function() instanceof Expression.Attribute) {
            meter.step(Comparing.cost(arguments), node.offset());
        }
        PyValue result = call(function, arguments);
        meter.step(cost(result), node.offset());
        return result;
    }

    /** {@code function(arguments)}. */
    public PyValue call(PyValue function, Arguments arguments) {
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
            switch (node.style()) {
                case POSITIONAL -> positional.add(value);
                case NAMED -> name(named, node.name(), value);
                case SPREAD -> Iteration.over(value).forEachRemaining(positional::add);
                case SPREAD_NAMED -> spread(named, value);
            }
            Limits.checkItems(positional.size());
        }
        return new Arguments(positional, named);
    }

    private static void spread(Map<String, PyValue> named, PyValue value) {
        if (!(value instanceof PyDict dict)) {
            throw PythonException.type("argument after ** must be a mapping, not " + value.typeName());
        }
        for (PyDict.Entry entry : dict.entries()) {
            if (!(entry.key() instanceof PyStr key)) {
                throw PythonException.type("keywords must be strings");
            }
            name(named, key.value(), entry.value());
        }
    }

    private static void name(Map<String, PyValue> named, String name, PyValue value) {
        if (named.put(name, value) != null) {
            throw PythonException.type("got multiple values for keyword argument '" + name + "'");
        }
    }

    @Override
    public PyValue display(Expression.Display node) {
        List<PyValue> items = new ArrayList<>(node.items().size());
        for (Expression item : node.items()) {
            items.add(evaluate(item));
        }
        return switch (node.kind()) {
            case TUPLE -> new PyTuple(items);
            case LIST -> new PyList(items);
            case SET -> new PySet(items);
        };
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
        meter.step(text.length() >> 6, node.offset());
        return new PyStr(text.toString());
    }

    @Override
    public PyValue filter(Expression.Filter node) {
        throw PythonException.unsupported("a filter outside a template");
    }

    @Override
    public PyValue test(Expression.Test node) {
        throw PythonException.unsupported("a test outside a template");
    }
}
