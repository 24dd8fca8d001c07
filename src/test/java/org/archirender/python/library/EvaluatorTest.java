package org.archirender.python.library;

import org.junit.jupiter.api.Test;

/** Subscripts, attributes and calls, checked against what Python 3.11 prints. */
class EvaluatorTest {
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
                'abc'[::-1]      => not supported: a slice with a step
                'abcdef'[1:5:2]  => not supported: a slice with a step
                'abcdef'[5:1:-2] => not supported: a slice with a step
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
                'abc'[::0]       => not supported: a slice with a step
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
                int('ff', 16)    => not supported: the argument 'base' of int()
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
                list('ab')       => not supported: calling list()
                tuple([1])       => not supported: calling tuple()
                dict(a=1)        => not supported: calling dict()
                dict([('a', 1)]) => not supported: calling dict()
                sorted([3, 1, 2]) => not supported: calling sorted()
                min(3, 1, 2)     => not supported: calling min()
                max([3, 1, 2])   => not supported: calling max()
                sum([1, 2])      => not supported: calling sum()
                abs(-2)          => not supported: calling abs()
                any([0, 1])      => not supported: calling any()
                all([0, 1])      => not supported: calling all()
                range(3)         => not supported: calling range()
                list(range(1, 7, 2)) => not supported: calling range()
                set([1])         => not supported: calling set()
                None()           => TypeError
                len()            => TypeError
                len(1, 2)        => TypeError
                'a'.upper(1)     => TypeError
                """);
    }

    @Test
    void argumentsAreSpread() {
        check("""
                max(*[1, 5, 2])          => not supported: arguments with a star
                dict(**{'a': 1})         => not supported: arguments with a star
                'a-b'.split(sep='-')     => ['a', 'b']
                dict(**{1: 2})           => not supported: arguments with a star
                dict(*5)                 => not supported: arguments with a star
                'a'.split('-', sep='-')  => TypeError
                """);
    }
}
