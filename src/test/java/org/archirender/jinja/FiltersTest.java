package org.archirender.jinja;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static void check(String table) {
        Python.check(table, Templates::print);
    }

    @Test
    void texts() {
        check("""
                name | lower             => libexample
                name | upper             => LIBEXAMPLE
                number | string ~ '!'    => 7!
                'aB cD' | capitalize     => Ab cd
                'aB-cD (eF' | title      => Ab-Cd (Ef
                ' a ' | trim ~ '|'       => a|
                'xax' | trim('x')        => a
                'a' | center(5) ~ '|'    => ! not supported: the filter 'center'
                version | replace('.', '_') => 1_10_2
                version | replace('.', '_', 1) => 1_10.2
                10 | replace(0, 'x')     => 1x
                '%s-%s' | format(1, 2)   => 1-2
                '%(a)s' | format(a=3)    => ! not supported: the filter 'format' with named arguments
                'a b' | urlencode        => a%20b
                'é/ü' | urlencode        => %C3%A9/%C3%BC
                'one two_2 3' | wordcount => ! not supported: the filter 'wordcount'
                name | lower(1)          => ! TypeError
                name | replace('a')      => ! TypeError
                missing | lower          =>\s
                missing | replace('a', 'b') =>\s
                """);
    }

    @Test
    void numbers() {
        check("""
                '42' | int               => 42
                '42.7' | int             => 42
                'x' | int                => 0
                'x' | int(5)             => 5
                'ff' | int(0, 16)        => ! not supported: the argument 'base' of int()
                none | int               => 0
                missing | int            => 0
                3.9 | int                => 3
                '1.5' | float            => 1.5
                'x' | float              => 0.0
                'x' | float(2)           => 2
                missing | float          => 0.0
                (-5) | abs               => 5
                (-1.5) | abs             => 1.5
                'a' | abs                => ! TypeError
                2.5 | round              => ! not supported: the filter 'round'
                2.675 | round(2)         => ! not supported: the filter 'round'
                1234.5 | round(-2)       => ! not supported: the filter 'round'
                7 | round                => ! not supported: the filter 'round'
                2.1 | round(0, 'ceil')   => ! not supported: the filter 'round'
                """);
    }

    @Test
    void defaults() {
        check("""
                missing | default('x')   => x
                missing | d              =>\s
                nothing | default('x')   => None
                '' | default('x', true)  => x
                0 | default(1, boolean=true) => 1
                name | default('x')      => libExample
                missing.a | default('x') => None
                """);
    }

    @Test
    void sequences() {
        check("""
                words | length           => 3
                name | count             => 10
                missing | length         => 0
                number | length          => ! TypeError
                words | first            => pear
                words | last             => fig
                [] | first               =>\s
                [] | last                =>\s
                words | join(', ')       => pear, Apple, fig
                [1, none] | join('-')    => 1-None
                [(1, 2), (3, 4)] | join(',', attribute=1) => ! not supported: the argument 'attribute' of join()
                'abc' | list             => ['a', 'b', 'c']
                table | list             => ['x', 'items']
                words | reverse | list   => ['fig', 'Apple', 'pear']
                'abc' | reverse          => cba
                words | sort             => ['Apple', 'fig', 'pear']
                words | sort(case_sensitive=true) => ['Apple', 'fig', 'pear']
                ['b', 'A'] | sort(reverse=true) => ['b', 'A']
                [3, 1] | sort            => [1, 3]
                [(1, 'b'), (2, 'a')] | sort(attribute=1) => ! not supported: the argument 'attribute' of sort()
                ['a', 'A', 'b'] | unique | list => ['a', 'b']
                [3, 1] | min             => 1
                ['b', 'A'] | max         => b
                [] | min                 =>\s
                [1, 2] | sum             => ! not supported: the filter 'sum'
                [{'n': 1}, {'n': 2}] | sum(attribute='n') => ! not supported: the filter 'sum'
                [1] | sum(start='a')     => ! not supported: the filter 'sum'
                table | items | list     => ! not supported: the filter 'items'
                table | dictsort         => ! not supported: the filter 'dictsort'
                table | dictsort(by='value') => ! not supported: the filter 'dictsort'
                1 | items                => ! not supported: the filter 'items'
                """);
    }

    @Test
    void mappingAndSelecting() {
        check("""
                words | map('upper') | join(' ') => PEAR APPLE FIG
                ['1', '2'] | map('int') | sum => ! not supported: the filter 'sum'
                words | map('replace', 'p', 'b') | list => ! not supported: the filter 'map' with anything but the name of a filter
                [{'a': {'b': 1}}] | map(attribute='a.b') | list => ! not supported: the filter 'map' with anything but the name of a filter
                [{}] | map(attribute='a', default='d') | list => ! not supported: the filter 'map' with anything but the name of a filter
                none | map('upper') | list => []
                [1, 2, 3] | select('odd') | list => ! not supported: the filter 'select'
                [1, 0, 2] | select | list => ! not supported: the filter 'select'
                [1, 2, 3] | reject('gt', 1) | list => ! not supported: the filter 'reject'
                [{'a': 1}, {}] | selectattr('a') | list => ! not supported: the filter 'selectattr'
                [{'a': 1}, {'a': 2}] | rejectattr('a', 'eq', 1) | list => ! not supported: the filter 'rejectattr'
                words | map              => ! not supported: the filter 'map' with anything but the name of a filter
                words | map('nosuch') | list => ! SyntaxError
                words | select('nosuch') | list => ! not supported: the filter 'select'
                """);
    }
}
