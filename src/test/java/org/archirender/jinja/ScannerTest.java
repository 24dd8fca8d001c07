package org.archirender.jinja;

import static org.archirender.jinja.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Text and tags, and the white space between them, checked against what Jinja 3.1 gives. */
class ScannerTest {
    @Test
    void aTemplateIsCutIntoTextAndTags() {
        List<Segment> segments = Scanner.scan("a {{ b }}{% if c %}d");
        assertThat(segments)
                .extracting(Segment::kind)
                .containsExactly(Segment.Kind.TEXT, Segment.Kind.VARIABLE, Segment.Kind.BLOCK, Segment.Kind.TEXT);
        assertThat(segments.get(0).text()).isEqualTo("a ");
        assertThat(segments.get(2).opensWith(List.of("for", "if"))).isTrue();
        assertThat(segments.get(2).opensWith(List.of("c"))).isFalse();
        assertThat(segments.get(1).opensWith(List.of("b"))).as("no block").isFalse();
        assertThat(segments.get(3).text()).isEqualTo("d");
    }

    @Test
    void whatLooksLikeATagAndIsNoneIsText() {
        Python.check("""
                a { b } c                       => a { b } c
                ${HOME} {x}                     => ${HOME} {x}
                100 % { %                       => 100 % { %
                a # b                           => a # b
                }} %} #}                        => }} %} #}
                { { a } }                       => { { a } }
                {                               => {
                a{                              => a{
                <{{ 1 }}>                       => <1>
                {{ '}}' }}                      => }}
                {{ '{{' }}                      => {{
                {{ {'a': {}} }}                 => {'a': {}}
                {{ {'a': {'b': 1}}['a']['b'] }} => 1
                """, Templates::outcome);
    }

    @Test
    void minusSignsTakeWhiteSpaceAway() {
        assertThat(render("a \n {{- 1 -}} \n b")).isEqualTo("a1b");
        assertThat(render("a \n {%- set x = 1 -%} \n b")).isEqualTo("ab");
        assertThat(render("a \n {%- set x = 1 %} \n b")).isEqualTo("a \n b");
        assertThat(render("a {#- note -#} b")).isEqualTo("ab");
        assertThat(render("a {%+ set x = 1 +%} b")).isEqualTo("a  b");
        assertThat(render("{{ 1 -}}\n\n{{- 2 }}")).isEqualTo("12");
        assertThat(render("a\u00a0{{- 1 }}")).isEqualTo("a1");
    }

    @Test
    void aMinusIsASignOnlyBesideTheTagsEdge() {
        Python.check("""
                a {{-1 }}     => a1
                a {{ -1 }}    => a -1
                a {{ 1 - 1 }} => a 0
                a {{ 1 -1 }}  => a 0
                a {{- -1 }}   => a-1
                a {{ 1-}}     => a 1
                """, Templates::outcome);
    }

    @Test
    void commentsPrintNothing() {
        Python.check("""
                a{# b #}c                     => ac
                a{##}c                        => ac
                a{# {{ 1 / 0 }} {% bad %} #}c => ac
                a{# b                         => ! SyntaxError
                {# a #} b #}                  =>  b #}
                {# '#} b                      =>  b
                """, Templates::outcome);
        assertThat(render("a\n{# b\nc #}\nd")).isEqualTo("a\n\nd");
    }

    @Test
    void exactlyOneLineEndAtTheEndGoes() {
        assertThat(render("a\n\n\n")).isEqualTo("a\n\n");
        assertThat(render("a\n")).isEqualTo("a");
        assertThat(render("a\r\n")).isEqualTo("a");
        assertThat(render("a")).isEqualTo("a");
        assertThat(render("")).isEmpty();
        assertThat(render("\n")).isEmpty();
    }

    @Test
    void everyLineEndBecomesALineFeed() {
        assertThat(render("a\r\nb\rc\nd\r\r\n")).isEqualTo("a\nb\nc\nd\n");
        assertThat(render("{{ 'a\r\nb' }}")).isEqualTo("a\nb");
    }

    @Test
    void aTagMayHaveSeveralLines() {
        assertThat(render("{% set a = [\n  1,\n  2,\n] %}{{ a }}")).isEqualTo("[1, 2]");
        assertThat(render("{{\u00a0number\u2003}}")).isEqualTo("7");
    }

    @Test
    void rawBlocksAreRefusedWhateverIsInThem() {
        for (String raw : new String[] {"{% raw %}{{ %}{% endraw %}", "{%- raw -%}", "{% raw %}"}) {
            assertThat(Templates.outcome(raw)).isEqualTo("! not supported: the tag 'raw'");
        }
        assertThatThrownBy(() -> Scanner.scan("ab {% raw %}")).hasMessage("not supported: the tag 'raw'");
        assertThat(Templates.outcome("{% rawhide %}")).isEqualTo("! SyntaxError");
    }
}
