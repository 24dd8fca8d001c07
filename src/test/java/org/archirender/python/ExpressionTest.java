package org.archirender.python;

import org.junit.jupiter.api.Test;

/** What expressions mean, checked against what Python 3.11 prints for them. */
class ExpressionTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
    }

    @Test
    void literals() {
        check("""
                1                => 1
                0x1F             => 31
                0o17             => 15
                0b101            => 5
                1_000            => 1000
                00               => 0
                1.50             => 1.5
                .5               => 0.5
                1.               => 1.0
                1e3              => 1000.0
                1E-2             => 0.01
                True             => True
                None             => None
                ...              => not supported
                'a'              => 'a'
                "it's"           => "it's"
                'a' "b"          => 'ab'
                '''a'b'''        => "a'b"
                r'\\d'            => '\\\\d'
                u'x'             => 'x'
                ()               => ()
                (1,)             => (1,)
                1, 2             => (1, 2)
                [1, 2,]          => [1, 2]
                {}               => {}
                {'a': 1, 'b': 2,} => {'a': 1, 'b': 2}
                {1}              => {1}
                """);
    }

    @Test
    void escapesInStrings() {
        check("""
                '\\t|\\n|\\r|\\\\'   => '\\t|\\n|\\r|\\\\'
                '\\x41\\u0042\\U00000043' => 'ABC'
                '\\101'           => 'A'
                '\\d'             => '\\\\d'
                '\\''             => "'"
                '\\x4'            => SyntaxError
                '\\N{DASH}'       => not supported
                '\\a\\b\\v\\f\\0'     => '\\x07\\x08\\x0b\\x0c\\x00'
                'é\\x7f\\u200b'    => 'é\\x7f\\u200b'
                """);
    }

    @Test
    void syntaxErrors() {
        check("""
                1 +              => SyntaxError
                (1               => SyntaxError
                1)               => SyntaxError
                a b              => SyntaxError
                py=27            => SyntaxError
                012              => SyntaxError
                2.1.3            => SyntaxError
                1abc             => SyntaxError
                0or 3            => SyntaxError
                0x               => SyntaxError
                'a               => SyntaxError
                a ? b            => SyntaxError
                $a               => SyntaxError
                not              => SyntaxError
                a == not b       => SyntaxError
                1 if 2           => SyntaxError
                class            => SyntaxError
                f(a=1, 2)        => SyntaxError
                [1 2]            => SyntaxError
                {1: 2, 3}        => SyntaxError
                a[]              => SyntaxError
                x.1              => SyntaxError
                """);
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        check("""
                lambda: 1        => not supported
                f'a'             => not supported
                b'a'             => not supported
                1j               => not supported
                (x for x in y)   => not supported
                print(1)         => not supported
                'a'.encode()     => not supported
                'a'.__class__    => not supported
                [1].__class__    => not supported
                {1, 2}           => not supported
                """);
    }

    @Test
    void keywordsMayFollowNumbersDirectly() {
        check("""
                1and 2           => 2
                0 or 3           => 3
                1if 1else 2      => 1
                1in[1]           => True
                """);
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
                2 ** -1          => 0.5
                -2 ** 2          => -4
                2 ** 3 ** 2      => 512
                10 ** 20         => 100000000000000000000
                6 & 3            => 2
                6 | 3            => 7
                6 ^ 3            => 5
                ~5               => -6
                1 << 4           => 16
                17 >> 2          => 4
                1 << -1          => ValueError
                1 / 0            => ZeroDivisionError
                1 // 0           => ZeroDivisionError
                1 % 0            => ZeroDivisionError
                0 ** -1          => ZeroDivisionError
                --1              => 1
                +True            => 1
                """);
    }

    @Test
    void arithmeticOfFloats() {
        check("""
                0.1 + 0.2        => 0.30000000000000004
                1e16             => 1e+16
                1e15             => 1000000000000000.0
                1e-5             => 1e-05
                0.0001           => 0.0001
                5.0 // 2         => 2.0
                -5.0 // 2        => -3.0
                5.5 % 2          => 1.5
                -5.5 % 2         => 0.5
                2 ** 0.5         => 1.4142135623730951
                1.0 / 0          => ZeroDivisionError
                1e308 * 10       => inf
                -1e308 * 10      => -inf
                -0.0             => -0.0
                2.5 + 1          => 3.5
                (-8) ** 0.5      => not supported
                10.0 ** 400      => OverflowError
                """);
    }

    @Test
    void boolsCountAsNumbers() {
        check("""
                True + True      => 2
                True - False     => 1
                True & False     => False
                True | False     => True
                True ^ True      => False
                True & 1         => 1
                True == 1        => True
                True < 2         => True
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
                ~1.5             => TypeError
                {} + {}          => TypeError
                'a' * 1.5        => TypeError
                1 @ 2            => TypeError
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
                10 ** 20 > 1e19  => True
                2 ** 53 + 1 == 2.0 ** 53 => False
                {1} == {1}       => True
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
                1 in {1, 2}      => True
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
                1 is 1           => True
                1 is True        => False
                'a' is not None  => True
                [] is []         => False
                'win-64' is 'win-64' => True
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

    @Test
    void subscriptsAndSlices() {
        check("""
                'abc'[0]         => 'a'
                'abc'[-1]        => 'c'
                'abc'[1:]        => 'bc'
                'abc'[:-1]       => 'ab'
                'abc'[::-1]      => 'cba'
                'abcdef'[1:5:2]  => 'bd'
                'abcdef'[5:1:-2] => 'fd'
                'abc'[5:]        => ''
                'abc'[-9:2]      => 'ab'
                [1, 2, 3][1:]    => [2, 3]
                (1, 2, 3)[:2]    => (1, 2)
                {'a': 1}['a']    => 1
                {1: 'x'}[True]   => 'x'
                'abc'[9]         => LookupError
                {'a': 1}['b']    => LookupError
                'abc'['a']       => TypeError
                5[0]             => TypeError
                'abc'[::0]       => ValueError
                'abc'[None:2]    => 'ab'
                '😀b'[0]         => '😀'
                '😀b'[1]         => 'b'
                """);
    }

    @Test
    void attributesThatAreNotThere() {
        check("""
                'a'.foo          => AttributeError
                False.startswith('x') => AttributeError
                None.x           => AttributeError
                (1).upper()      => AttributeError
                """);
    }

    @Test
    void calls() {
        check("""
                int('12')        => 12
                int(' 1_0 ')     => 10
                int('ff', 16)    => 255
                int(3.9)         => 3
                int(-3.9)        => -3
                int('3.9')       => ValueError
                int(None)        => TypeError
                int()            => 0
                float('1.5')     => 1.5
                float('inf')     => inf
                float('nan')     => nan
                float('1d')      => ValueError
                float('1_0.5e2') => 1050.0
                str(1.0)         => '1.0'
                str(None)        => 'None'
                str([1, 'a'])    => "[1, 'a']"
                bool('')         => False
                len('😀')        => 1
                len([1, 2])      => 2
                len(5)           => TypeError
                list('ab')       => ['a', 'b']
                tuple([1])       => (1,)
                dict(a=1)        => {'a': 1}
                dict([('a', 1)]) => {'a': 1}
                sorted([3, 1, 2]) => [1, 2, 3]
                min(3, 1, 2)     => 1
                max([3, 1, 2])   => 3
                sum([1, 2])      => 3
                abs(-2)          => 2
                any([0, 1])      => True
                all([0, 1])      => False
                range(3)         => range(0, 3)
                list(range(1, 7, 2)) => [1, 3, 5]
                set([1])         => {1}
                None()           => TypeError
                len()            => TypeError
                len(1, 2)        => TypeError
                'a'.upper(1)     => TypeError
                """);
    }

    @Test
    void argumentsAreSpread() {
        check("""
                max(*[1, 5, 2])          => 5
                dict(**{'a': 1})         => {'a': 1}
                'a-b'.split(sep='-')     => ['a', 'b']
                dict(**{1: 2})           => TypeError
                dict(*5)                 => TypeError
                'a'.split('-', sep='-')  => TypeError
                """);
    }

    @Test
    void keysOfDictsAreEqualAsPythonsAre() {
        check("""
                {1: 'a', 1.0: 'b', True: 'c'} => {1: 'c'}
                {(1, 2): 3}[(1.0, 2)]    => 3
                {None: 1}[None]          => 1
                {[]: 1}                  => TypeError
                {{}: 1}                  => TypeError
                {1.5: 2}[1.5]            => 2
                """);
    }
}
