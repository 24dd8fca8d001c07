package org.archirender.minijinja;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/** Evaluates expressions as minijinja does with strict undefined values: texts, lists and mappings have no methods. */
final class StrictEvaluator extends Evaluator {
    private static final Set<Operator> ORDERING =
            EnumSet.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);

    StrictEvaluator(Scope scope, Meter meter) {
        super(scope, meter);
    }

    /**
     * How {@code value} is printed: {@code true} and {@code none} as up to minijinja 2.21 and rattler-build 0.73, where
     * Python, and they in later versions, have {@code True} and {@code None}.
     */
    static String text(PyValue value) {
        if (value instanceof PyBool) {
            return value.truth() ? "true" : "false";
        }
        return value == PyNone.NONE ? "none" : value.str();
    }

    @Override
    protected PyValue unknownName(Expression.Name node) {
        return new StrictUndefined("'" + node.name() + "'");
    }

    @Override
    protected PyValue attribute(PyValue object, String name) {
        if (object instanceof PyDict dict) {
            return dict.get(new PyStr(name)).orElse(new StrictUndefined("the item '" + name + "'"));
        }
        if (object instanceof PyObject own) {
            return own.attribute(name).orElse(new StrictUndefined("the attribute '" + name + "'"));
        }
        throw PythonException.of(
                Family.ATTRIBUTE,
                "'." + name + "': a " + object.typeName() + " has no methods in a recipe.yaml, but there are filters"
                        + (Filters.ALL.supported().containsKey(name) ? ": write '| " + name + "(…)'" : ""));
    }

    @Override
    protected PyValue item(PyValue object, PyValue key) {
        try {
            return object.item(key);
        } catch (PythonException e) {
            if (e.family() != Family.LOOKUP) {
                throw e;
            }
            return new StrictUndefined("the item " + key.repr());
        }
    }

    @Override
    protected PyValue binary(Operator operator, PyValue left, PyValue right) {
        return operator == Operator.CONCAT ? new PyStr(text(left) + text(right)) : super.binary(operator, left, right);
    }

    @Override
    protected PyValue compare(Operator operator, PyValue left, PyValue right) {
        List.of(left, right).forEach(value -> {
            if (value instanceof StrictUndefined undefined) {
                undefined.refuse();
            }
        });
        if (ORDERING.contains(operator) && left instanceof PyBool != right instanceof PyBool) {
            // Equal they may be, as 1 and true are; but minijinja has all truth values before all numbers.
            throw PythonException.type("an order of a " + left.typeName() + " and a " + right.typeName());
        }
        return super.compare(operator, left, right);
    }
}
