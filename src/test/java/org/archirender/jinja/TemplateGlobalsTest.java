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

/** The functions of every template, checked against what Jinja 3.1 gives. */
class TemplateGlobalsTest {
    private static final Map<String, String> CASES =
            Map.ofEntries(entry("range", """
                    range(3) | list          => [0, 1, 2]
                    range(0) | list          => []
                    range(-1) | list         => []
                    range(2, 5) | list       => [2, 3, 4]
                    range(5, 2) | list       => []
                    range(true, 3) | list    => [1, 2]
                    range(3)[1]              => 1
                    range(3)[-1]             => 2
                    range(3)[5] is undefined => True
                    2 in range(3)            => True
                    5 not in range(3)        => True
                    version.split('.')[-1] | int not in range(7) => False
                    range(3) | length        => 3
                    'x' if range(0) else 'y' => y
                    range(3) | join('-')     => 0-1-2
                    range('a')               => ! TypeError
                    range()                  => ! TypeError
                    range(1, 7, 2) | list    => ! not supported: the argument 'step' of range()
                    range(3)                 => ! not supported: printing a value of type range
                    range(3) == range(3)     => ! not supported: comparing a range with a range
                    """), entry("dict", """
                    dict(a=1, b='x')      => {'a': 1, 'b': 'x'}
                    dict()                => {}
                    dict(vs2017='14.16', vs2019='14.20')['vs2019'] => 14.20
                    dict(a=1).get('b', 5) => 5
                    dict(a=1).a           => 1
                    dict([('a', 1)])      => ! not supported: dict() of anything but named values
                    dict({'a': 1})        => ! not supported: dict() of anything but named values
                    """), entry("namespace", """
                    namespace(a=1).a              => 1
                    namespace(a=1).b is undefined => True
                    namespace() is defined        => True
                    namespace({'a': 1}).a         => ! not supported: namespace() of anything but named values
                    namespace(a=1)                => ! not supported: printing a value of type Namespace
                    """));

    static Set<String> names() {
        return TemplateGlobals.BY_NAME.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesWhatJinjaGives(String function) {
        assertThat(CASES).as("no cases of the function '" + function + "'").containsKey(function);
        assertThat(CASES.get(function)).contains(function + "(");
        Python.check(requireNonNull(CASES.get(function)), Templates::print);
    }

    @Test
    void rangesAreOfBoundedLength() {
        assertThat(Templates.print("range(10 ** 9)")).isEqualTo("! limit");
        assertThat(Templates.print("range(0, 131073) | length")).isEqualTo("! limit");
        assertThat(Templates.print("range(0, 131072) | length")).isEqualTo("131072");
    }

    @Test
    void theOthersRefuseToBeCalled() {
        for (String name : new String[] {"lipsum", "cycler", "joiner"}) {
            assertThat(Templates.print(name + "()")).isEqualTo("! not supported: calling " + name + "()");
            assertThat(Templates.print(name + " is defined")).isEqualTo("True");
        }
    }

    @Test
    void pythonsOwnFunctionsAreNotThere() {
        Python.check("""
                len('abc') is undefined => True
                int('5') is undefined   => True
                str is undefined        => True
                open('a') is undefined  => True
                """, Templates::print);
    }

    @Test
    void theTemplatesNamesComeFirst() {
        assertThat(Templates.render("{% set namespace = 'python' %}{{ namespace | lower }}"))
                .isEqualTo("python");
        assertThat(Templates.render("{% set range = [1] %}{{ range }}")).isEqualTo("[1]");
    }
}
