package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Tags, checked against what Jinja 3.1 gives with conda-build's undefined values. */
class StatementTest {
    private static void check(String table) {
        Python.check(table, Templates::outcome);
    }

    @Test
    void assignments() {
        check("""
                {% set a = 1 %}{{ a }}              => 1
                {% set a = 1 %}{% set a = a + 1 %}{{ a }} => 2
                {% set a, b = 1, 2 %}{{ b }}{{ a }} => 21
                {% set a, b = 'xy' %}{{ b }}{{ a }} => yx
                {% set a, = [5] %}{{ a }}           => ! SyntaxError
                {% set (a, b) = (1, 2) %}{{ b }}    => 2
                {% set (a, (b, c)) = (1, (2, 3)) %}{{ c }} => 3
                {% set major, minor = version.split('.')[:2] %}{{ major }}-{{ minor }} => 1-10
                {% set a = 1, 2 %}{{ a }}           => (1, 2)
                {% set a = missing %}[{{ a }}]      => []
                {% set a = 'x' if 0 %}[{{ a }}]     => []
                {% set version = version.replace('.', '_') %}{{ version }} => 1_10_2
                {% set name = name|lower %}{{ name }} => libexample
                {%set a=1%}{{a}}                    => 1
                {% set a = [] %}{% set b = a %}{{ a.append(1) or '' }}{{ b }} => [1]
                {% set a, b = 1 %}                  => ! TypeError
                {% set a, b = (1,) %}               => ! ValueError
                {% set a, b = (1, 2, 3) %}          => ! ValueError
                {% set a, b = missing %}            => ! ValueError
                {% set true = 1 %}                  => ! SyntaxError
                {% set None = 1 %}                  => ! SyntaxError
                {% set 'a' = 1 %}                   => ! SyntaxError
                {% set a + b = 1 %}                 => ! not supported: the operator '+' here
                {% set a.b = 1 %}                   => ! TypeError
                {% set a[0] = 1 %}                  => ! SyntaxError
                {% set a %}                         => ! SyntaxError
                {% set a = %}                       => ! SyntaxError
                {% set = 1 %}                       => ! SyntaxError
                {% set a == 1 %}                    => ! SyntaxError
                """);
    }

    @Test
    void blocksThatAreAssigned() {
        check("""
                {% set a %}x{{ 1 }}{% endset %}[{{ a }}] => [x1]
                {% set a %}{% endset %}[{{ a }}] => []
                {% set a %}{% set b = 1 %}{{ b }}{% endset %}{{ a }}{{ b }} => 1
                {% set a %}{% for x in 'ab' %}{{ x }}-{% endfor %}{% endset %}{{ a | upper }} => A-B-
                {% set a %}  x  {% endset %}[{{ a | trim }}] => [x]
                {% set a %}5{% endset %}{{ a == 5 }}{{ a == '5' }} => FalseTrue
                {% set a %}x{% set b %}y{% endset %}{{ b }}{% endset %}{{ a }} => xy
                """);
    }

    @Test
    void namespacesAreSetFromInsideBlocks() {
        check("""
                {% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }} => 2
                {% set n = namespace(a=0) %}{% for i in [5, 6] %}{% set n.a = n.a + i %}{% endfor %}{{ n.a }} => 11
                {% set n = namespace() %}{% set n.x = 'y' %}{{ n.x }} => y
                {% set n = namespace(a=1) %}{{ n.b is undefined }} => True
                {% set n = namespace(a=1) %}{{ n['a'] }} => 1
                {% set n = 1 %}{% set n.a = 1 %}  => ! TypeError
                {% set n = {} %}{% set n.a = 1 %} => ! TypeError
                {% set n = namespace({'a': 1}) %}{{ n.a }} => ! not supported: namespace() of anything but named values
                """);
    }

    @Test
    void conditions() {
        check("""
                {% if number > 5 %}a{% endif %}    => a
                {% if number > 9 %}a{% endif %}    =>\s
                {% if number > 9 %}a{% else %}b{% endif %} => b
                {% if number > 9 %}a{% elif number > 5 %}b{% else %}c{% endif %} => b
                {% if 0 %}a{% elif 0 %}b{% elif 0 %}c{% else %}d{% endif %} => d
                {% if missing %}a{% endif %}       =>\s
                {% if not missing and flag %}a{% endif %} => a
                {% if missing is defined and missing.a.b() %}a{% endif %} =>\s
                {% if 0 %}{{ 1 / 0 }}{% endif %}ok => ok
                {% if 1 %}{% set x = 2 %}{% endif %}{{ x }} => 2
                {% if 0 %}{% set x = 2 %}{% else %}{% set x = 3 %}{% endif %}{{ x }} => 3
                {% if 1 %}{% if 0 %}a{% else %}b{% endif %}{% endif %} => b
                {% if 'a' in name %}a{% endif %}   => a
                {% if name == 'libExample' and number == 7 %}a{% endif %} => a
                {% if 1, %}a{% endif %}            => a
                {% if flag else: %}a{% endif %}    => ! SyntaxError
                {% if %}{% endif %}                => ! SyntaxError
                {% if a %}                         => ! SyntaxError
                {% if a %}{% else %}{% else %}{% endif %} => ! SyntaxError
                {% if a %}{% else %}{% elif b %}{% endif %} => ! SyntaxError
                {% if a %}{% endfor %}             => ! SyntaxError
                {% elif a %}                       => ! SyntaxError
                {% else %}                         => ! SyntaxError
                {% endif %}                        => ! SyntaxError
                """);
    }

    @Test
    void loops() {
        check("""
                {% for w in words %}{{ w }},{% endfor %} => pear,Apple,fig,
                {% for k in table %}{{ k }}{% endfor %} => xitems
                {% for k, v in table.items() %}{{ k }}={{ v }};{% endfor %} => x=1;items=2;
                {% for a, b in [(1, 2), (3, 4)] %}{{ b }}{{ a }}{% endfor %} => 2143
                {% for a, (b, c) in [(1, (2, 3))] %}{{ c }}{% endfor %} => 3
                {% for x in 1, 2 %}{{ x }}{% endfor %} => 12
                {% for x in 'abc' %}{{ x }}.{% endfor %} => a.b.c.
                {% for x in range(3) %}{{ x }}{% endfor %} => 012
                {% for x in range(1, 4) %}{{ x }}{% endfor %} => 123
                {% for x in [] %}a{% else %}none{% endfor %} => none
                {% for x in missing %}a{% else %}none{% endfor %} => none
                {% for x in [1] %}a{% else %}none{% endfor %} => a
                {% for x in words[1:] %}{{ x }}{% endfor %} => Applefig
                {% for x in words if x != 'fig' %}{{ x }},{% endfor %} => pear,Apple,
                {% for x in words if x == 'nosuch' %}a{% else %}none{% endfor %} => none
                {% for x in [3, 4] %}{% for y in [1, 2] %}{{ x * y }} {% endfor %}{% endfor %} => 3 6 4 8\s
                {% for x in [1] %}{% for x in [2] %}{{ x }}{% endfor %}{{ x }}{% endfor %} => 21
                {% for x in (words if flag else []) %}{{ x }}{% endfor %} => pearApplefig
                {% for x in words | map('upper') %}{{ x }}{% endfor %} => PEARAPPLEFIG
                {% for x in words -%}  {{ x }}  {%- endfor %} => pearApplefig
                {% for x in none %}{% endfor %}     => ! TypeError
                {% for x in 5 %}{% endfor %}        => ! TypeError
                {% for a, b in [1] %}{% endfor %}   => ! TypeError
                {% for a, b in [(1, 2, 3)] %}{% endfor %} => ! ValueError
                {% for x %}{% endfor %}             => ! SyntaxError
                {% for in words %}{% endfor %}      => ! SyntaxError
                {% for 'x' in words %}{% endfor %}  => ! SyntaxError
                {% for x in words %}                => ! SyntaxError
                {% for loop in words %}{% endfor %} => ! SyntaxError
                {% for x in words %}{% set loop = 1 %}{% endfor %} => ! SyntaxError
                {% for x.y in words %}{% endfor %}  => ! not supported: the operator '.' here
                """);
    }

    @Test
    void loopsKnowWhereTheyStand() {
        check("""
                {% for x in 'abc' %}{{ loop.index }}{{ loop.index0 }} {% endfor %} => 10 21 32\s
                {% for x in 'abc' %}{{ x }}{% if not loop.last %},{% endif %}{% endfor %} => a,b,c
                {% for x in 'abc' %}{% if loop.first %}^{% endif %}{{ x }}{% endfor %} => ^abc
                {% for x in 'abc' %}{{ loop.length }}{% endfor %} => 333
                {% for x in [] %}{% else %}{{ loop is defined }}{% endfor %} => False
                {{ loop is defined }} => False
                {% for x in 'ab' %}{% for y in 'cd' %}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %} => 121122
                {% for x in words if loop is defined %}{{ x }}{% endfor %} =>\s
                {% for x in [1, 2, 3] if x != 2 %}{{ loop.index }}{{ x }} {% endfor %} => 11 23\s
                {% for x in 'ab' %}{{ loop['index'] }}{% endfor %} => 12
                {% set l = [1] %}{% for x in l %}{{ loop.length }}{% if x < 3 %}{{ l.append(x + 1) or '' }}{% endif %}{% endfor %} => 111
                """);
    }

    @Test
    void variablesOfALoopAreOfOneTurn() {
        check("""
                {% set x = 0 %}{% for i in [1, 2] %}{{ x }}{% set x = i %}{{ x }}{% endfor %}{{ x }} => 01020
                {% for i in [1, 2] %}{% set y = i %}{% endfor %}[{{ y }}] => []
                {% for i in [1] %}{% endfor %}[{{ i }}] => []
                {% set l = [] %}{% for i in [1, 2] %}{{ l.append(i) or '' }}{% endfor %}{{ l }} => [1, 2]
                {% for i in [1, 2] %}{% if i == 1 %}{% set z = 5 %}{% endif %}[{{ z }}]{% endfor %} => [5][]
                {% set i = 9 %}{% for i in [1] %}{{ i }}{% endfor %}{{ i }} => 19
                {% for i in [1, 2] %}{{ number }}{% set number = i %}{% endfor %}{{ number }} => 777
                """);
    }

    @Test
    void macros() {
        check("""
                {% macro m() %}x{% endmacro %}{{ m() }}{{ m() }} => xx
                {% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=4, a=5) }} => 1-2 1-3 5-4
                {% macro m(a) %}[{{ a }}]{% endmacro %}{{ m() }} => []
                {% macro m(a, b=a) %}{{ b }}{% endmacro %}{{ m(1) }} => 1
                {% macro m(a) %}{{ a }}{% endmacro %}{{ m('x') | upper }} => X
                {% macro m(a) %}{{ a }}{% endmacro %}{{ m('x') ~ m('y') }} => xy
                {% macro m() %}{{ name }}{% endmacro %}{{ m() }} => libExample
                {% set x = 1 %}{% macro m() %}{{ x }}{% endmacro %}{% set x = 2 %}{{ m() }} => 2
                {% macro m() %}{% set y = 1 %}{% endmacro %}{{ m() }}[{{ y }}] => []
                {% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }} => 3210
                {% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}b{% endmacro %}{{ a() }} => b
                {% macro m() %}{% for x in 'ab' %}{{ x }}{% endfor %}{% endmacro %}{{ m() }} => ab
                {% for x in 'ab' %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}{% endfor %} => ab
                {% macro m(a) %}{% endmacro %}{{ m(1, 2) }} => ! TypeError
                {% macro m(a) %}{% endmacro %}{{ m(c=2) }} => ! TypeError
                {% macro m(a=1, b) %}{% endmacro %} => ! SyntaxError
                {% macro m %}{% endmacro %}         => ! SyntaxError
                {% macro %}{% endmacro %}           => ! SyntaxError
                {% macro m() %}                     => ! SyntaxError
                {{ m is defined }}{% macro m() %}{% endmacro %}{{ m is defined }} => FalseTrue
                """);
    }

    @Test
    void tagsThatAreNone() {
        check("""
                {% nosuch %}     => ! SyntaxError
                {% do a %}       => ! SyntaxError
                {% break %}      => ! SyntaxError
                {% endset %}     => ! SyntaxError
                {% %}            => ! SyntaxError
                {% 5 %}          => ! SyntaxError
                {% set a = 1 %}} => }
                {{ }}            => ! SyntaxError
                {{ a             => ! SyntaxError
                {{ a b }}        => ! SyntaxError
                {{ a.}}          => ! SyntaxError
                {{ a & b }}      => ! SyntaxError
                {{ 'a }}         => ! SyntaxError
                {{ (a }}         => ! SyntaxError
                {{ a) }}         => ! SyntaxError
                {{ a | }}        => ! SyntaxError
                {{ a, }}         => (,)
                {{ , }}          => ! SyntaxError
                {{ 1 = 1 }}      => ! SyntaxError
                {# a             => ! SyntaxError
                {{ {# a #} }}    => ! SyntaxError
                {{ not }}        => ! SyntaxError
                """);
    }

    @Test
    void blocksMayNotBeDeep() {
        for (String opening : new String[] {"{% if 1 %}", "{% for x in y %}", "{% set x %}", "{% macro m() %}"}) {
            assertThat(Templates.outcome(opening.repeat(500))).as(opening).isEqualTo("! limit");
        }
    }
}
