package org.archirender.jinja;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.Scope;
import org.jspecify.annotations.Nullable;

/** The variables of one block, in front of those of the blocks around it and of the template's globals. */
final class Frame {
    private final @Nullable Frame outer;
    private final Scope globals;
    private final Map<String, PyValue> variables = new HashMap<>();

    private Frame(@Nullable Frame outer, Scope globals) {
        this.outer = outer;
        this.globals = globals;
    }

    static Frame top(Scope globals) {
        return new Frame(null, globals);
    }

    Frame inner() {
        return new Frame(this, globals);
    }

    void set(String name, PyValue value) {
        variables.put(name, value);
    }

    Optional<PyValue> find(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            PyValue value = frame.variables.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return globals.find(name);
    }
}
