package org.archirender.minijinja;

import java.util.Optional;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PySequence;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/** Evaluates expressions as minijinja does with strict undefined values: texts, lists and mappings have no methods. */
final class StrictEvaluator extends Evaluator {
    StrictEvaluator(Scope scope, Meter meter) {
        super(scope, meter);
    }

    /** What {@code expression} gives; empty where it is undefined. */
    Optional<PyValue> ifDefined(Expression expression) {
        try {
            return Optional.of(evaluate(expression)).filter(value -> value != SilentUndefined.VALUE);
        } catch (PythonException e) {
            if (e.family() != Family.UNDEFINED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** How {@code value} is printed: {@code true} and {@code none} where Python has {@code True} and {@code None}. */
    static String text(PyValue value) {
        if (value instanceof PyBool || value == PyNone.NONE) {
            return value.repr().equals("None") ? "none" : value.truth() ? "true" : "false";
        }
        return value.str();
    }

    @Override
    protected PyValue unknownName(Expression.Name node) {
        throw undefined("'" + node.name() + "'").at(node.offset());
    }

    private static PythonException undefined(String what) {
        return PythonException.of(
                Family.UNDEFINED,
                what + " is undefined for this platform and variant; where that may be, write '| default(…)'");
    }

    @Override
    protected PyValue attribute(PyValue object, String name) {
        if (object instanceof PyDict dict) {
            return dict.get(new PyStr(name)).orElseThrow(() -> undefined("the item '" + name + "'"));
        }
        if (object instanceof PyObject own) {
            return own.attribute(name).orElseThrow(() -> undefined("the attribute '" + name + "'"));
        }
        throw PythonException.of(
                Family.ATTRIBUTE,
                "'." + name + "': a " + object.typeName() + " has no methods in a recipe.yaml, but there are filters"
                        + (Filters.BY_NAME.containsKey(name) ? ": write '| " + name + "(…)'" : ""));
    }

    @Override
    protected PyValue item(PyValue object, PyValue key) {
        if (!(object instanceof PyDict) && !(object instanceof PySequence) && !(object instanceof PyStr)) {
            throw PythonException.type("a " + object.typeName() + " has no items");
        }
        try {
            return object.item(key);
        } catch (PythonException e) {
            throw e.family() == Family.LOOKUP ? undefined("the item " + key.repr()) : e;
        }
    }
}
