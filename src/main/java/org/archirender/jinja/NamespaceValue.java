package org.archirender.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.Builtins;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;

/** What {@code namespace()} gives: attributes that a template may set from inside its blocks. */
final class NamespaceValue implements PyObject {
    private final Map<String, PyValue> attributes = new LinkedHashMap<>();

    NamespaceValue(Arguments arguments) {
        for (PyDict.Entry entry : Builtins.dict(arguments).entries()) {
            if (entry.key() instanceof PyStr name) {
                attributes.put(name.value(), entry.value());
            }
        }
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
