package org.archirender.python.library;

import org.junit.jupiter.api.Test;

/** Subscripts, attributes and calls, checked against what Python 3.11 prints. */
class CallTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
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
}
