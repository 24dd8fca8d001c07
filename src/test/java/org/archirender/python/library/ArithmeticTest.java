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
                2 + 3 * 4        => 14
                (2 + 3) * 4      => 20
                7 // 2           => 3
                -7 // 2          => -4
                7 % 3            => 1
                -7 % 3           => 2
                7 % -3           => -2
                7 / 2            => 3.5
                2 ** 10          => 1024
                2 ** -1          => not supported: a negative power
                -2 ** 2          => -4
                2 ** 3 ** 2      => 512
                10 ** 20         => 100000000000000000000
                6 & 3            => 2
                6 | 3            => 7
                6 ^ 3            => not supported: the operator '^' here
                ~5               => not supported: the operator '~' here
                1 << 4           => not supported: the operator '<<' here
                17 >> 2          => not supported: the operator '>>' here
                1 << -1          => not supported: the operator '<<' here
                1 / 0            => ZeroDivisionError
                1 // 0           => ZeroDivisionError
                1 % 0            => ZeroDivisionError
                0 ** -1          => not supported: a negative power
                --1              => 1
                +True            => not supported: the operator '+' here
                """);
    }

    @Test
    void arithmeticOfFloats() {
        check("""
                0.1 + 0.2        => 0.30000000000000004
                1e16             => not supported: a number such as 1e…
                1e15             => not supported: a number such as 1e…
                1e-5             => not supported: a number such as 1e…
                0.0001           => 0.0001
                5.0 // 2         => not supported: the operator // of floats
                -5.0 // 2        => not supported: the operator // of floats
                5.5 % 2          => not supported: the operator % of floats
                -5.5 % 2         => not supported: the operator % of floats
                2 ** 0.5         => not supported: the operator ** of floats
                1.0 / 0          => ZeroDivisionError
                1e308 * 10       => not supported: a number such as 1e…
                -1e308 * 10      => not supported: a number such as 1e…
                -0.0             => -0.0
                2.5 + 1          => 3.5
                (-8) ** 0.5      => not supported: the operator ** of floats
                10.0 ** 400      => not supported: the operator ** of floats
                """);
    }

    @Test
    void boolsCountAsNumbers() {
        check("""
                True + True      => 2
                True - False     => 1
                True & False     => False
                True | False     => True
                True ^ True      => not supported: the operator '^' here
                True & 1         => 1
                True == 1        => True
                True < 2         => True
                """);
    }

    @Test
    void sequencesJoinAndRepeat() {
        check("""
                'a' + 'b'        => 'ab'
                'ab' * 3         => 'ababab'
                3 * 'ab'         => 'ababab'
                'ab' * -1        => ''
                [1] + [2]        => [1, 2]
                (1,) + (2,)      => (1, 2)
                [0] * 3          => [0, 0, 0]
                True * 'a'       => 'a'
                """);
    }

    @Test
    void operatorsOnWrongTypes() {
        check("""
                1 + 'a'          => TypeError
                'a' - 'b'        => TypeError
                None + 1         => TypeError
                [1] + (2,)       => TypeError
                -'a'             => TypeError
                ~1.5             => not supported: the operator '~' here
                {} + {}          => TypeError
                'a' * 1.5        => TypeError
                1 @ 2            => not supported: the operator '@' here
                """);
    }
}
