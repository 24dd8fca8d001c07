package org.archirender.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** A macro, together with the variables that it sees where it is defined. */
record MacroValue(Statement.Macro macro, TemplateEvaluator evaluator, Frame definition) implements PyObject {
    @Override
    public String typeName() {
        return "Macro";
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        throw PythonException.unsupported("the attribute '" + name + "' of a macro");
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        Frame inner = definition.inner(macro.body());
        Map<String, PyValue> named = new LinkedHashMap<>(arguments.named());
        List<Statement.Parameter> parameters = macro.parameters();
        if (arguments.positional().size() > parameters.size()) {
            throw PythonException.type(
                    "macro '" + macro.name() + "' takes not more than " + parameters.size() + " arguments");
        }
        for (int i = 0; i < parameters.size(); i++) {
            Statement.Parameter parameter = parameters.get(i);
            Optional<PyValue> given = i < arguments.positional().size()
                    ? Optional.of(arguments.positional().get(i))
                    : Optional.ofNullable(named.remove(parameter.name()));
            inner.set(parameter.name(), given.isPresent() ? given.get() : fallback(inner, parameter));
        }
        if (!named.isEmpty()) {
            throw PythonException.type("macro '" + macro.name() + "' takes no argument of " + named.keySet());
        }
        return Optional.of(evaluator.capture(inner, macro.body()));
    }

    private PyValue fallback(Frame inner, Statement.Parameter parameter) {
        return parameter.fallback().isPresent()
                ? evaluator.evaluate(inner, parameter.fallback().get())
                : new UndefinedValue(parameter.name());
    }
}
