package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.problem.InputException;
import org.archirender.python.value.Limits;
import org.junit.jupiter.api.Test;

/** What a reader is told, and where templates are stopped. */
class TemplateErrorTest {
    private static String message(String template) {
        try {
            return Templates.render(template);
        } catch (InputException e) {
            return e.problems().get(0).toString();
        }
    }

    @Test
    void errorsNameFileLineAndColumn() {
        assertThat(message("a: 1\nb: {{ x | nosuch }}\n")).isEqualTo("""
                meta.yaml:2:11: template: SyntaxError: no filter named 'nosuch'
                  fix: correct the template at this place; what stands there: b: {{ x | nosuch }}""");
        assertThat(message("é😀 {{ 1 / 0 }}"))
                .startsWith("meta.yaml:1:9: template: ZeroDivisionError: division by zero");
    }

    @Test
    void whatIsNotSupportedIsNamedAtItsPlaceWithTheWayOut() {
        assertThat(message("a: 1\nb: {{ words | batch(2) }}\n")).isEqualTo("""
                meta.yaml:2:15: template: not supported: the filter 'batch'
                  fix: write it as docs/recipes.md says; what stands there: b: {{ words | batch(2) }}""");
        assertThat(message("{% if 1 %}\n  {% include 'a' %}\n{% endif %}"))
                .startsWith("meta.yaml:2:6: template: not supported: the tag 'include'");
        assertThat(message("a: {{ name.find('x') }}"))
                .startsWith("meta.yaml:1:11: template: not supported: the method 'find' of a str");
        assertThat(message("{{ '%x' % 255 }}")).startsWith("meta.yaml:1:9: template: not supported: the format '%x'");
        assertThat(message("{{ '{:>5}'.format(number) }}"))
                .startsWith("meta.yaml:1:18: template: not supported: the format '{:>5}' of a value of type int");
    }

    @Test
    void blocksWithoutAnEndAreShownWhereTheyStart() {
        assertThat(message("a\n{% if x %}\nb"))
                .startsWith("meta.yaml:2:4: template: SyntaxError: 'if' without its endif");
    }

    @Test
    void longLinesAreCutInMessages() {
        assertThat(message("{{ 1 / 0 }}" + "x".repeat(500))).hasSizeLessThan(300);
    }

    private static void limited(String template, String why) {
        assertThatThrownBy(() -> Templates.render(template))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("limit")
                .hasMessageContaining(why);
    }

    @Test
    void loopsWithoutEndAreStopped() {
        limited("{% set l = [1] %}{% for x in l %}{{ l.append(x) or '' }}{% endfor %}", "");
        limited(
                "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
                "the template takes too long");
    }

    @Test
    void outputIsBounded() {
        limited("{% set x = 'x' * 1000000 %}{% for i in range(100) %}{{ x }}{% endfor %}", "prints more than");
        assertThatThrownBy(() -> Template.parse("{{ 'abc' }}", "t").render(Templates.names(), new Limits(999, 99, 2)))
                .hasMessageContaining("prints more than 2 characters");
    }

    @Test
    void textsThatDoubleAreBounded() {
        limited("{% set x = 'xx' %}" + "{% set x = x ~ x %}".repeat(60), "characters");
        limited("{% set x = [1] %}" + "{% set x = x + x %}".repeat(60), "items");
    }

    @Test
    void macrosThatCallThemselvesAreStopped() {
        limited("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "nested more than");
    }

    @Test
    void deepBlocksAreRefused() {
        limited("{% if 1 %}".repeat(500) + "{% endif %}".repeat(500), "blocks nested");
        limited("{% for x in y %}".repeat(500), "blocks nested");
        limited("{% set x %}".repeat(500), "blocks nested");
    }
}
