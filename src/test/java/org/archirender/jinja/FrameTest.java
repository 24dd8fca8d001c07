package org.archirender.jinja;

import static org.archirender.jinja.Templates.outcome;
import static org.archirender.jinja.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which of several variables of one name is read. */
class FrameTest {
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
    void theInnermostVariableIsRead() {
        assertThat(render("{% set x = 1 %}{% for x in [2] %}{{ x }}{% endfor %}{{ x }}"))
                .isEqualTo("21");
        assertThat(render("{% set x = 1 %}{% for i in [2] %}{{ x }}{% set x = i %}{{ x }}{% endfor %}{{ x }}"))
                .isEqualTo("121");
        assertThat(render("{% set x = 1 %}{% macro m(x) %}{{ x }}{% endmacro %}{{ m(2) }}{{ x }}"))
                .isEqualTo("21");
    }

    @Test
    void aBlockSeesWhatIsSetAroundIt() {
        assertThat(render("{% set x = 1 %}{% for i in [2] %}{% for j in [3] %}{{ x }}{{ i }}{% endfor %}{% endfor %}"))
                .isEqualTo("12");
        assertThat(render("{% set x = 1 %}{% set y %}{{ x }}{% endset %}{{ y }}"))
                .isEqualTo("1");
    }

    @Test
    void whatABlockSetsIsGoneBehindIt() {
        assertThat(render("{% for i in [1] %}{% set x = i %}{% endfor %}[{{ x }}{{ i }}{{ loop }}]"))
                .isEqualTo("[]");
        assertThat(render("{% if 1 %}{% set x = 1 %}{% endif %}[{{ x }}]"))
                .as("an if is no block")
                .isEqualTo("[1]");
    }
}
