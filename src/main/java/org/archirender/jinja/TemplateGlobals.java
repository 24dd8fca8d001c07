package org.archirender.jinja;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archirender.python.library.Definition;
import org.archirender.python.library.PyFunction;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;
import org.archirender.python.value.PythonException;

/** The functions that every Jinja template sees. */
final class TemplateGlobals {
    static final Map<String, Definition<PyValue>> BY_NAME = Definition.byName(List.of(
            Definition.of(
                    "range", "start, stop=, step!", "integers, the last one left out", (none, given) -> range(given)),
            Definition.of("dict", "*", "a dict of named values", (none, given) -> dict(given.all())),
            Definition.of(
                    "namespace",
                    "*",
                    "named values that can be set from inside blocks",
                    (none, given) -> new NamespaceValue(given.all()))));

    private static final List<String> UNSUPPORTED = List.of("lipsum", "cycler", "joiner");

    private TemplateGlobals() {}

    static Scope scope() {
        return name -> UNSUPPORTED.contains(name)
                ? Optional.of(PyFunction.refusing(name))
                : Optional.ofNullable(BY_NAME.get(name)).map(function -> function.of(PyNone.NONE));
    }

    private static PyValue range(Arguments.Bound given) {
        int first = PyNumber.index(given.get(0));
        int start = given.find(1).isPresent() ? first : 0;
        int stop = given.find(1).map(PyNumber::index).orElse(first);
        Limits.checkItems((long) stop - start);
        return new PyView(
                "range",
                IntStream.range(start, stop).<PyValue>mapToObj(PyInt::of).toList());
    }

    private static PyValue dict(Arguments arguments) {
        if (!arguments.positional().isEmpty()) {
            throw PythonException.unsupported("dict() of anything but named values");
        }
        PyDict dict = new PyDict();
        arguments.named().forEach((name, value) -> dict.put(new PyStr(name), value));
        return dict;
    }
}
