package org.archirender.jinja;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests, checked against what Jinja 3.1 gives with conda-build's undefined values. */
class TestsTest {
    private static final Map<String, String> CASES = Map.ofEntries(
            entry("defined", """
                    missing is defined               => False
                    number is defined                => True
                    nothing is defined               => True
                    missing.a is defined             => True
                    missing[0] is defined            => False
                    table.nosuch is defined          => False
                    table.x is defined               => True
                    missing is not defined           => True
                    number is defined and number > 5 => True
                    number is defined(1)             => ! TypeError
                    """),
            entry("undefined", """
                    missing is undefined     => True
                    number is undefined      => False
                    missing is not undefined => False
                    """),
            entry("none", """
                    nothing is none    => True
                    number is none     => False
                    missing is none    => False
                    missing.a is none  => True
                    number is not none => True
                    number is none(1)  => ! TypeError
                    """),
            entry("boolean", """
                    flag is boolean     => True
                    1 is boolean        => False
                    (1 == 1) is boolean => True
                    """),
            entry("true", """
                    flag is true => True
                    1 is true    => False
                    'a' is true  => False
                    """),
            entry("false", """
                    false is false   => True
                    0 is false       => False
                    missing is false => False
                    """),
            entry("integer", """
                    number is integer => True
                    1.0 is integer    => False
                    flag is integer   => False
                    '1' is integer    => False
                    """),
            entry("float", """
                    1.5 is float   => True
                    1 is float     => False
                    '1.5' is float => False
                    """),
            entry("number", """
                    number is number  => True
                    1.5 is number     => True
                    flag is number    => True
                    '1' is number     => False
                    missing is number => False
                    """),
            entry("string", """
                    name is string    => True
                    '' is string      => True
                    number is string  => False
                    missing is string => False
                    """),
            entry("sequence", """
                    words is sequence   => True
                    name is sequence    => True
                    (1,) is sequence    => True
                    table is sequence   => True
                    missing is sequence => True
                    number is sequence  => False
                    nothing is sequence => False
                    """),
            entry("odd", """
                    number is odd => True
                    8 is odd      => False
                    -1 is odd     => True
                    'a' is odd    => ! TypeError
                    1.5 is odd    => ! not supported: the operator % of floats
                    """),
            entry("even", """
                    8 is even      => True
                    number is even => False
                    0 is even      => True
                    none is even   => ! TypeError
                    """),
            entry("divisibleby", """
                    9 is divisibleby 3  => True
                    9 is divisibleby(2) => False
                    9 is divisibleby(0) => ! ZeroDivisionError
                    9 is divisibleby    => ! TypeError
                    """),
            entry("in", """
                    1 is in [1, 2]    => True
                    3 is in([1, 2])   => False
                    'a' is in 'abc'   => True
                    'x' is in table   => True
                    1 is in 5         => ! TypeError
                    missing is in [1] => False
                    """),
            entry("eq", """
                    number is eq 7          => True
                    number is eq(8)         => False
                    number is eq 7.0        => True
                    name is eq 'libExample' => True
                    missing is eq other     => True
                    number is eq            => ! TypeError
                    """),
            entry("equalto", """
                    number is equalto 7     => True
                    number is not equalto 7 => False
                    """),
            entry("ne", """
                    number is ne(7) => False
                    number is ne 8  => True
                    """),
            entry("lt", """
                    number is lt 8 => True
                    number is lt 7 => False
                    'a' is lt 1    => ! TypeError
                    """),
            entry("lessthan", """
                    number is lessthan 8 => True
                    """),
            entry("le", """
                    number is le 7 => True
                    number is le 6 => False
                    """),
            entry("gt", """
                    number is gt(6) => True
                    number is gt 7  => False
                    missing is gt 1 =>\s
                    """),
            entry("greaterthan", """
                    number is greaterthan 6 => True
                    """),
            entry("ge", """
                    number is ge 7 => True
                    number is ge 8 => False
                    """));

    static Set<String> names() {
        return Tests.BY_NAME.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesWhatJinjaGives(String test) {
        assertThat(CASES).as("no cases of the test '" + test + "'").containsKey(test);
        assertThat(CASES.get(test)).contains("is " + test);
        Python.check(requireNonNull(CASES.get(test)), Templates::print);
    }

    @Test
    void whatRecipesDoNotUseIsRefusedByName() {
        for (String test : "callable escaped filter iterable lower mapping sameas test upper".split(" ", -1)) {
            assertThat(Templates.print("words is " + test)).isEqualTo("! not supported: the test '" + test + "'");
        }
    }

    @Test
    void whatJinjaLacksIsASyntaxErrorEvenWhereItIsNotReached() {
        Python.check("""
                {{ a is nosuch }}             => ! SyntaxError
                {{ 1 if a is nosuch else 2 }} => ! SyntaxError
                {{ 0 and a is nosuch }}       => ! SyntaxError
                {% if 0 %}{{ a is nosuch }}{% endif %} =>\s
                {% if 1 %}{{ a is nosuch }}{% endif %} => ! SyntaxError
                {% set x = a is nosuch %}     => ! SyntaxError
                {{ a is defined is none }}    => ! SyntaxError
                {{ a is }}                    => ! SyntaxError
                {{ a is not }}                => ! SyntaxError
                {{ a is 5 }}                  => ! SyntaxError
                """, Templates::outcome);
    }

    @Test
    void testsBindCloserThanLogic() {
        Python.check("""
                not missing is defined              => True
                missing is defined or flag          => True
                number is odd and flag              => True
                number is eq 7 and number is gt 6   => True
                number is divisibleby 7 and flag    => True
                number + 1 is even                  => 7
                (number + 1) is even                => True
                number is odd == flag               => True
                1 if missing is defined else 2      => 2
                [missing is defined, number is odd] => [False, True]
                """, Templates::print);
    }
}
