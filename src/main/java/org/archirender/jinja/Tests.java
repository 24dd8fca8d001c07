package org.archirender.jinja;

import static org.archirender.python.library.ValueTests.comparison;
import static org.archirender.python.library.ValueTests.test;

import java.util.List;
import java.util.Map;
import org.archirender.python.library.Definition;
import org.archirender.python.library.ValueTests;
import org.archirender.python.syntax.Vocabulary;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PySequence;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;

/** Jinja's tests that recipes use; the others say that they are not supported. */
final class Tests {
    /** The tests: mostly bools, but comparisons with undefined values are undefined. */
    static final Map<String, Definition<PyValue>> BY_NAME = ValueTests.with(List.of(
            test("defined", "it has a value", value -> !(value instanceof UndefinedValue)),
            test("undefined", "it has none", value -> value instanceof UndefinedValue),
            test("number", "it is an integer, a float, true or false", value -> value instanceof PyNumber),
            test("sequence", "it is a text, list, tuple or dict", Tests::isSequence),
            Definition.of(
                    "divisibleby",
                    "num",
                    "it has the remainder 0 by num",
                    (value, given) -> PyBool.of(ValueTests.isRemainder(value, given.get(0), 0))),
            comparison("equalto", Operator.EQUAL),
            comparison("lessthan", Operator.LESS),
            comparison("greaterthan", Operator.GREATER)));

    static final Vocabulary ALL =
            new Vocabulary("test", BY_NAME, " callable escaped filter iterable lower mapping sameas test upper ");

    private Tests() {}

    private static boolean isSequence(PyValue value) {
        return value instanceof PyStr
                || value instanceof PySequence
                || value instanceof PyDict
                || value instanceof UndefinedValue;
    }
}
