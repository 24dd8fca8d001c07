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

/** Filters, checked against what Jinja 3.1 gives with conda-build's undefined values. */
class FiltersTest {
    private static final Map<String, String> CASES = Map.ofEntries(
            entry("lower", """
                    name | lower     => libexample
                    'ÄB' | lower     => äb
                    number | lower   => 7
                    none | lower     => none
                    [1, 'A'] | lower => [1, 'a']
                    missing | lower  =>\s
                    name | lower(1)  => ! TypeError
                    name|lower       => libexample
                    """),
            entry("upper", """
                    name | upper     => LIBEXAMPLE
                    'straße' | upper => STRASSE
                    true | upper     => TRUE
                    missing | upper  =>\s
                    """),
            entry("capitalize", """
                    'aB cD' | capitalize => Ab cd
                    '' | capitalize      =>\s
                    1.5 | capitalize     => 1.5
                    none | capitalize    => None
                    """),
            entry("title", """
                    'aB-cD (eF' | title       => Ab-Cd (Ef
                    'two words' | title       => Two Words
                    "it's [a] {b} <c" | title => It's [A] {B} <C
                    'a.b_c' | title           => A.b_c
                    '' | title                =>\s
                    number | title            => 7
                    """),
            entry("trim", """
                    '  a ' | trim ~ '|'  => a|
                    'xax' | trim('x')    => a
                    '"3.12"' | trim('"') => 3.12
                    number | trim        => 7
                    missing | trim       =>\s
                    'a' | trim(1)        => ! TypeError
                    """),
            entry("string", """
                    number | string ~ '!' => 7!
                    1.50 | string         => 1.5
                    none | string         => None
                    ['a'] | string        => ['a']
                    missing | string      =>\s
                    310 | string | length => 3
                    """),
            entry("replace", """
                    version | replace('.', '_')          => 1_10_2
                    version | replace('.', '_', 1)       => 1_10.2
                    version | replace('.', '')           => 1102
                    version | replace('.', '_', none)    => 1_10_2
                    version | replace('.', '_', count=1) => 1_10.2
                    10 | replace(0, 'x')                 => 1x
                    1.5 | replace('.', 1)                => 115
                    none | replace('N', 'n')             => none
                    missing | replace('a', 'b')          =>\s
                    name | replace('x', missing)         => libEample
                    name | replace('a')                  => ! TypeError
                    name | replace('a', 'b', 'c')        => ! TypeError
                    name | replace('', '-')              => ! not supported: replacing the empty text
                    """),
            entry("format", """
                    '%s-%s' | format(1, 'a') => 1-a
                    '%03d' | format(5)       => 005
                    'plain' | format         => plain
                    '%s' | format            => ! TypeError
                    '%s' | format(1, 2)      => ! TypeError
                    '%(a)s' | format(a=3)    => ! not supported: the filter 'format' with named arguments
                    """),
            entry("urlencode", """
                    'a b' | urlencode                => a%20b
                    'v0.1+rpi20250429' | urlencode   => v0.1%2Brpi20250429
                    'é/ü' | urlencode                => %C3%A9/%C3%BC
                    "a&b=c?d#e'f(g)~h*i" | urlencode => a%26b%3Dc%3Fd%23e%27f%28g%29~h%2Ai
                    'A-Z_0.9' | urlencode            => A-Z_0.9
                    310 | urlencode                  => 310
                    '' | urlencode                   =>\s
                    table | urlencode                => ! not supported: the filter 'urlencode' of a value of type dict
                    """),
            entry("int", """
                    '42' | int                      => 42
                    ' 42 ' | int                    => 42
                    '-5' | int                      => -5
                    '42.7' | int                    => 42
                    '1e2' | int                     => 100
                    'x' | int                       => 0
                    '' | int                        => 0
                    'x' | int(5)                    => 5
                    'x' | int('none')               => none
                    3.9 | int                       => 3
                    true | int                      => 1
                    none | int                      => 0
                    missing | int                   => 0
                    [] | int(7)                     => 7
                    '1_0' | int                     => 10
                    'ff' | int(0, 16)               => ! not supported: the argument 'base' of int()
                    version.split('.')[1] | int + 1 => 11
                    """),
            entry("float", """
                    '1.5' | float       => 1.5
                    '2' | float         => 2.0
                    7 | float           => 7.0
                    true | float        => 1.0
                    'x' | float         => 0.0
                    'x' | float(2)      => 2
                    'x' | float('none') => none
                    none | float        => 0.0
                    missing | float     => 0.0
                    'inf' | float       => inf
                    """),
            entry("abs", """
                    -5 | abs     => 5
                    (-5) | abs   => 5
                    5 | abs      => 5
                    (-1.5) | abs => 1.5
                    true | abs   => 1
                    'a' | abs    => ! TypeError
                    none | abs   => ! TypeError
                    """),
            entry("default", """
                    missing | default('x')               => x
                    missing | default                    =>\s
                    missing | default(none)              => None
                    nothing | default('x')               => None
                    '' | default('x')                    =>\s
                    '' | default('x', true)              => x
                    0 | default(1, boolean=true)         => 1
                    name | default('x')                  => libExample
                    name | default('x', true)            => libExample
                    missing.a | default('x')             => None
                    table.nosuch | default('x')          => x
                    missing[0] | default('x')            => x
                    words[9] | default('x')              => x
                    missing | default(default_value='x') => x
                    """),
            entry("d", """
                    missing | d('x')  => x
                    '' | d('x', true) => x
                    """),
            entry("length", """
                    words | length                => 3
                    name | length                 => 10
                    '😀' | length                  => 1
                    table | length                => 2
                    (1, 2) | length               => 2
                    [] | length                   => 0
                    missing | length              => 0
                    range(3) | length             => 3
                    table.items() | length        => 2
                    number | length               => ! TypeError
                    none | length                 => ! TypeError
                    words | map('upper') | length => ! TypeError
                    """),
            entry("count", """
                    words | count => 3
                    name | count  => 10
                    """),
            entry("list", """
                    'abc' | list           => ['a', 'b', 'c']
                    (1, 2) | list          => [1, 2]
                    table | list           => ['x', 'items']
                    range(3) | list        => [0, 1, 2]
                    table.values() | list  => [1, 2]
                    words | reverse | list => ['fig', 'Apple', 'pear']
                    missing | list         => []
                    number | list          => ! TypeError
                    """),
            entry("join", """
                    words | join(', ')                 => pear, Apple, fig
                    words | join                       => pearApplefig
                    [1, none, 'a'] | join('-')         => 1-None-a
                    'abc' | join('.')                  => a.b.c
                    table | join('-')                  => x-items
                    [] | join('-')                     =>\s
                    ['a'] | join('-')                  => a
                    [1, 2] | join(0)                   => 102
                    words | join(d='/')                => pear/Apple/fig
                    version.split('.')[:2] | join('.') => 1.10
                    missing | join                     =>\s
                    [missing, 'a'] | join('-')         => -a
                    number | join                      => ! TypeError
                    [(1, 2)] | join(',', attribute=1)  => ! not supported: the argument 'attribute' of join()
                    """),
            entry("first", """
                    words | first             => pear
                    name | first              => l
                    (1, 2) | first            => 1
                    table | first             => x
                    [] | first                =>\s
                    '' | first | default('x') => x
                    missing | first           =>\s
                    range(5, 9) | first       => 5
                    number | first            => ! TypeError
                    """),
            entry("last", """
                    words | last                => fig
                    name | last                 => e
                    (1, 2) | last               => 2
                    table | last                => items
                    [] | last                   =>\s
                    missing | last              =>\s
                    range(5, 9) | last          => 8
                    version.split('.') | last   => 2
                    number | last               => ! TypeError
                    words | map('upper') | last => ! TypeError
                    """),
            entry("reverse", """
                    words | reverse | list    => ['fig', 'Apple', 'pear']
                    'abc' | reverse           => cba
                    '😀a' | reverse            => a😀
                    '' | reverse              =>\s
                    (1, 2) | reverse | list   => [2, 1]
                    range(3) | reverse | join => 210
                    missing | reverse | list  => []
                    words | map('upper') | reverse | list => ['FIG', 'APPLE', 'PEAR']
                    number | reverse          => ! TypeError
                    """),
            entry("map", """
                    words | map('upper') | join(' ') => PEAR APPLE FIG
                    ['1', '2'] | map('int') | list   => [1, 2]
                    version.split('.')[:2] | map('int') | list => [1, 10]
                    (version.split('.')[:2] | map('int') | list) < [1, 13] => True
                    'ab' | map('upper') | join('-')  => A-B
                    none | map('upper') | list       => []
                    [] | map('upper') | list         => []
                    missing | map('upper') | list    => []
                    ['a', missing] | map('default', 'x') | list => ! not supported: the filter 'map' with anything but the name of a filter
                    words | map('replace', 'p', 'b') | list => ! not supported: the filter 'map' with anything but the name of a filter
                    [{'a': 1}] | map(attribute='a') | list => ! not supported: the filter 'map' with anything but the name of a filter
                    words | map => ! not supported: the filter 'map' with anything but the name of a filter
                    words | map('nosuch') | list     => ! SyntaxError
                    words | map('batch') | list      => ! not supported: the filter 'batch'
                    words | map('upper')             => ! not supported: printing a value of type generator
                    """),
            entry("sort", """
                    words | sort                       => ['Apple', 'fig', 'pear']
                    words | sort(case_sensitive=true)  => ['Apple', 'fig', 'pear']
                    ['b', 'A', 'a', 'B'] | sort        => ['A', 'a', 'b', 'B']
                    ['b', 'A', 'a'] | sort(case_sensitive=true) => ['A', 'a', 'b']
                    ['b', 'A'] | sort(reverse=true)    => ['b', 'A']
                    ['b', 'A', 'a'] | sort(true, true) => ['b', 'a', 'A']
                    [3, 1, 2] | sort                   => [1, 2, 3]
                    ['3.10', '3.9'] | sort             => ['3.10', '3.9']
                    'cab' | sort                       => ['a', 'b', 'c']
                    table | sort                       => ['items', 'x']
                    [(2, 'a'), (1, 'b')] | sort        => [(1, 'b'), (2, 'a')]
                    [] | sort                          => []
                    missing | sort                     => []
                    [1, 'a'] | sort                    => ! TypeError
                    number | sort                      => ! TypeError
                    [{'a': 1}] | sort(attribute='a')   => ! not supported: the argument 'attribute' of sort()
                    """),
            entry("unique", """
                    ['a', 'A', 'b'] | unique | list   => ['a', 'b']
                    ['a', 'A', 'b'] | unique(true) | list => ['a', 'A', 'b']
                    [1, 1.0, true, 2] | unique | list => [1, 2]
                    'abcab' | unique | join           => abc
                    [] | unique | list                => []
                    missing | unique | list           => []
                    [[1], [1]] | unique | list        => ! TypeError
                    number | unique                   => ! TypeError
                    """),
            entry("min", """
                    [3, 1, 2] | min  => 1
                    ['b', 'A'] | min => A
                    ['b', 'A'] | min(case_sensitive=true) => A
                    'cab' | min      => a
                    [] | min         =>\s
                    missing | min    =>\s
                    [1, 'a'] | min   => ! TypeError
                    number | min     => ! TypeError
                    """),
            entry("max", """
                    [3, 1, 2] | max        => 3
                    ['b', 'A'] | max       => b
                    ['b', 'A'] | max(true) => b
                    ['3.9', '3.10'] | max  => 3.9
                    [2, 2.0] | max         => 2
                    [] | max               =>\s
                    """));

    static Set<String> names() {
        return Filters.BY_NAME.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesWhatJinjaGives(String filter) {
        assertThat(CASES).as("no cases of the filter '" + filter + "'").containsKey(filter);
        assertThat(CASES.get(filter)).contains("| " + filter);
        Python.check(requireNonNull(CASES.get(filter)), Templates::print);
    }

    /** The rest of Jinja's own filters. */
    @Test
    void whatRecipesDoNotUseIsRefusedByName() {
        String names =
                "attr batch center dictsort e escape filesizeformat forceescape groupby indent items pprint random"
                        + " reject rejectattr round safe select selectattr slice striptags sum tojson truncate urlize wordcount"
                        + " wordwrap xmlattr";
        for (String filter : names.split(" ", -1)) {
            assertThat(Templates.print("words | " + filter)).isEqualTo("! not supported: the filter '" + filter + "'");
        }
    }

    @Test
    void whatJinjaLacksIsASyntaxErrorEvenWhereItIsNotReached() {
        Python.check("""
                {{ words | nosuch }}           => ! SyntaxError
                {{ words | nosuch if 0 }}      =>\s
                {{ 0 and words | nosuch }}     => ! SyntaxError
                {% if 0 %}{{ a | nosuch }}{% endif %} =>\s
                {% if 1 %}{{ a | nosuch }}{% endif %} => ! SyntaxError
                {% if a | nosuch %}{% endif %} => ! SyntaxError
                {% if 0 and (a | nosuch) %}{% endif %} =>\s
                {% for x in [] %}{{ a | nosuch }}{% endfor %} => ! SyntaxError
                {% set a = b | nosuch %}       => ! SyntaxError
                {{ 'nosuch' | batch if 0 }}    =>\s
                """, Templates::outcome);
    }

    @Test
    void filtersBindCloserThanOperators() {
        Python.check("""
                'a' ~ 'B' | lower                 => ab
                1 + '2' | int                     => 3
                'a' + 'B' | lower                 => ab
                ('A' ~ 'B') | lower               => ab
                'A,B' | lower | replace(',', '-') | upper => A-B
                'a' | upper in 'A'                => True
                not '' | default('x', true)       => False
                number | string ~ number          => 77
                'a' if 'x' | length == 1 else 'b' => a
                -'2' | int                        => ! TypeError
                """, Templates::print);
    }
}
