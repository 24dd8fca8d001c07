package org.archirender.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Evaluator;
import org.archirender.python.library.Python;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.Scope;
import org.junit.jupiter.api.Test;

class ParserTest {
    private static PythonException error(String expression) {
        try {
            Python.eval(expression);
        } catch (PythonException e) {
            return e;
        }
        throw new AssertionError(expression + " is no error");
    }

    @Test
    void errorsKnowTheirOffset() {
        assertThat(error("linux and py=27").offset()).isEqualTo(12);
        assertThat(error("(1, 2").offset()).isEqualTo(6 - 1);
        assertThat(error("a + 'b").offset()).isEqualTo(4);
        assertThat(error("1 + 'x'").offset()).isEqualTo(2);
        assertThat(error("'ab' + 'c'.foo").offset()).isEqualTo(10);
    }

    @Test
    void errorsSayWhatStandsThere() {
        assertThat(error("linux and py=27"))
                .hasMessage("SyntaxError: unexpected '=' instead of the end of the expression");
        assertThat(error("1 +")).hasMessage("SyntaxError: unexpected end instead of a value");
        assertThat(error("x").name()).hasValue("x");
        assertThat(error("x")).hasMessage("NameError: name 'x' is not defined");
    }

    @Test
    void aCommentEndsTheExpression() {
        assertThat(Python.eval("1 # + 2")).isEqualTo("1");
    }

    @Test
    void lineEndsAreSpaceInsideBracketsOnly() {
        assertThat(Python.eval("(1 +\n 2)\n")).isEqualTo("3");
        assertThatThrownBy(() -> Parser.parse("1\n+ 2")).isInstanceOf(PythonException.class);
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
    void builtInNamesAreThereAndTrue() {
        for (String name : List.of("license", "id", "type", "any", "print", "ValueError", "__name__", "exit")) {
            assertThat(Python.eval("not " + name)).as(name).isEqualTo("False");
        }
    }
}
