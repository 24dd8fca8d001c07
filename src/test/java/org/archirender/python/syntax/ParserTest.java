package org.archirender.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Python;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

class ParserTest {
    private static PythonException error(String expression) {
        try {
            Parser.parse(expression);
        } catch (PythonException e) {
            return e;
        }
        throw new AssertionError(expression + " is no error");
    }

    /** Rows of an expression and the error, with its offset, that it is. */
    private static void errors(String table) {
        Python.check(table, expression -> {
            PythonException error = error(expression);
            return error.offset() + " " + error.getMessage();
        });
    }

    @Test
    void errorsSayWhatStandsThereAndWhere() {
        errors("""
                linux and py=27  => 12 SyntaxError: unexpected '=' instead of the end of the expression
                unix x86_64      => 5 SyntaxError: unexpected 'x86_64' instead of the end of the expression
                1 +              => 3 SyntaxError: unexpected end instead of a value
                (1, 2            => 5 SyntaxError: unexpected end instead of ')'
                [1 2]            => 3 SyntaxError: unexpected '2' instead of ']'
                a == not b       => 5 SyntaxError: unexpected 'not' instead of a value
                a.1              => 2 SyntaxError: unexpected '1' instead of a name
                1 if 2           => 6 SyntaxError: unexpected end instead of 'else'
                f(a=1, 2)        => 7 SyntaxError: a positional argument after a named one
                {1: 2, 3}        => 8 SyntaxError: unexpected '}' instead of ':'
                a + 'b           => 4 SyntaxError: a string without its end
                1)               => 1 SyntaxError: an unexpected ')'
                (1]              => 2 SyntaxError: an unexpected ']'
                a ? b            => 2 SyntaxError: a character that no expression has, '?'
                1 + 27x          => 4 SyntaxError: a number with a letter right after it
                1 + 012          => 4 SyntaxError: a number with leading zeros
                'a\\             => 0 SyntaxError: a string without its end
                """);
    }

    @Test
    void whatIsNotSupportedIsNamedWhereItStands() {
        errors("""
                a ^ b            => 2 not supported: the operator '^' here
                a << 2           => 2 not supported: the operator '<<' here
                1 + ~b           => 4 not supported: the operator '~' here
                1 == +b          => 5 not supported: the operator '+' here
                f(a, *b)         => 5 not supported: arguments with a star
                a[1:2:3]         => 5 not supported: a slice with a step
                a[1, 2]          => 3 not supported: several values in a subscript
                a[]              => 1 not supported: an empty subscript
                [x for x in y]   => 3 not supported: a comprehension
                a or lambda: 1   => 5 not supported: lambda expressions
                a + r'x'         => 4 not supported: a string with the prefix 'r'
                a + '''x'''      => 4 not supported: a string in triple quotes
                a + 'x\\x41'      => 6 not supported: the escape '\\x' in a string
                a + 0x1f         => 4 not supported: a number such as 0x…
                a + 1_0          => 4 not supported: a number such as 1_…
                a + 1e5          => 4 not supported: a number such as 1e…
                a + .5           => 4 not supported: the operator '.' here
                """);
    }

    @Test
    void aSetMayStandWhereItIsNotReached() {
        assertThat(Python.eval("1 or {1, 2}")).isEqualTo("1");
        assertThat(Python.eval("0 and ({1}, {2,})")).isEqualTo("0");
        assertThatThrownBy(() -> Python.eval("0 or {1, 2}"))
                .isInstanceOfSatisfying(
                        PythonException.class, e -> assertThat(e.offset()).isEqualTo(5))
                .hasMessage("not supported: a set");
    }

    @Test
    void lineEndsAreSpaceInsideBracketsOnly() {
        assertThat(Python.eval("(1 +\n 2)\n")).isEqualTo("3");
        assertThat(error("1\n+ 2")).hasMessageContaining("a character that no expression has");
    }

    @Test
    void aParsedExpressionIsAValueToUseAgain() {
        Expression expression = Parser.parse("a + 1");
        for (int i = 0; i < 3; i++) {
            Map<String, PyValue> names = new LinkedHashMap<>();
            names.put("a", PyInt.of(i));
            assertThat(Evaluator.evaluate(expression, Scope.of(names), Limits.RECIPE))
                    .isEqualTo(PyInt.of(i + 1L));
        }
    }

    @Test
    void listsOfAnExpressionAreNewEachTime() {
        Expression expression = Parser.parse("[1]");
        PyList first = (PyList) Evaluator.evaluate(expression, Builtins.scope(), Limits.RECIPE);
        first.add(PyInt.of(2));
        assertThat(Evaluator.evaluate(expression, Builtins.scope(), Limits.RECIPE)
                        .repr())
                .isEqualTo("[1]");
    }

    @Test
    void partsKnowWhereTheyStand() {
        Expression.Comparison comparison = (Expression.Comparison) Parser.parse("  py >= 310");
        assertThat(comparison.first()).isEqualTo(new Expression.Name("py", 2));
        assertThat(comparison.operands().get(0).right()).isEqualTo(new Expression.Constant(PyInt.of(310), 8));
        Expression.Binary sum = (Expression.Binary) Parser.parse("a + b.c");
        assertThat(sum.offset()).isEqualTo(2);
        assertThat(sum.right().offset()).isEqualTo(5);
    }
}
