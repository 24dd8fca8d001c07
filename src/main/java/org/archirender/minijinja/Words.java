package org.archirender.minijinja;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.Definition;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** The nodes that minijinja's expressions have beside Python's. */
final class Words {
    private Words() {}

    /** {@code input | name(arguments)}. */
    record Filter(Expression input, String name, List<Expression.Argument> arguments, int offset)
            implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            if (name.equals("default") || name.equals("d")) {
                Optional<PyValue> found = ((StrictEvaluator) evaluator).ifDefined(input);
                return found.isPresent()
                        ? found.get()
                        : evaluator.arguments(arguments).positional().stream()
                                .findFirst()
                                .orElse(PyStr.EMPTY);
            }
            return defined("filter", Filters.BY_NAME, name)
                    .apply(evaluator.evaluate(input), evaluator.arguments(arguments));
        }
    }

    /** {@code input is name(arguments)}. */
    record Test(Expression input, String name, List<Expression.Argument> arguments, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            if (name.equals("defined") || name.equals("undefined")) {
                boolean defined = ((StrictEvaluator) evaluator).ifDefined(input).isPresent();
                return PyBool.of(defined == name.equals("defined"));
            }
            return defined("test", Tests.BY_NAME, name)
                    .apply(evaluator.evaluate(input), evaluator.arguments(arguments));
        }
    }

    private static Definition<PyValue> defined(String kind, Map<String, Definition<PyValue>> known, String name) {
        Definition<PyValue> found = known.get(name);
        if (found == null) {
            throw PythonException.unsupported(
                    "the " + kind + " '" + name + "'; a recipe.yaml has " + String.join(", ", known.keySet()));
        }
        return found;
    }

    /** {@code left ~ right}: both as text, joined. */
    record Joined(Expression left, Expression right, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return new PyStr(
                    StrictEvaluator.text(evaluator.evaluate(left)) + StrictEvaluator.text(evaluator.evaluate(right)));
        }
    }

    /** {@code match(value, spec)}: true for a value that is undefined. */
    record Match(Expression function, List<Expression.Argument> arguments, int offset) implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            boolean undefined = !arguments.isEmpty()
                    && ((StrictEvaluator) evaluator)
                            .ifDefined(arguments.get(0).value())
                            .isEmpty();
            return undefined ? PyBool.TRUE : evaluator.evaluate(new Expression.Call(function, arguments, offset));
        }
    }
}
