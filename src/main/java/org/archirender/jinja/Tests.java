package org.archirender.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Definition;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;

/** Jinja's tests that recipes use, the words after {@code is}; the others say that they are not supported. */
final class Tests {
    /** The tests: mostly bools, but comparisons with undefined values are undefined. */
    static final Map<String, Definition<PyValue>> BY_NAME = Definition.byName(all());

    static final Vocabulary ALL =
            new Vocabulary("test", BY_NAME, " callable escaped filter iterable lower mapping sameas test upper ");

    private Tests() {}

    private static List<Definition<PyValue>> all() {
        List<Definition<PyValue>> all = new ArrayList<>(List.of(
                test("defined", "it has a value", value -> !(value instanceof UndefinedValue)),
                test("undefined", "it has none", value -> value instanceof UndefinedValue),
                test("none", "it is None", value -> value == PyNone.NONE),
                test("boolean", "it is true or false", value -> value instanceof PyBool),
                test("true", "it is true itself", value -> value == PyBool.TRUE),
                test("false", "it is false itself", value -> value == PyBool.FALSE),
                test("integer", "it is an integer", value -> value instanceof PyInt),
                test("float", "it is a float", value -> value instanceof PyFloat),
                test("number", "it is an integer, a float, true or false", value -> value instanceof PyNumber),
                test("string", "it is a text", value -> value instanceof PyStr),
                test("sequence", "it is a text, list, tuple or dict", Tests::isSequence),
                test("odd", "it has the remainder 1 by 2", value -> remainder(value, PyInt.of(2), 1)),
                test("even", "it has the remainder 0 by 2", value -> remainder(value, PyInt.of(2), 0)),
                Definition.of(
                        "divisibleby",
                        "num",
                        "it has the remainder 0 by num",
                        (value, given) -> PyBool.of(remainder(value, given.get(0), 0))),
                comparison("in", Operator.IN)));
        List.of("eq", "equalto").forEach(name -> all.add(comparison(name, Operator.EQUAL)));
        all.add(comparison("ne", Operator.NOT_EQUAL));
        List.of("lt", "lessthan").forEach(name -> all.add(comparison(name, Operator.LESS)));
        all.add(comparison("le", Operator.LESS_OR_EQUAL));
        List.of("gt", "greaterthan").forEach(name -> all.add(comparison(name, Operator.GREATER)));
        all.add(comparison("ge", Operator.GREATER_OR_EQUAL));
        return all;
    }

    private static Definition<PyValue> test(String name, String meaning, Predicate<PyValue> holds) {
        return Definition.of(name, "", meaning, (value, none) -> PyBool.of(holds.test(value)));
    }

    private static Definition<PyValue> comparison(String name, Operator operator) {
        return Definition.of(
                name,
                "other",
                "the operator " + operator.symbol(),
                (value, given) -> Comparing.compare(operator, value, given.get(0)));
    }

    private static boolean isSequence(PyValue value) {
        return value instanceof PyStr
                || value instanceof PyList
                || value instanceof PyTuple
                || value instanceof PyDict
                || value instanceof UndefinedValue;
    }

    private static boolean remainder(PyValue value, PyValue by, int wanted) {
        return Comparing.equal(Arithmetic.binary(Operator.MODULO, value, by), PyInt.of(wanted));
    }
}
