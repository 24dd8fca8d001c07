package org.archirender.jinja;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.jspecify.annotations.Nullable;

/** The variables of one block, in front of those of the blocks around it and of the template's globals. */
final class Frame {
    private final @Nullable Frame outer;
    private final Statement.Block block;
    private final Scope globals;
    private final Map<String, PyValue> variables = new HashMap<>();

    private Frame(@Nullable Frame outer, Statement.Block block, Scope globals) {
        this.outer = outer;
        this.block = block;
        this.globals = globals;
    }

    static Frame top(Statement.Block block, Scope globals) {
        return new Frame(null, block, globals);
    }

    Frame inner(Statement.Block inside) {
        return new Frame(this, inside, globals);
    }

    void set(String name, PyValue value) {
        variables.put(name, value);
    }

    /**
     * The value of {@code name}; empty where neither a block nor the globals have it.
     *
     * @throws PythonException not supported, where the globals have it and a block around assigns it later: Jinja
     *     decides by the order of all reads and writes which of the two is meant
     */
    Optional<PyValue> find(String name) {
        boolean unsure = block.unsure().contains(name);
        for (Frame frame = this; frame != null; frame = frame.outer) {
            PyValue value = frame.variables.get(name);
            if (value != null) {
                return Optional.of(value);
            }
            unsure |= frame != this && frame.block.assigned().contains(name);
        }
        Optional<PyValue> global = globals.find(name);
        if (unsure && global.isPresent()) {
            throw PythonException.unsupported("reading '" + name + "', which is defined outside of the template, in a"
                    + " block before the template sets it; set it further up");
        }
        return global;
    }
}
