package org.archirender.minijinja;

import static org.archirender.python.library.ValueTests.test;

import java.util.List;
import java.util.function.BiPredicate;
import org.archirender.python.library.Definition;
import org.archirender.python.library.ValueTests;
import org.archirender.python.syntax.Vocabulary;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PySequence;
import org.archirender.python.value.PyValue;

/** The tests of recipe.yaml. */
final class Tests {
    static final Vocabulary ALL = new Vocabulary(
            "test",
            ValueTests.with(List.of(
                    test("defined", "it has a value", value -> !(value instanceof StrictUndefined)),
                    test("undefined", "it has none", value -> value instanceof StrictUndefined),
                    test("int", "as integer", value -> value instanceof PyInt),
                    test("number", "it is an integer or a float", Tests::isNumber),
                    test("sequence", "it is a list", value -> value instanceof PySequence),
                    text("startingwith", "it begins with a text", String::startsWith),
                    text("endingwith", "it ends with a text", String::endsWith))),
            "");

    private Tests() {}

    private static Definition<PyValue> text(String name, String meaning, BiPredicate<String, String> holds) {
        return Definition.of(
                name,
                "text",
                meaning,
                (value, given) -> PyBool.of(holds.test(value.str(), given.get(0).str())));
    }

    private static boolean isNumber(PyValue value) {
        return value instanceof PyNumber && !(value instanceof PyBool);
    }
}
