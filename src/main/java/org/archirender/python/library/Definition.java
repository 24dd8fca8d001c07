package org.archirender.python.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Budget;
import org.archirender.python.value.PyValue;

/**
 * A function, method or filter that expressions may call. Those that belong together stand in one list, so that adding
 * one is an entry there and a test case. As in {@code Definition.of("upper", "", "the text in upper case", (text, given)
 * -> …)}.
 *
 * @param <S> what it belongs to: the text of a method, a filter's input
 * @param name as expressions write it
 * @param parameters as {@link Arguments#bind} takes them
 * @param meaning what it gives, for the reference
 * @param body what it does
 */
public record Definition<S>(String name, List<String> parameters, String meaning, Body<S> body) {
    /** What a function gives for its subject and its arguments. */
    @FunctionalInterface
    public interface Body<S> {
        PyValue apply(S subject, Arguments.Bound given);
    }

    /**
     * A definition.
     *
     * @param parameters separated by commas, as in {@code old, new, count=}; a star for a function that looks at its
     *     arguments itself
     */
    public static <S> Definition<S> of(String name, String parameters, String meaning, Body<S> body) {
        return new Definition<>(
                name, parameters.isEmpty() ? List.of() : List.of(parameters.split(", ")), meaning, body);
    }

    /** The definitions by name, in their order. */
    public static <S> Map<String, Definition<S>> byName(List<Definition<S>> definitions) {
        Map<String, Definition<S>> byName = new LinkedHashMap<>();
        definitions.forEach(definition -> byName.put(definition.name(), definition));
        return byName;
    }

    /** What it gives for {@code subject}. */
    public PyValue apply(S subject, Arguments arguments) {
        if (subject instanceof PyValue value) {
            Budget.chargeReading(value);
        } else if (subject instanceof String text) {
            Budget.charge(4L * text.length());
        }
        arguments.chargeReading();
        return body.apply(subject, arguments.bind(name, parameters));
    }

    /** It as a value that expressions can call: a method that is bound to {@code subject}. */
    public PyFunction of(S subject) {
        return new PyFunction(name, arguments -> apply(subject, arguments));
    }
}
