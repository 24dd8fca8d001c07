package org.archirender.python.value;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Comparisons and logic, checked against what Python 3.11 prints. */
class ComparingTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
    }

    @Test
    void numbersCompareByTheirValues() {
        check("""
                1 < 2                        => True
                2 < 2                        => False
                2 <= 2                       => True
                3 > 2                        => True
                2 >= 3                       => False
                1 < 2 < 3                    => True
                1 < 3 < 2                    => False
                3 > 2 >= 2 > 1               => True
                1 == 1.0                     => True
                1 != 1.0                     => False
                True == 1                    => True
                False == 0                   => True
                True == 2                    => False
                True < 2                     => True
                1.5 < 2                      => True
                -1 < -0.5                    => True
                0.0 == -0.0                  => True
                0.1 + 0.2 == 0.3             => False
                10 ** 20 > 10.0              => True
                10 ** 20 == float('1e20')    => True
                9007199254740993 == float('9007199254740992') => False
                9007199254740993 > float('9007199254740992') => True
                10 ** 400 > float('inf')     => False
                -10 ** 400 > float('-inf')   => True
                float('nan') == float('nan') => False
                float('nan') != float('nan') => True
                float('nan') < 1             => False
                float('nan') >= 1            => False
                310 >= 39                    => True
                """);
    }

    @Test
    void textsCompareByCharacters() {
        check("""
                'abc' < 'abd'  => True
                'abc' < 'ab'   => False
                'ab' < 'abc'   => True
                '' < 'a'       => True
                'Z' < 'a'      => True
                'é' > 'z'      => True
                '3.9' > '3.10' => True
                '10' < '9'     => True
                'a' == 'a'     => True
                'a' == 'A'     => False
                'a' != 'b'     => True
                '1' == 1       => False
                '' == None     => False
                '' == False    => False
                '\uffff' < '😀' => True
                '😀' < '😁'      => True
                """);
    }

    @Test
    void sequencesCompareByTheirFirstDifference() {
        check("""
                [1, 2] < [1, 3]                      => True
                [1, 2] < [1, 2, 0]                   => True
                [2] > [1, 9, 9]                      => True
                [] < [0]                             => True
                [1] <= [1]                           => True
                [1] < [1]                            => False
                (1, 2) <= (1, 2)                     => True
                (1, 'a') < (1, 'b')                  => True
                (3, 9) < (3, 10)                     => True
                [3, 9] < [3, 13]                     => True
                [1] == (1,)                          => False
                [1] == [1.0]                         => True
                [[1, [2]]] == [[1, [2]]]             => True
                [1, 2] == [1, 2, 3]                  => False
                [] == ()                             => False
                {'a': 1} == {'a': 1.0}               => True
                {'a': 1, 'b': 2} == {'b': 2, 'a': 1} => True
                {'a': 1} == {'a': 2}                 => False
                {'a': 1} == {'b': 1}                 => False
                {'a': 1} == {'a': 1, 'b': 2}         => False
                {} == []                             => False
                {1: 'x'} == {True: 'x'}              => True
                """);
    }

    @Test
    void whatHasNoOrderIsATypeError() {
        check("""
                1 < 'a'           => TypeError
                'a' > 1           => TypeError
                None < 1          => TypeError
                None < None       => TypeError
                [1] < (1,)        => TypeError
                [1] < ['a']       => TypeError
                (1, 'a') < (1, 2) => TypeError
                {} < {}           => TypeError
                len < len         => TypeError
                None == None      => True
                None != 0         => True
                None == False     => False
                len == len        => True
                len == int        => False
                """);
    }

    @Test
    void membership() {
        check("""
                'b' in 'abc'            => True
                'ac' in 'abc'           => False
                '' in 'abc'             => True
                '' in ''                => True
                2 in [1, 2]             => True
                2.0 in (1, 2)           => True
                True in [1]             => True
                '1' in [1]              => False
                3 not in [1, 2]         => True
                [1] in [[1]]            => True
                'a' in {'a': 1}         => True
                1 in {'a': 1}           => False
                1.0 in {1: 2}           => True
                None in [None]          => True
                None in ()              => False
                1 in 'abc'              => TypeError
                1 in 5                  => TypeError
                1 in None               => TypeError
                [] in {}                => TypeError
                'cp313t' in str(313)    => False
                'x' not in 'abc' and 'y' not in 'abc' => True
                'a' in 'abc' in ['abc'] => True
                """);
    }

    @Test
    void identity() {
        check("""
                None is None         => True
                None is not None     => False
                True is True         => True
                True is not False    => True
                1 is True            => False
                0 is None            => False
                'a' is None          => False
                'a' is not None      => True
                'a' is 'b'           => False
                1 is 2               => False
                1 is 1.0             => False
                [] is []             => False
                {} is {}             => False
                [] is not None       => True
                len is len           => True
                len is int           => False
                1 is 1               => not supported: 'is' between two equal values of type int; write ==
                'win-64' is 'win-64' => not supported: 'is' between two equal values of type str; write ==
                (1,) is (1,)         => not supported: 'is' between two equal values of type tuple; write ==
                1.5 is 1.5           => not supported: 'is' between two equal values of type float; write ==
                """);
    }

    @Test
    void logicGivesOperandsAndStopsEarly() {
        check("""
                1 and 2                   => 2
                0 and 2                   => 0
                [] and missing            => []
                0 or 'x'                  => 'x'
                '' or 0                   => 0
                '' or None                => None
                1 or missing              => 1
                0 and missing             => 0
                1 and missing             => NameError
                0 or missing              => NameError
                not 0                     => True
                not 'a'                   => False
                not not 'a'               => True
                not 1 == 2                => True
                not True and False        => False
                not (True and False)      => True
                1 if [] else 2            => 2
                1 if 1 else missing       => 1
                missing if 0 else 2       => 2
                1 if 0 else 2 if 0 else 3 => 3
                1 or 0 and 0              => 1
                (1 or 0) and 0            => 0
                1 and 2 or 3              => 2
                0 and 2 or 3              => 3
                1 == 1 and 2              => 2
                True and SELECTOR_VAR     => NameError
                """);
    }

    @Test
    void truth() {
        check("""
                not []               => True
                not ()               => True
                not {}               => True
                not ''               => True
                not 0                => True
                not 0.0              => True
                not -0.0             => True
                not float('nan')     => False
                not None             => True
                not False            => True
                not [0]              => False
                not (None,)          => False
                not {'': ''}         => False
                not ' '              => False
                not 'False'          => False
                not -1               => False
                not len              => False
                not {}.keys()        => True
                not {'a': 1}.items() => False
                """);
    }

    @Test
    void viewsAreNotCompared() {
        check("""
                {'a': 1}.keys() == {'a': 2}.keys() => not supported: comparing a dict_keys with a dict_keys
                {}.items() == {}.items()           => not supported: comparing a dict_items with a dict_items
                {}.keys() == []                    => False
                {}.keys() is {}.keys()             => False
                """);
    }
}
