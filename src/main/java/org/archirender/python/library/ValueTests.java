package org.archirender.python.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;

/** The tests that all template languages have, the words after {@code is}. */
public final class ValueTests {
    private static final List<Definition<PyValue>> COMMON = List.of(
            test("none", "it is None", value -> value == PyNone.NONE),
            test("boolean", "it is true or false", value -> value instanceof PyBool),
            test("true", "it is true itself", value -> value == PyBool.TRUE),
            test("false", "it is false itself", value -> value == PyBool.FALSE),
            test("integer", "it is an integer", value -> value instanceof PyInt),
            test("float", "it is a float", value -> value instanceof PyFloat),
            test("string", "it is a text", value -> value instanceof PyStr),
            test("odd", "it has the remainder 1 by 2", value -> isRemainder(value, PyInt.of(2), 1)),
            test("even", "it has the remainder 0 by 2", value -> isRemainder(value, PyInt.of(2), 0)),
            comparison("in", Operator.IN),
            comparison("eq", Operator.EQUAL),
            comparison("ne", Operator.NOT_EQUAL),
            comparison("lt", Operator.LESS),
            comparison("le", Operator.LESS_OR_EQUAL),
            comparison("gt", Operator.GREATER),
            comparison("ge", Operator.GREATER_OR_EQUAL));

    private ValueTests() {}

    /** {@code own} tests and those that all have, by name. */
    public static Map<String, Definition<PyValue>> with(Collection<Definition<PyValue>> own) {
        List<Definition<PyValue>> all = new ArrayList<>(own);
        all.addAll(COMMON);
        return Definition.byName(all);
    }

    /** {@code value is name}. */
    public static Definition<PyValue> test(String name, String meaning, Predicate<PyValue> holds) {
        return Definition.of(name, "", meaning, (value, none) -> PyBool.of(holds.test(value)));
    }

    /** {@code value is name other}. */
    public static Definition<PyValue> comparison(String name, Operator operator) {
        return Definition.of(
                name,
                "other",
                "the operator " + operator.symbol(),
                (value, given) -> Comparing.compare(operator, value, given.get(0)));
    }

    /** Whether {@code value} divided by {@code by} leaves {@code wanted}. */
    public static boolean isRemainder(PyValue value, PyValue by, int wanted) {
        return Comparing.equal(Arithmetic.binary(Operator.MODULO, value, by), PyInt.of(wanted));
    }
}
