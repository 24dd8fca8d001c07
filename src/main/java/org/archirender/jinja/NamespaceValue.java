package org.archirender.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** What {@code namespace()} gives: attributes that a template may set from inside its blocks. */
final class NamespaceValue implements PyObject {
    private final Map<String, PyValue> attributes;

    NamespaceValue(Arguments arguments) {
        if (!arguments.positional().isEmpty()) {
            throw PythonException.unsupported("namespace() of anything but named values");
        }
        attributes = new LinkedHashMap<>(arguments.named());
    }

    void set(String name, PyValue value) {
        attributes.put(name, value);
    }

    @Override
    public String typeName() {
        return "Namespace";
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
