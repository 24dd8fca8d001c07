package org.archirender.python.value;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Comparisons and logic, checked against what Python 3.11 prints. */
class ComparingTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
    }

    @Test
    void comparisons() {
        check("""
                1 < 2 < 3        => True
                1 < 3 < 2        => False
                1 == 1.0         => True
                '1' == 1         => False
                'abc' < 'abd'    => True
                'Z' < 'a'        => True
                '3.9' > '3.10'   => True
                [1, 2] < [1, 3]  => True
                (1, 2) <= (1, 2) => True
                [1] == (1,)      => False
                {'a': 1} == {'a': 1.0} => True
                None == None     => True
                None != 0        => True
                1 < 'a'          => TypeError
                None < 1         => TypeError
                10 ** 20 > 1e19  => not supported: a number such as 1e…
                2 ** 53 + 1 == 2.0 ** 53 => not supported: the operator ** of floats
                {1} == {1}       => not supported: a set
                """);
    }

    @Test
    void membership() {
        check("""
                'b' in 'abc'     => True
                '' in 'abc'      => True
                2 in [1, 2]      => True
                2.0 in (1, 2)    => True
                3 not in [1, 2]  => True
                'a' in {'a': 1}  => True
                1 in {'a': 1}    => False
                1 in {1, 2}      => not supported: a set
                1 in 'abc'       => TypeError
                1 in 5           => TypeError
                [] in {}         => TypeError
                """);
    }

    @Test
    void identity() {
        check("""
                None is None     => True
                True is True     => True
                1 is 1           => not supported: 'is' between two equal values of type int; write ==
                1 is True        => False
                'a' is not None  => True
                [] is []         => False
                'win-64' is 'win-64' => not supported: 'is' between two equal values of type str; write ==
                """);
    }

    @Test
    void logicGivesOperandsAndStopsEarly() {
        check("""
                1 and 2          => 2
                0 and 2          => 0
                0 or 'x'         => 'x'
                '' or 0          => 0
                1 or missing     => 1
                0 and missing    => 0
                1 and missing    => NameError
                not 0            => True
                not 'a'          => False
                not 1 == 2       => True
                1 if [] else 2   => 2
                1 if 1 else missing => 1
                1 or 0 and 0     => 1
                """);
    }

    @Test
    void truth() {
        check("""
                not []           => True
                not ()           => True
                not {}           => True
                not ''           => True
                not 0.0          => True
                not None         => True
                not [0]          => False
                not len          => False
                """);
    }
}
