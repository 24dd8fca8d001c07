package org.archirender.python.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a call passes: by position, and by name in the order of writing. */
public record Arguments(List<PyValue> positional, Map<String, PyValue> named) {
    /** No arguments at all. */
    public static final Arguments NONE = new Arguments(List.of(), new LinkedHashMap<>());

    public Arguments {
        positional = List.copyOf(positional);
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** Arguments by position only. */
    public static Arguments of(PyValue... positional) {
        return positional.length == 0 ? NONE : new Arguments(List.of(positional), NONE.named());
    }

    /** Arguments that were given to parameters. */
    public static final class Bound {
        private final List<Optional<PyValue>> values;

        private Bound(List<Optional<PyValue>> values) {
            this.values = values;
        }

        /** The value of a required parameter. */
        public PyValue get(int index) {
            return values.get(index).orElseThrow();
        }

        /** The value of an optional parameter, where it was given. */
        public Optional<PyValue> find(int index) {
            return values.get(index);
        }

        /** The value of an optional parameter, or its default. */
        public PyValue get(int index, PyValue fallback) {
            return values.get(index).orElse(fallback);
        }
    }

    /**
     * Gives each parameter its argument.
     *
     * @param function its name, for messages
     * @param required how many of the first parameters must be given
     * @param parameters names in order; one that starts with {@code /} can be given by position only
     * @throws PythonException a TypeError, when they don't fit
     */
    public Bound bind(String function, int required, String... parameters) {
        if (positional.size() > parameters.length) {
            throw PythonException.type("%s() takes %d arguments but %d were given"
                    .formatted(function, parameters.length, positional.size()));
        }
        List<Optional<PyValue>> values = new ArrayList<>(parameters.length);
        int used = 0;
        for (int i = 0; i < parameters.length; i++) {
            Optional<PyValue> byName = Optional.ofNullable(named.get(parameters[i]));
            if (byName.isPresent()) {
                used++;
            }
            if (i < positional.size()) {
                if (byName.isPresent()) {
                    throw PythonException.type(function + "() got multiple values for '" + parameters[i] + "'");
                }
                values.add(Optional.of(positional.get(i)));
            } else if (byName.isEmpty() && i < required) {
                throw PythonException.type(function + "() misses argument " + (i + 1) + ", '" + parameters[i] + "'");
            } else {
                values.add(byName);
            }
        }
        if (used < named.size()) {
            throw PythonException.type(function + "() got an unexpected keyword argument, one of " + named.keySet());
        }
        return new Bound(values);
    }
}
