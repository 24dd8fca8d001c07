package org.archirender.selector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.PyFunction;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;

/** The part of Python's {@code os} that selectors see: the environment, and the separators of a Unix. */
public final class OsModule implements PyObject {
    private final Map<String, PyValue> attributes = new LinkedHashMap<>();

    public OsModule(Map<String, String> environ) {
        PyDict variables = PyDict.ofStrings(environ);
        attributes.put("environ", variables);
        attributes.put("getenv", new PyFunction("getenv", arguments -> {
            Arguments.Bound bound = arguments.bind("getenv", List.of("key", "default="));
            return variables.get(bound.get(0)).orElseGet(() -> bound.get(1, PyNone.NONE));
        }));
        attributes.put("pathsep", new PyStr(":"));
        attributes.put("sep", new PyStr("/"));
    }

    @Override
    public String typeName() {
        return "module";
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
