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
    void assignments() {
        assertThat(render("{% set a = 1 %}{{ a }}")).isEqualTo("1");
        assertThat(render("{% set a, b = 1, 2 %}{{ b }}{{ a }}")).isEqualTo("21");
        assertThat(render("{% set (a, (b, c)) = (1, (2, 3)) %}{{ c }}")).isEqualTo("3");
        assertThat(render("{% set a = 1, 2 %}{{ a }}")).isEqualTo("(1, 2)");
        assertThat(render("{% set a %}x{{ 1 }}{% endset %}{{ a }}")).isEqualTo("x1");
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
                {{ loop.index }}{{ loop.index0 }} {{ loop.first }} {{ loop.last }} {{ loop.length }}
                {% endfor %}""")).isEqualTo("""
                10 True False 3
                21 False False 3
                32 False True 3
                """);
    }

    @Test
    void aLoopThatLooksAheadStillFollowsItsList() {
        assertThat(render("{% set l = [1] %}{% for x in l %}{{ loop.length }}{% if x < 3 %}{{ l.append(x + 1) or '' }}"
                        + "{% endif %}{% endfor %}"))
                .isEqualTo("123");
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
    void aNameFromOutsideIsReadUntilItIsAssigned() {
        assertThat(render("{{ version }}{% set version = 2 %}{{ version }}")).isEqualTo("1.10.22");
        assertThat(render("{% if 0 %}{% set version = 2 %}{% endif %}{{ version }}"))
                .isEqualTo("1.10.2");
        assertThat(render("{% for i in [1, 2] %}{{ version }}{% set version = i %}{% endfor %}"))
                .isEqualTo("1.10.21.10.2");
    }

    /** Jinja takes such a name for the template's own, and it depends on the order of all uses whether it is defined. */
    @Test
    void aNameFromOutsideThatABlockReadsBeforeTheTemplateAssignsItIsRefused() {
        String refusal =
                "! not supported: reading 'version', which is defined outside of the template, in a block before"
                        + " the template sets it; set it further up";
        for (String template : new String[] {
            "{% for i in [1] %}[{{ version }}]{% endfor %}{% set version = 2 %}",
            "{% macro m() %}[{{ version }}]{% endmacro %}{{ m() }}{% set version = 2 %}",
            "{% for i in [1] %}{% for j in [1] %}{{ version }}{% endfor %}{% set version = 2 %}{% endfor %}",
            "{% for i in [1] %}{{ version }}{% endfor %}{% if 0 %}{% set version = 2 %}{% endif %}",
            "{% if 0 %}{% elif 0 %}{% set version = 2 %}{% elif 1 %}{{ version }}{% endif %}"
        }) {
            assertThat(outcome(template)).as(template).isEqualTo(refusal);
        }
        assertThat(render("{% for i in [1] %}[{{ a }}]{% endfor %}{% set a = 2 %}"))
                .isEqualTo("[]");
        assertThat(render("{% macro m() %}[{{ version }}]{% endmacro %}{% set version = 2 %}{{ m() }}"))
                .isEqualTo("[2]");
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
                {% raw %}a                     => ! not supported: the tag 'raw'
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
    void whatRecipesDoNotUseIsRefusedByName() {
        Python.check("""
                {% call m() %}{% endcall %}    => ! not supported: the tag 'call'
                {% filter upper %}a{% endfilter %} => ! not supported: the tag 'filter'
                {% with a = 1 %}{% endwith %}  => ! not supported: the tag 'with'
                {% print a %}                  => ! not supported: the tag 'print'
                {% raw %}{{ %}{% endraw %}     => ! not supported: the tag 'raw'
                {% extends 'a' %}              => ! not supported: the tag 'extends'
                {% include 'a' %}              => ! not supported: the tag 'include'
                {% import 'a' as b %}          => ! not supported: the tag 'import'
                {% from 'a' import b %}        => ! not supported: the tag 'from'
                {% block x %}{% endblock %}    => ! not supported: the tag 'block'
                {% autoescape true %}          => ! not supported: the tag 'autoescape'
                {% set a | upper %}x{% endset %} => ! not supported: a filter of a 'set' block
                {% for x in a recursive %}{% endfor %} => ! not supported: a recursive loop
                {% for x in [1] %}{{ loop.cycle(1) }}{% endfor %} => ! not supported: loop.cycle
                {% for x in [1] %}{{ loop.revindex }}{% endfor %} => ! not supported: loop.revindex
                {% for x in [1] %}{{ loop(x) }}{% endfor %} => ! TypeError
                {% macro m() %}{{ varargs }}{% endmacro %} => ! not supported: 'varargs' in a macro
                {% macro m() %}{{ caller() }}{% endmacro %} => ! not supported: 'caller' in a macro
                {% macro m() %}{% endmacro %}{{ m.name }} => ! not supported: the attribute 'name' of a macro
                {{ f(*a) }}                    => ! not supported: arguments with a star
                {{ f(**a) }}                   => ! not supported: arguments with a star
                {{ +a }}                       => ! not supported: the operator '+' here
                {{ a[] }}                      => ! not supported: an empty subscript
                {{ a[1, 2] }}                  => ! not supported: several values in a subscript
                {{ a[::2] }}                   => ! not supported: a slice with a step
                {{ [x for x in a] }}           => ! not supported: a comprehension
                {{ '<' | escape }}             => ! not supported: the filter 'escape'
                {{ 1 is callable }}            => ! not supported: the test 'callable'
                {{ range }}                    => ! not supported: printing a value of type builtin_function_or_method
                {{ cycler(1) }}                => ! not supported: calling cycler()
                """, Templates::outcome);
    }
}
