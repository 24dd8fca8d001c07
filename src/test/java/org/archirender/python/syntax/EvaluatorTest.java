package org.archirender.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Python;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

/** Names, calls and what they are charged; results are checked against what Python 3.11 prints. */
class EvaluatorTest {
    @Test
    void calls() {
        Python.check("""
                'a-b'.split('-')                 => ['a', 'b']
                'a-b'.split(sep='-')             => ['a', 'b']
                'a-b-c'.split('-', maxsplit=1)   => ['a', 'b-c']
                'a-b'.split('-', 1,)             => ['a', 'b']
                'a'.split('-', sep='-')          => TypeError
                'a'.split(nosuch=1)              => TypeError
                'a'.upper(1)                     => TypeError
                'a'.upper()()                    => TypeError
                len()                            => TypeError
                len(1, 2)                        => TypeError
                None()                           => TypeError
                'a'()                            => TypeError
                5(1)                             => TypeError
                [1](0)                           => TypeError
                int('1' + '2')                   => 12
                str(int('12') + 1).rjust(4, '0') => '0013'
                '{a}{b}'.format(b=1, a=2)        => '21'
                len(*[1])                        => not supported: arguments with a star
                len(**{})                        => not supported: arguments with a star
                """, Python::outcome);
    }

    @Test
    void aNameIsTakenFromTheScope() {
        Map<String, PyValue> names = new LinkedHashMap<>();
        names.put("linux", new PyStr("yes"));
        names.put("len", new PyStr("mine"));
        assertThat(Python.eval("linux", names)).isEqualTo("'yes'");
        assertThat(Python.eval("len", names)).as("before Python's own").isEqualTo("'mine'");
        assertThatThrownBy(() -> Python.eval("linux and win65", names))
                .isInstanceOfSatisfying(PythonException.class, unknown -> {
                    assertThat(unknown).hasMessage("NameError: name 'win65' is not defined");
                    assertThat(unknown.name()).hasValue("win65");
                    assertThat(unknown.offset()).isEqualTo(10);
                });
    }

    @Test
    void operandsAreEvaluatedFromTheLeft() {
        Map<String, PyValue> names = new LinkedHashMap<>();
        PyList seen = new PyList(List.of());
        names.put("l", seen);
        Python.eval(
                "[l.append(1), l.append(2) or 2 < (l.append(3) or 1) < l.append(4), {l.append(5): l.append(6)}]",
                names);
        assertThat(seen.repr()).isEqualTo("[1, 2, 3, 5, 6]");
    }

    @Test
    void errorsAreAtTheNodeThatTheyHappenIn() {
        assertThat(offset("1 + 'x'")).isEqualTo(2);
        assertThat(offset("'ab' + 'c'.foo")).isEqualTo(10);
        assertThat(offset("[1, 2][5]")).isEqualTo(6);
        assertThat(offset("1 == 1 and int('x')")).isEqualTo(14);
        assertThat(offset("{'a': [][0]}")).isEqualTo(8);
        assertThat(offset("1 in 5")).isZero();
        assertThat(offset("-'a'")).isZero();
        assertThat(offset("'a'[1:2].x")).isEqualTo(8);
    }

    private static int offset(String expression) {
        try {
            Python.eval(expression);
        } catch (PythonException e) {
            return e.offset();
        }
        throw new AssertionError(expression + " is no error");
    }

    private static void takesMoreThan(int bytes, String expression) {
        Map<String, PyValue> names = new LinkedHashMap<>();
        names.put("long", new PyStr("ab".repeat(100_000)));
        names.put("many", new PyList(List.of(new PyStr("long"))));
        Limits limits = new Limits(bytes, 100, 100);
        Scope scope = Scope.of(names).or(Builtins.scope());
        assertThatThrownBy(() -> Evaluator.evaluate(Parser.parse(expression), scope, limits))
                .as(expression)
                .hasMessage("limit: the expression takes too long: more than " + bytes + " bytes to read and write");
    }

    @Test
    void longTextsCostMoreThanAStep() {
        takesMoreThan(150_000, "long + 'a'");
        takesMoreThan(150_000, "long.upper()");
        takesMoreThan(150_000, "long.startswith('a')");
        takesMoreThan(150_000, "long[1:]");
        takesMoreThan(150_000, "str(long)");
        takesMoreThan(150_000, "'x' in long");
        takesMoreThan(300_000, "long[:9999] in long");
        takesMoreThan(150_000, "[1] * 100000");
        takesMoreThan(150_000, "(1,) * 100000");
        takesMoreThan(150_000, "'1,' * 100000 == ''");
    }

    @Test
    void whatBelongsIntoTemplatesOnlyIsASyntaxError() {
        Python.check("""
                'a' ~ 'b'    => not supported: the operator '~' here
                1 is defined => NameError
                1 if 2       => SyntaxError
                true         => NameError
                none         => NameError
                """, Python::outcome);
    }
}
