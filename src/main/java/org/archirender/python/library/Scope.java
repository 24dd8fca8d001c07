package org.archirender.python.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.value.PyValue;

/** The names that an expression sees. */
@FunctionalInterface
public interface Scope {
    /** The value of {@code name}; empty when it is not defined. */
    Optional<PyValue> find(String name);

    /** A scope with a copy of {@code values}. */
    static Scope of(Map<String, ? extends PyValue> values) {
        Map<String, PyValue> copy = new LinkedHashMap<>(values);
        return name -> Optional.ofNullable(copy.get(name));
    }

    /** This scope, then {@code fallback} for names that this one lacks. */
    default Scope or(Scope fallback) {
        return name -> {
            Optional<PyValue> found = find(name);
            return found.isPresent() ? found : fallback.find(name);
        };
    }
}
