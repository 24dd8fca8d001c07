package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplatePropertyTest {
    @Property
    void anyTextRendersOrEndsInALocatedError(@ForAll("templates") String template) {
        assertThat(Templates.outcome(template)).isNotNull();
    }

    @Property
    void textWithoutTagsIsCopied(@ForAll String text) {
        String plain = text.replace("{", "").replace('\r', ' ');
        assertThat(Templates.render(plain + "\n")).isEqualTo(plain);
    }

    @Property
    void renderingTwiceGivesTheSame(@ForAll("templates") String template) {
        assertThat(Templates.outcome(template)).isEqualTo(Templates.outcome(template));
    }

    @Provide
    Arbitrary<String> templates() {
        Arbitrary<String> piece = Arbitraries.of(
                "{{",
                "}}",
                "{%",
                "%}",
                "{#",
                "#}",
                "-",
                "+",
                " name ",
                " if ",
                " else ",
                " elif ",
                " endif ",
                " for ",
                " in ",
                " endfor ",
                " set ",
                " endset ",
                " macro m() ",
                " endmacro ",
                " raw ",
                " endraw ",
                "=",
                "x",
                "1",
                "'a'",
                "[",
                "]",
                "(",
                ")",
                ".",
                ",",
                "|",
                "lower",
                "is",
                "defined",
                "\n",
                "text",
                "~",
                "words",
                "loop.index",
                "{% if flag %}",
                "{% endif %}",
                "{% for x in words %}",
                "{% endfor %}",
                "{{ name }}",
                "recursive",
                "with");
        return piece.list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }
}
