package org.archirender.python.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Parser;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;
import org.assertj.core.api.SoftAssertions;

/** Expressions and what they give, one a line, as in {@code 1 + 1 => 2}. */
public final class Python {
    private Python() {}

    /** What {@code repr(expression)} gives with Python's built-in names. */
    public static String eval(String expression) {
        return eval(expression, new LinkedHashMap<>());
    }

    /** What {@code repr(expression)} gives with {@code names} before Python's own. */
    public static String eval(String expression, Map<String, PyValue> names) {
        return Evaluator.evaluate(Parser.parse(expression), Scope.of(names).or(Builtins.scope()), Limits.RECIPE)
                .repr();
    }

    /** The expression's value, or the family of the error that it ends in; what is not supported is named. */
    public static String outcome(String expression) {
        try {
            return eval(expression);
        } catch (PythonException e) {
            return e.family() == Family.UNSUPPORTED
                    ? String.valueOf(e.getMessage())
                    : e.family().label();
        }
    }

    /** Checks every line of {@code table}: what stands left of the arrow becomes what stands right of it. */
    public static void check(String table, UnaryOperator<String> actual) {
        SoftAssertions all = new SoftAssertions();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] sides = line.split(" +=> ?", 2);
            all.assertThat(actual.apply(sides[0])).as(sides[0]).isEqualTo(sides[1]);
        });
        all.assertAll();
    }
}
