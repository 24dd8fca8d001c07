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

    /** Counts reading them. */
    public void chargeReading() {
        positional.forEach(Budget::chargeReading);
        named.values().forEach(Budget::chargeReading);
    }

    /**
     * Arguments that were given to parameters.
     *
     * @param values by parameter
     * @param all what the call passed, for a function that looks at it itself
     */
    public record Bound(List<Optional<PyValue>> values, Arguments all) {
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
     * @param parameters names in order, as in {@code old, new, count=, how!}: one that ends in {@code =} may be left out,
     *     one that ends in {@code !} is Python's and must be left out, since nobody uses it; a star alone takes anything
     * @throws PythonException a TypeError when they don't fit; not supported for one with an exclamation mark
     */
    public Bound bind(String function, List<String> parameters) {
        if (parameters.equals(List.of("*"))) {
            return new Bound(List.of(), this);
        }
        if (positional.size() > parameters.size()) {
            throw PythonException.type("%s() takes %d arguments but %d were given"
                    .formatted(function, parameters.size(), positional.size()));
        }
        List<Optional<PyValue>> values = new ArrayList<>(parameters.size());
        int used = 0;
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            boolean required = !parameter.endsWith("=") && !parameter.endsWith("!");
            String name = required ? parameter : parameter.substring(0, parameter.length() - 1);
            Optional<PyValue> byPlace = i < positional.size() ? Optional.of(positional.get(i)) : Optional.empty();
            Optional<PyValue> byName = Optional.ofNullable(named.get(name));
            used += byName.isPresent() ? 1 : 0;
            if (byPlace.isPresent() && byName.isPresent()) {
                throw PythonException.type(function + "() got multiple values for '" + name + "'");
            }
            Optional<PyValue> value = byPlace.isPresent() ? byPlace : byName;
            if (value.isEmpty() && required) {
                throw PythonException.type(function + "() misses argument " + (i + 1) + ", '" + name + "'");
            }
            if (value.isPresent() && parameter.endsWith("!")) {
                throw PythonException.unsupported("the argument '" + name + "' of " + function + "()");
            }
            values.add(value);
        }
        if (used < named.size()) {
            throw PythonException.type(function + "() got an unexpected keyword argument, one of " + named.keySet());
        }
        return new Bound(values, this);
    }
}
