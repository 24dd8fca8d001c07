package org.archirender.python.syntax;

import java.util.List;
import java.util.Map;
import org.archirender.python.library.Definition;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * The filters of a template language, or its tests.
 *
 * @param kind what they are, for messages
 * @param supported those that recipes use
 * @param others names of those that the language has besides, with blanks around
 */
public record Vocabulary(String kind, Map<String, Definition<PyValue>> supported, String others) {
    /** {@code input | name(arguments)} or {@code input is name(arguments)}. */
    record Use(Vocabulary words, Expression input, String name, List<Expression.Argument> arguments, int offset)
            implements Expression {
        @Override
        public PyValue value(Evaluator evaluator) {
            return words.apply(name, evaluator.evaluate(input), evaluator.arguments(arguments));
        }

        /** Refuses a name that the language lacks. */
        void check() {
            if (!words.has(name)) {
                throw words.unknown(name).at(offset);
            }
        }
    }

    /** What {@code name} gives for a value. */
    public PyValue apply(String name, PyValue value, Arguments arguments) {
        Definition<PyValue> found = supported.get(name);
        if (found == null) {
            throw has(name) ? PythonException.unsupported("the " + kind + " '" + name + "'") : unknown(name);
        }
        return found.apply(value, arguments);
    }

    private boolean has(String name) {
        return supported.containsKey(name) || others.contains(" " + name + " ");
    }

    private PythonException unknown(String name) {
        return PythonException.syntax("no " + kind + " named '" + name + "'"
                + (others.isBlank() ? "; there is " + String.join(", ", supported.keySet()) : ""));
    }
}
