package org.archirender.jinja;

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
    void aTemplateIsAValueToUseAgain() {
        Template template = Template.parse("{% set l = [] %}{{ l.append(1) or '' }}{{ l }}", "meta.yaml");
        for (int i = 0; i < 3; i++) {
            assertThat(template.render(Templates.names(), Limits.RECIPE)).isEqualTo("[1]");
        }
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
