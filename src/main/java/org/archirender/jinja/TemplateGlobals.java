package org.archirender.jinja;

import java.util.Optional;
import org.archirender.python.library.Builtins;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.Scope;

/** The functions that every Jinja template sees. */
final class TemplateGlobals {
    private TemplateGlobals() {}

    static Scope scope() {
        return TemplateGlobals::find;
    }

    private static Optional<PyValue> find(String name) {
        return switch (name) {
            case "range" -> Optional.of(new PyFunction(name, Builtins::range));
            case "dict" -> Optional.of(new PyFunction(name, Builtins::dict));
            case "namespace" -> Optional.of(new PyFunction(name, NamespaceValue::new));
            case "lipsum", "cycler", "joiner" ->
                Optional.of(new PyFunction(name, arguments -> {
                    throw new PythonException(PythonError.UNSUPPORTED, "calling " + name + "()");
                }));
            default -> Optional.empty();
        };
    }
}
