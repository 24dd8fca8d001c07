package org.archirender.jinja;

import java.util.Optional;
import org.archirender.python.library.Attributes;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** Expressions as a template evaluates them: what is missing is undefined and no error. */
final class TemplateExpressions extends Evaluator {
    TemplateExpressions(Scope scope, Meter meter) {
        super(scope, meter);
    }

    @Override
    protected PyValue unknownName(Expression.Name node) {
        return new UndefinedValue(node.name());
    }

    /** {@code object.name}: an attribute, else an item, else undefined. */
    @Override
    protected PyValue attribute(PyValue object, String name) {
        Optional<PyValue> found = Attributes.find(object, name);
        if (found.isEmpty() && (object instanceof PyDict || object instanceof PyObject)) {
            found = tryItem(object, new PyStr(name));
        }
        return found.isPresent() ? found.get() : new UndefinedValue(name);
    }

    /** {@code object[key]}: an item, else an attribute, else undefined. */
    @Override
    protected PyValue item(PyValue object, PyValue key) {
        Optional<PyValue> found = tryItem(object, key);
        if (found.isEmpty() && key instanceof PyStr name) {
            found = Attributes.find(object, name.value());
        }
        return found.isPresent() ? found.get() : new UndefinedValue(key.str());
    }

    private static Optional<PyValue> tryItem(PyValue object, PyValue key) {
        try {
            return Optional.of(object.item(key));
        } catch (PythonException e) {
            return switch (e.family()) {
                case TYPE, LOOKUP, ATTRIBUTE -> Optional.empty();
                default -> throw e;
            };
        }
    }
}
