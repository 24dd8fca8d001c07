package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Operator;
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

/**
 * A parsed expression: a value that may be kept, shared and evaluated many times. Every node knows its offset in UTF-16
 * units in the text that it was parsed from. A tree may be as deep as its text is long: only the evaluator bounds it.
 */
public interface Expression {
    int offset();

    /** What it gives. Ask {@link Evaluator#evaluate}, which counts the step and says where an error is. */
    PyValue value(Evaluator evaluator);

    /** A literal. */
    record Constant(PyValue value, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return value;
        }
    }

    /** A name to look up. */
    record Name(String name, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return evaluator.name(this);
        }
    }

    /** {@code -x}. */
    record Negation(Expression operand, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return Arithmetic.negate(evaluator.evaluate(operand));
        }
    }

    /** {@code a + b} and its like. */
    record Binary(Operator operator, Expression left, Expression right, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return evaluator.binary(operator, evaluator.evaluate(left), evaluator.evaluate(right));
        }
    }

    /** {@code a < b <= c}: each operand is evaluated once, from the left, until one comparison is false. */
    record Comparison(Expression first, List<Operand> operands, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            PyValue left = evaluator.evaluate(first);
            PyValue result = PyBool.TRUE;
            for (Operand operand : operands) {
                PyValue right = evaluator.evaluate(operand.right());
                result = evaluator.compare(operand.operator(), left, right);
                if (!result.truth()) {
                    return result;
                }
                left = right;
            }
            return result;
        }
    }

    /** One {@code op b} of a comparison. */
    record Operand(Operator operator, Expression right) {}

    /** {@code a and b and c}, or the same with {@code or}. */
    record Logic(boolean and, List<Expression> operands, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            PyValue value = PyNone.NONE;
            for (Expression operand : operands) {
                value = evaluator.evaluate(operand);
                if (value.truth() != and) {
                    return value;
                }
            }
            return value;
        }
    }

    /** {@code not x}. */
    record Not(Expression operand, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return PyBool.of(!evaluator.evaluate(operand).truth());
        }
    }

    /** {@code a if test else b}. */
    record Conditional(Expression then, Expression test, Expression otherwise, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return evaluator.evaluate(evaluator.evaluate(test).truth() ? then : otherwise);
        }
    }

    /** {@code object.name}. */
    record Attribute(Expression object, String name, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return evaluator.attribute(evaluator.evaluate(object), name);
        }
    }

    /** {@code object[index]}. */
    record Item(Expression object, Expression index, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return evaluator.item(evaluator.evaluate(object), evaluator.evaluate(index));
        }
    }

    /** {@code object[start:stop]}, None for a bound that is left out. */
    record Slice(Expression object, Expression start, Expression stop, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            PyValue whole = evaluator.evaluate(object);
            PyValue from = evaluator.evaluate(start);
            PyValue to = evaluator.evaluate(stop);
            Budget.chargeReading(whole);
            if (whole instanceof PyObject own) {
                return own.item(PyTuple.of(from, to));
            }
            if (!(whole instanceof PyStr) && !(whole instanceof PySequence)) {
                throw PythonException.type("'" + whole.typeName() + "' object has no slices");
            }
            int length = whole.length();
            int first = clamped(from, 0, length);
            int last = Math.max(first, clamped(to, length, length));
            if (whole instanceof PySequence sequence) {
                return sequence.of(sequence.items().subList(first, last));
            }
            String text = whole.str();
            return new PyStr(text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, last)));
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
    }

    /** One argument of a call, by position or by name. */
    record Argument(Optional<String> name, Expression value) {}

    /** {@code function(arguments)}. */
    record Call(Expression function, List<Argument> arguments, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return evaluator.call(evaluator.evaluate(function), evaluator.arguments(arguments));
        }
    }

    /** {@code (a, b)}, or {@code [a, b]} where it {@code isList}. */
    record Display(boolean isList, List<Expression> items, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            List<PyValue> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(evaluator.evaluate(item)));
            return isList ? new PyList(values) : new PyTuple(values);
        }
    }

    /** One {@code key: value} of a dict. */
    record Pair(Expression key, Expression value) {}

    /** {@code {a: b}}. */
    record DictDisplay(List<Pair> pairs, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            PyDict dict = new PyDict();
            for (Pair pair : pairs) {
                dict.put(evaluator.evaluate(pair.key()), evaluator.evaluate(pair.value()));
            }
            return dict;
        }
    }

    /** What Python has and archi-render lacks. It may stand where it is never evaluated. */
    record Unsupported(String feature, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            throw PythonException.unsupported(feature);
        }
    }
}
