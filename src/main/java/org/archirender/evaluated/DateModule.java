package org.archirender.evaluated;

import java.util.List;
import java.util.Optional;
import org.archirender.python.library.PyFunction;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * Python's module {@code datetime} and its classes, of which recipes use {@code datetime.datetime.strptime}: it reads a
 * text, where {@code now} and its like read the clock and are refused.
 *
 * @param name as in {@code datetime.datetime}
 */
record DateModule(String name) implements PyObject {
    @Override
    public String typeName() {
        return name.equals("datetime") ? "module" : "type";
    }

    @Override
    public Optional<PyValue> attribute(String attribute) {
        String path = name + "." + attribute;
        return Optional.of(
                switch (path) {
                    case "datetime.datetime", "datetime.date" -> new DateModule(path);
                    case "datetime.datetime.strptime" -> new PyFunction(path, DateModule::parsed);
                    case "datetime.datetime.now",
                            "datetime.datetime.utcnow",
                            "datetime.datetime.today",
                            "datetime.date.today" -> RefusedValue.clock(path);
                    default -> throw PythonException.unsupported(path);
                });
    }

    private static PyValue parsed(Arguments arguments) {
        Arguments.Bound given = arguments.bind("strptime", List.of("date_string", "format"));
        return DateValue.parse(
                RecipeFunctions.text("strptime", given.get(0)), RecipeFunctions.text("strptime", given.get(1)));
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        throw PythonException.unsupported("calling " + name + "()");
    }
}
