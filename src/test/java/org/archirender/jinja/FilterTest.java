package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

class FilterTest {
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
                'a' | center(5) ~ '|'    =>   a  |
                version | replace('.', '_') => 1_10_2
                version | replace('.', '_', 1) => 1_10.2
                10 | replace(0, 'x')     => 1x
                '%s-%s' | format(1, 2)   => 1-2
                '%(a)s' | format(a=3)    => 3
                'a b' | urlencode        => a%20b
                'é/ü' | urlencode        => %C3%A9/%C3%BC
                'one two_2 3' | wordcount => 3
                name | lower(1)          => ! TypeError
                name | replace('a')      => ! TypeError
                missing | lower          =>\s
                missing | replace('a', 'b') =>\s
                """);
    }

    @Test
    void indentation() {
        assertThat(Templates.print("'a\\n\\nb' | indent(2)")).isEqualTo("a\n\n  b");
        assertThat(Templates.print("'a\\nb' | indent(2, true)")).isEqualTo("  a\n  b");
        assertThat(Templates.print("'a\\n\\nb' | indent('>', blank=true)")).isEqualTo("a\n>\n>b");
        assertThat(Templates.print("7 | indent(2)")).isEqualTo("! TypeError");
    }

    @Test
    void numbers() {
        check("""
                '42' | int               => 42
                '42.7' | int             => 42
                'x' | int                => 0
                'x' | int(5)             => 5
                'ff' | int(0, 16)        => 255
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
                2.5 | round              => 2.0
                2.675 | round(2)         => 2.67
                1234.5 | round(-2)       => 1200.0
                7 | round                => 7
                2.1 | round(0, 'ceil')   => ! not supported
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
                [(1, 2), (3, 4)] | join(',', attribute=1) => 2,4
                'abc' | list             => ['a', 'b', 'c']
                table | list             => ['x', 'items']
                words | reverse | list   => ['fig', 'Apple', 'pear']
                'abc' | reverse          => cba
                words | sort             => ['Apple', 'fig', 'pear']
                words | sort(case_sensitive=true) => ['Apple', 'fig', 'pear']
                ['b', 'A'] | sort(reverse=true) => ['b', 'A']
                [3, 1] | sort            => [1, 3]
                [(1, 'b'), (2, 'a')] | sort(attribute=1) => [(2, 'a'), (1, 'b')]
                ['a', 'A', 'b'] | unique | list => ['a', 'b']
                [3, 1] | min             => 1
                ['b', 'A'] | max         => b
                [] | min                 =>\s
                [1, 2] | sum             => 3
                [{'n': 1}, {'n': 2}] | sum(attribute='n') => 3
                [1] | sum(start='a')     => ! TypeError
                table | items | list     => [('x', 1), ('items', 2)]
                table | dictsort         => [('items', 2), ('x', 1)]
                table | dictsort(by='value') => [('x', 1), ('items', 2)]
                1 | items                => ! TypeError
                """);
    }

    @Test
    void mappingAndSelecting() {
        check("""
                words | map('upper') | join(' ') => PEAR APPLE FIG
                ['1', '2'] | map('int') | sum => 3
                words | map('replace', 'p', 'b') | list => ['bear', 'Abble', 'fig']
                [{'a': {'b': 1}}] | map(attribute='a.b') | list => [1]
                [{}] | map(attribute='a', default='d') | list => ['d']
                none | map('upper') | list => []
                [1, 2, 3] | select('odd') | list => [1, 3]
                [1, 0, 2] | select | list => [1, 2]
                [1, 2, 3] | reject('gt', 1) | list => [1]
                [{'a': 1}, {}] | selectattr('a') | list => [{'a': 1}]
                [{'a': 1}, {'a': 2}] | rejectattr('a', 'eq', 1) | list => [{'a': 2}]
                words | map              => ! ValueError
                words | map('nosuch') | list => ! SyntaxError
                words | select('nosuch') | list => ! SyntaxError
                """);
    }
}
