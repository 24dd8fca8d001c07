package org.archirender.jinja;

import static org.archirender.jinja.Templates.outcome;
import static org.archirender.jinja.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.python.library.Python;
import org.archirender.python.value.Limits;
import org.junit.jupiter.api.Test;

/** Tags and the text around them. */
class TemplateTest {
    @Test
    void textIsCopied() {
        assertThat(render("package:\n  name: x # {not a tag} ${HOME} 100%\n\n"))
                .isEqualTo("package:\n  name: x # {not a tag} ${HOME} 100%\n");
    }

    @Test
    void exactlyOneLineEndAtTheEndGoes() {
        assertThat(render("a\n\n\n")).isEqualTo("a\n\n");
        assertThat(render("a")).isEqualTo("a");
        assertThat(render("")).isEmpty();
    }

    @Test
    void everyLineEndBecomesALineFeed() {
        assertThat(render("a\r\nb\rc\n")).isEqualTo("a\nb\nc");
    }

    @Test
    void valuesPrintAsPythonPrintsThem() {
        Python.check("""
                name                     => libExample
                number                   => 7
                1.0                      => 1.0
                flag                     => True
                nothing                  => None
                true                     => True
                none                     => None
                ['a', 1]                 => ['a', 1]
                ('a',)                   => ('a',)
                1, 2                     => (1, 2)
                {'a': none}              => {'a': None}
                missing                  =>\s
                """, Templates::print);
    }

    @Test
    void minusSignsTakeWhiteSpaceAway() {
        assertThat(render("a \n {{- 1 -}} \n b")).isEqualTo("a1b");
        assertThat(render("a \n {%- set x = 1 -%} \n b")).isEqualTo("ab");
        assertThat(render("a {#- note -#} b")).isEqualTo("ab");
        assertThat(render("a {%+ set x = 1 +%} b")).isEqualTo("a  b");
    }

    @Test
    void aMinusRightAfterTheTagsStartIsNoSign() {
        assertThat(render("a {{-1 }}")).isEqualTo("a1");
        assertThat(render("a {{ -1 }}")).isEqualTo("a -1");
    }

    @Test
    void aNoBreakSpaceIsSpaceInsideTags() {
        assertThat(render("{{\u00a0number\u00a0}}")).isEqualTo("7");
    }

    @Test
    void bracketsInsideTagsBalance() {
        assertThat(render("{{ {'a': {'b': 1}}['a']['b'] }}")).isEqualTo("1");
        assertThat(render("{{ '}}' }}")).isEqualTo("}}");
    }

    @Test
    void commentsPrintNothing() {
        assertThat(render("a{# {{ 1 / 0 }} {% bad %} #}b")).isEqualTo("ab");
    }

    @Test
    void rawBlocksAreCopied() {
        assertThat(render("{% raw %}{{ x }}{% if %}{% endraw %}")).isEqualTo("{{ x }}{% if %}");
        assertThat(render("a {%- raw -%} b {%- endraw -%} c")).isEqualTo("abc");
    }

    @Test
    void assignments() {
        assertThat(render("{% set a = 1 %}{{ a }}")).isEqualTo("1");
        assertThat(render("{% set a, b = 1, 2 %}{{ b }}{{ a }}")).isEqualTo("21");
        assertThat(render("{% set (a, (b, c)) = (1, (2, 3)) %}{{ c }}")).isEqualTo("3");
        assertThat(render("{% set a = 1, 2 %}{{ a }}")).isEqualTo("(1, 2)");
        assertThat(render("{% set a %}x{{ 1 }}{% endset %}{{ a }}")).isEqualTo("x1");
        assertThat(render("{% set a | upper | replace('X', 'y') %}x{% endset %}{{ a }}"))
                .isEqualTo("y");
        assertThat(outcome("{% set a, b = 1 %}")).isEqualTo("! TypeError");
        assertThat(outcome("{% set a, b = (1,) %}")).isEqualTo("! ValueError");
        assertThat(outcome("{% set true = 1 %}")).isEqualTo("! SyntaxError");
        assertThat(outcome("{% set 'a' = 1 %}")).isEqualTo("! SyntaxError");
    }

    @Test
    void namespacesAreSetFromInsideBlocks() {
        assertThat(
                        render(
                                "{% set n = namespace(a=1) %}{% for i in [5] %}{% set n.a = i %}{% endfor %}{{ n.a }}{{ n.b }}"))
                .isEqualTo("5");
        assertThat(outcome("{% set n = 1 %}{% set n.a = 1 %}")).isEqualTo("! TypeError");
    }

    @Test
    void conditions() {
        String template = "{% if number > 9 %}a{% elif number > 5 %}b{% else %}c{% endif %}";
        assertThat(render(template)).isEqualTo("b");
        assertThat(render("{% if missing %}a{% endif %}")).isEmpty();
        assertThat(render("{% if not missing and flag %}a{% endif %}")).isEqualTo("a");
        assertThat(render("{% if 0 %}{{ 1 / 0 }}{% endif %}ok")).isEqualTo("ok");
        assertThat(render("{% if 1 %}{% set x = 2 %}{% endif %}{{ x }}")).isEqualTo("2");
        assertThat(render("{% if 1: %}a{% endif %}".replace(":", ""))).isEqualTo("a");
    }

    @Test
    void loops() {
        assertThat(render("{% for w in words %}{{ w }},{% endfor %}")).isEqualTo("pear,Apple,fig,");
        assertThat(render("{% for k, v in table.items %}{% endfor %}{% for k in table %}{{ k }}{% endfor %}"
                        .replace("{% for k, v in table.items %}{% endfor %}", "")))
                .isEqualTo("xitems");
        assertThat(render("{% for a, b in [(1, 2), (3, 4)] %}{{ b }}{% endfor %}"))
                .isEqualTo("24");
        assertThat(render("{% for x in 1, 2 %}{{ x }}{% endfor %}")).isEqualTo("12");
        assertThat(render("{% for x in missing %}a{% else %}none{% endfor %}")).isEqualTo("none");
        assertThat(render("{% for x in [1, 2, 3] if x != 2 %}{{ loop.index }}{{ x }} {% endfor %}"))
                .isEqualTo("11 23 ");
        assertThat(outcome("{% for x in none %}{% endfor %}")).isEqualTo("! TypeError");
        assertThat(outcome("{% for a, b in [1] %}{% endfor %}")).isEqualTo("! TypeError");
    }

    @Test
    void assignmentsInALoopAreOfOneTurn() {
        assertThat(render("{% set x = 0 %}{% for i in [1, 2] %}{{ x }}{% set x = i %}{{ x }}{% endfor %}{{ x }}"))
                .isEqualTo("01020");
    }

    @Test
    void listsChangedInALoopStayChanged() {
        assertThat(render("{% set l = [] %}{% for i in [1, 2] %}{{ l.append(i) or '' }}{% endfor %}{{ l }}"))
                .isEqualTo("[1, 2]");
    }

    @Test
    void loopsKnowWhereTheyStand() {
        assertThat(render("""
                {% for x in 'abc' -%}
                {{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }} {{ loop.first }} {{ loop.last }} \
                {{ loop.length }} {{ loop.previtem }}{{ loop.nextitem }} {{ loop.cycle('p', 'q') }} {{ loop.changed(1) }}
                {% endfor %}""")).isEqualTo("""
                1032 True False 3 b p True
                2121 False False 3 ac q False
                3210 False True 3 b p False
                """);
    }

    @Test
    void recursiveLoopsCallThemselves() {
        assertThat(render("{% for x in [1, [2, [3]]] recursive %}{% if x is iterable %}({{ loop(x) }}){% else %}{{ x }}"
                        + "{{ loop.depth }}{% endif %}{% endfor %}"))
                .isEqualTo("11(22(33))");
        assertThat(outcome("{% for x in [1] %}{{ loop([]) }}{% endfor %}")).isEqualTo("! TypeError");
    }

    @Test
    void macros() {
        assertThat(render(
                        "{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=4, a=5) }}"))
                .isEqualTo("1-2 1-3 5-4");
        assertThat(render("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m() }}")).isEqualTo("[]");
        assertThat(render("{% set x = 1 %}{% macro m() %}{{ x }}{% endmacro %}{% set x = 2 %}{{ m() }}"))
                .isEqualTo("2");
        assertThat(outcome("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}")).isEqualTo("! TypeError");
        assertThat(outcome("{% macro m(a) %}{% endmacro %}{{ m(c=2) }}")).isEqualTo("! TypeError");
        assertThat(outcome("{% macro m(a=1, b) %}{% endmacro %}")).isEqualTo("! SyntaxError");
    }

    @Test
    void callBlocks() {
        assertThat(render("{% macro m() %}<{{ caller(3) }}>{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}"))
                .isEqualTo("<3>");
    }

    @Test
    void filterBlocksAndWith() {
        assertThat(render("{% filter upper %}a{{ name }}{% endfilter %}")).isEqualTo("ALIBEXAMPLE");
        assertThat(render("{% with a = 1, b = number %}{{ a }}{{ b }}{% endwith %}{{ a }}"))
                .isEqualTo("17");
        assertThat(render("{% print 1, 'a' %}")).isEqualTo("1a");
    }

    @Test
    void aNameThatIsAssignedBelowIsUndefinedInALoopAbove() {
        assertThat(render("{% for i in [1] %}[{{ version }}]{% endfor %}{% set version = 2 %}{{ version }}"))
                .isEqualTo("[]2");
        assertThat(render("{{ version }}{% set version = 2 %}{{ version }}")).isEqualTo("1.10.22");
        assertThat(render("{% if 0 %}{% set version = 2 %}{% endif %}{{ version }}"))
                .isEqualTo("1.10.2");
        assertThat(render("{% macro m() %}[{{ version }}]{% endmacro %}{{ m() }}{% set version = 2 %}{{ m() }}"))
                .isEqualTo("[][2]");
        assertThat(render("{% for i in [1] %}{{ version }}{% endfor %}{% if 0 %}{% set version = 2 %}{% endif %}"))
                .isEqualTo("1.10.2");
        assertThat(
                        render(
                                "{% for i in [1] %}{% for j in [1] %}[{{ version }}]{% endfor %}{% set version = 2 %}{% endfor %}"))
                .isEqualTo("[]");
    }

    @Test
    void aTemplateIsAValueToUseAgain() {
        Template template = Template.parse("{% set l = [] %}{{ l.append(1) or '' }}{{ l }}", "meta.yaml");
        for (int i = 0; i < 3; i++) {
            assertThat(template.render(Templates.names(), Limits.RECIPE)).isEqualTo("[1]");
        }
    }

    @Test
    void syntaxErrors() {
        Python.check("""
                {{ }}                          => ! SyntaxError
                {{ a                           => ! SyntaxError
                {{ a b }}                      => ! SyntaxError
                {{ a.}}                        => ! SyntaxError
                {{ a & b }}                    => ! SyntaxError
                {{ 'a }}                       => ! SyntaxError
                {{ (a }}                       => ! SyntaxError
                {{ a) }}                       => ! SyntaxError
                {{ a | }}                      => ! SyntaxError
                {{ a | nosuch }}               => ! SyntaxError
                {{ a is nosuch }}              => ! SyntaxError
                {{ a is defined is none }}     => ! SyntaxError
                {# a                           => ! SyntaxError
                {% if a %}                     => ! SyntaxError
                {% endif %}                    => ! SyntaxError
                {% if %}{% endif %}            => ! SyntaxError
                {% for x %}{% endfor %}        => ! SyntaxError
                {% for loop in a %}{% endfor %} => ! SyntaxError
                {% for x in a %}{% set loop = 1 %}{% endfor %} => ! SyntaxError
                {% nosuch %}                   => ! SyntaxError
                {% do a %}                     => ! SyntaxError
                {% raw %}a                     => ! SyntaxError
                {% set a = %}                  => ! SyntaxError
                {% if a %}{% else %}{% else %}{% endif %} => ! SyntaxError
                {% set a = 1 %}}               => }
                """, Templates::outcome);
    }

    @Test
    void aFilterThatNoJinjaHasMayStandWhereItIsNotReached() {
        assertThat(render("{% if 0 %}{{ a | nosuch }}{% endif %}")).isEmpty();
        assertThat(render("{{ a | nosuch if 0 }}")).isEmpty();
        assertThat(outcome("{% if 1 %}{{ a | nosuch }}{% endif %}")).isEqualTo("! SyntaxError");
        assertThat(outcome("{% for x in [] %}{{ a | nosuch }}{% endfor %}")).isEqualTo("! SyntaxError");
    }

    @Test
    void whatRecipesDoNotUseIsRefused() {
        for (String tag :
                new String[] {"extends 'a'", "include 'a'", "import 'a' as b", "block x", "autoescape true"}) {
            assertThat(outcome("{% " + tag + " %}")).as(tag).isEqualTo("! not supported");
        }
        assertThat(Templates.print("'<' | escape")).isEqualTo("! not supported");
        assertThat(Templates.print("[1] | map('int')")).isEqualTo("! not supported");
        assertThat(Templates.print("range")).isEqualTo("! not supported");
    }
}
