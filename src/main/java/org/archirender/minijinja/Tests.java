package org.archirender.minijinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Definition;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PySequence;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;

/** The tests of recipe.yaml, the words after {@code is}; {@code defined} and {@code undefined} stand in TestUse. */
final class Tests {
    static final Map<String, Definition<PyValue>> BY_NAME = Definition.byName(all());

    private Tests() {}

    private static List<Definition<PyValue>> all() {
        List<Definition<PyValue>> all = new ArrayList<>(List.of(
                test("none", "it is none", value -> value == PyNone.NONE),
                test("boolean", "it is true or false", value -> value instanceof PyBool),
                test("true", "it is true itself", value -> value == PyBool.TRUE),
                test("false", "it is false itself", value -> value == PyBool.FALSE),
                test("integer", "it is an integer", value -> value instanceof PyInt),
                test("int", "as integer", value -> value instanceof PyInt),
                test("float", "it is a float", value -> value instanceof PyFloat),
                test("number", "it is an integer or a float", Tests::isNumber),
                test("string", "it is a text", value -> value instanceof PyStr),
                test("sequence", "it is a list", value -> value instanceof PySequence),
                test("mapping", "it is a mapping", value -> value instanceof PyDict),
                test("odd", "it has the remainder 1 by 2", value -> isRemainder(value, 1)),
                test("even", "it has the remainder 0 by 2", value -> isRemainder(value, 0)),
                text("startingwith", "it begins with a text", String::startsWith),
                text("endingwith", "it ends with a text", String::endsWith)));
        all.add(comparison("in", Operator.IN));
        all.add(comparison("eq", Operator.EQUAL));
        all.add(comparison("ne", Operator.NOT_EQUAL));
        all.add(comparison("lt", Operator.LESS));
        all.add(comparison("le", Operator.LESS_OR_EQUAL));
        all.add(comparison("gt", Operator.GREATER));
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

    private static Definition<PyValue> text(String name, String meaning, BiPredicate<String, String> holds) {
        return Definition.of(
                name,
                "text",
                meaning,
                (value, given) -> PyBool.of(value instanceof PyStr text
                        && holds.test(text.value(), given.get(0).str())));
    }

    private static boolean isNumber(PyValue value) {
        return value instanceof PyNumber && !(value instanceof PyBool);
    }

    private static boolean isRemainder(PyValue value, int wanted) {
        return value instanceof PyInt
                && Comparing.equal(Arithmetic.binary(Operator.MODULO, value, PyInt.of(2)), PyInt.of(wanted));
    }
}
