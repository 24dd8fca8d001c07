package org.archirender.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** A template's {@code loop}: where a loop stands. */
final class LoopValue implements PyObject {
    private final int depth;
    private final TemplateEvaluator evaluator;
    private final Statement.For loop;
    private final List<PyValue> ahead = new ArrayList<>();
    private final Iterator<PyValue> rest;
    private int index = -1;
    private Optional<PyValue> current = Optional.empty();
    private Optional<PyValue> previous = Optional.empty();
    private Optional<PyValue> lastChanged = Optional.empty();

    LoopValue(Iterator<PyValue> values, int depth, TemplateEvaluator evaluator, Statement.For loop) {
        this.rest = values;
        this.depth = depth;
        this.evaluator = evaluator;
        this.loop = loop;
    }

    boolean hasNext() {
        return !ahead.isEmpty() || rest.hasNext();
    }

    PyValue next() {
        PyValue value = ahead.isEmpty() ? rest.next() : ahead.remove(0);
        index++;
        previous = current;
        current = Optional.of(value);
        return value;
    }

    private long length() {
        while (rest.hasNext()) {
            ahead.add(rest.next());
        }
        return index + 1L + ahead.size();
    }

    private PyValue peek() {
        if (!hasNext()) {
            return new UndefinedValue("the next item");
        }
        if (ahead.isEmpty()) {
            ahead.add(rest.next());
        }
        return ahead.get(0);
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        return switch (name) {
            case "index" -> number(index + 1L);
            case "index0" -> number(index);
            case "revindex" -> number(length() - index);
            case "revindex0" -> number(length() - index - 1);
            case "first" -> Optional.of(PyBool.of(index == 0));
            case "last" -> Optional.of(PyBool.of(!hasNext()));
            case "length" -> number(length());
            case "depth" -> number(depth + 1L);
            case "depth0" -> number(depth);
            case "previtem" -> Optional.of(previous.orElseGet(() -> new UndefinedValue("the previous item")));
            case "nextitem" -> Optional.of(peek());
            case "cycle" -> Optional.of(new PyFunction("cycle", this::cycle));
            case "changed" -> Optional.of(new PyFunction("changed", this::changed));
            default -> Optional.empty();
        };
    }

    private static Optional<PyValue> number(long number) {
        return Optional.of(PyInt.of(number));
    }

    private PyValue cycle(Arguments arguments) {
        List<PyValue> values = arguments.positional();
        if (values.isEmpty()) {
            throw new PythonException(PythonError.TYPE, "no items for cycling given");
        }
        return values.get(index % values.size());
    }

    private PyValue changed(Arguments arguments) {
        PyTuple value = new PyTuple(arguments.positional());
        boolean changed =
                lastChanged.isEmpty() || !org.archirender.python.value.Comparing.equal(lastChanged.get(), value);
        lastChanged = Optional.of(value);
        return PyBool.of(changed);
    }

    @Override
    public Optional<PyValue> call(Arguments arguments) {
        if (!loop.recursive()) {
            throw new PythonException(PythonError.TYPE, "a call of a loop that is not recursive");
        }
        PyValue values = arguments.bind("loop", 1, "iterable").get(0);
        return Optional.of(new PyStr(evaluator.loop(loop, values, depth + 1)));
    }
}
