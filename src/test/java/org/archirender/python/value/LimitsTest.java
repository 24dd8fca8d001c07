package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Python;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Parser;
import org.archirender.python.value.PythonException.Family;
import org.junit.jupiter.api.Test;

/** Expressions come from strangers. */
class LimitsTest {
    private static void refused(String expression, String why) {
        assertThatThrownBy(() -> Python.eval(expression))
                .isInstanceOfSatisfying(
                        PythonException.class, e -> assertThat(e.family()).isEqualTo(Family.LIMIT))
                .hasMessageContaining(why);
    }

    @Test
    void deepBracketsAreRefused() {
        refused("(".repeat(5000) + "1" + ")".repeat(5000), "nested more than");
        refused("[".repeat(5000), "nested more than");
        refused("not ".repeat(5000) + "1", "nested more than");
        refused("-".repeat(5000) + "1", "nested more than");
        refused("2" + "**2".repeat(5000), "nested more than");
        refused("1 if 1 else ".repeat(5000) + "1", "nested more than");
    }

    @Test
    void longChainsAreRefused() {
        refused("1" + "+1".repeat(5000), "nested more than");
        refused("a" + ".b".repeat(5000), "nested more than");
    }

    @Test
    void longLogicIsNoDepth() {
        assertThat(Python.eval("0 or ".repeat(5000) + "7")).isEqualTo("7");
    }

    @Test
    void bigNumbersAreRefused() {
        refused("9**9**9", "bits");
        refused("2 ** 10**6", "bits");
        refused("10**5000 * 10**5000", "bits");
        refused("9".repeat(20_000), "bits");
    }

    @Test
    void longTextsAreRefused() {
        refused("'a' * 10**9", "characters");
        refused("'%1000000000d' % 1", "a width or number of 1000000000");
        refused("'{:1000000000}'.format(1)", "a width or number of 1000000000");
        refused("'a'.ljust(10**9)", "characters");
        refused("('a' * 10**6).replace('a', 'bb')", "characters");
        refused("'a'.join('b' * 10**6)", "characters");
        refused("('ab' * 10**5).split('b' * 10**5)", "the expression takes too long");
        refused("('a' * 10**5).strip('b' * 10**5 + 'a')", "the expression takes too long");
    }

    @Test
    void longListsAreRefused() {
        refused("[1] * 10**9", "items");
        refused("('a,' * 200000).split(',')", "items");
    }

    @Test
    void valuesThatHoldEachOtherManyTimesAreRefused() {
        Map<String, PyValue> names = new LinkedHashMap<>();
        PyValue nested = new PyTuple(List.of(PyInt.of(1), PyInt.of(2)));
        for (int i = 0; i < 60; i++) {
            nested = PyTuple.of(nested, nested);
        }
        names.put("x", nested);
        for (String use : List.of("str(x)", "{x: 1}")) {
            assertThatThrownBy(() -> Python.eval(use, names))
                    .isInstanceOfSatisfying(
                            PythonException.class, e -> assertThat(e.family()).isEqualTo(Family.LIMIT));
        }
    }

    @Test
    void stepsAreCounted() {
        Limits few = new Limits(10, 100, 100);
        assertThatThrownBy(() ->
                        Evaluator.evaluate(Parser.parse("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"), Builtins.scope(), few))
                .hasMessageContaining("the expression takes too long: more than 10 bytes");
    }
}
