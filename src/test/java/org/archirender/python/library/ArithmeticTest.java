package org.archirender.python.library;

import org.junit.jupiter.api.Test;

/** What operators give, checked against what Python 3.11 prints. */
class ArithmeticTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
    }

    @Test
    void arithmeticOfIntegers() {
        check("""
                2 + 3 * 4      => 14
                (2 + 3) * 4    => 20
                2 - 3 - 4      => -5
                2 - (3 - 4)    => 3
                7 // 2         => 3
                -7 // 2        => -4
                7 // -2        => -4
                -7 // -2       => 3
                7 % 3          => 1
                -7 % 3         => 2
                7 % -3         => -2
                -7 % -3        => -1
                6 % 3          => 0
                7 / 2          => 3.5
                8 / 2          => 4.0
                -1 / 4         => -0.25
                2 ** 10        => 1024
                2 ** 0         => 1
                0 ** 0         => 1
                -2 ** 2        => -4
                (-2) ** 3      => -8
                2 ** 3 ** 2    => 512
                10 ** 20       => 100000000000000000000
                10 ** 20 // 3  => 33333333333333333333
                10 ** 20 % 7   => 2
                -10 ** 20 // 3 => -33333333333333333334
                6 & 3          => 2
                6 | 3          => 7
                -6 & 3         => 2
                1 | 2 & 3      => 3
                --1            => 1
                -0             => 0
                - 5            => -5
                """);
    }

    @Test
    void divisionByZero() {
        check("""
                1 / 0   => ZeroDivisionError
                1 // 0  => ZeroDivisionError
                1 % 0   => ZeroDivisionError
                1.0 / 0 => ZeroDivisionError
                1 / 0.0 => ZeroDivisionError
                0 / 5   => 0.0
                """);
    }

    @Test
    void arithmeticOfFloats() {
        check("""
                0.1 + 0.2                   => 0.30000000000000004
                1.5 - 1                     => 0.5
                2.5 * 2                     => 5.0
                2.5 + 1                     => 3.5
                1 + 2.5                     => 3.5
                True + 0.5                  => 1.5
                3.0 / 2                     => 1.5
                -0.0                        => -0.0
                -1.5                        => -1.5
                0.1 * 3                     => 0.30000000000000004
                1.1 + 2.2                   => 3.3000000000000003
                100.0 * 1.1                 => 110.00000000000001
                float('1e308') * 10         => inf
                float('-1e308') * 10        => -inf
                float('inf') - float('inf') => nan
                float('nan') + 1            => nan
                """);
    }

    @Test
    void boolsCountAsNumbers() {
        check("""
                True + True   => 2
                True - False  => 1
                True * 5      => 5
                -True         => -1
                True & False  => False
                True | False  => True
                False | False => False
                True & 1      => 1
                True | 2      => 3
                True / 2      => 0.5
                True // 1     => 1
                """);
    }

    @Test
    void sequencesJoinAndRepeat() {
        check("""
                'a' + 'b'        => 'ab'
                'ab' * 3         => 'ababab'
                3 * 'ab'         => 'ababab'
                'ab' * 0         => ''
                'ab' * -1        => ''
                '' * 5           => ''
                'a' * True       => 'a'
                [1] + [2]        => [1, 2]
                [] + []          => []
                [[]] * 2         => [[], []]
                [0] * 3          => [0, 0, 0]
                2 * [1, 2]       => [1, 2, 1, 2]
                ['a'] * (1 == 1) => ['a']
                ['a'] * (1 == 2) => []
                (1,) + (2,)      => (1, 2)
                (1, 2) * 2       => (1, 2, 1, 2)
                2 * ()           => ()
                '' * 10 ** 30    => OverflowError
                """);
    }

    @Test
    void operatorsOnWrongTypes() {
        check("""
                1 + 'a'    => TypeError
                'a' + 1    => TypeError
                'a' - 'b'  => TypeError
                None + 1   => TypeError
                None * 2   => TypeError
                [1] + (2,) => TypeError
                (1,) + [2] => TypeError
                [1] - [1]  => TypeError
                -'a'       => TypeError
                -[]        => TypeError
                -None      => TypeError
                {} + {}    => TypeError
                {} * 2     => TypeError
                'a' * 1.5  => TypeError
                'a' * 'b'  => TypeError
                1.5 & 1    => TypeError
                1 | 'a'    => TypeError
                'a' / 'b'  => TypeError
                len + 1    => TypeError
                """);
    }

    @Test
    void whatRecipesDoNotUseIsRefused() {
        check("""
                6 ^ 3               => not supported: the operator '^' here
                1 << 4              => not supported: the operator '<<' here
                17 >> 2             => not supported: the operator '>>' here
                ~5                  => not supported: the operator '~' here
                +5                  => not supported: the operator '+' here
                1 @ 2               => not supported: the operator '@' here
                2 ** -1             => not supported: a negative power
                2 ** 0.5            => not supported: the operator ** of floats
                0.5 ** 2            => not supported: the operator ** of floats
                5.0 // 2            => not supported: the operator // of floats
                5.5 % 2             => not supported: the operator % of floats
                10 ** 20 / 3        => not supported: dividing integers of more than 53 bits
                {'a': 1} | {'b': 2} => not supported: the operator | of dicts
                """);
    }
}
