package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.problem.InputException;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFormatTest {
    private static String render(String template, Object value) {
        return FileTemplate.parse(template, "t.yml.ftl", FileKind.YAML).render(Map.of("x", value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a: [=x]            | arm64v8/ubuntu   | a: arm64v8/ubuntu",
                "a: [=x]            | python 3.7.1     | a: python 3.7.1",
                "a: [=x]            | https://x.y/z?q  | a: \"https://x.y/z?q\"",
                "a: [=x]            | b: c             | a: \"b: c\"",
                "a: [=x]            | *b               | a: \"*b\"",
                "- [=x]             | - b              | - \"- b\"",
                "[=x]: 1            | {b}              | \"{b}\": 1",
                "a: [b, [=x]]       | c, d             | a: [b, \"c, d\"]",
                "a: [ {b: [=x]} ]   | c}               | a: [ {b: \"c}\"} ]",
                "a: \"z [=x]\"      | b\"c\\           | a: \"z b\\\"c\\\\\"",
                "a: 'z [=x]'        | it's             | a: 'z it''s'",
                "a: 'it''s [=x]'    | it's             | a: 'it''s it''s'",
                "# it's [=x]        | it's: \"         | # it's it's: \"",
                "- CONFIG=[=x]      | linux_python3.6  | - CONFIG=linux_python3.6",
                "a: ${{ b }} [=x]   | c                | a: ${{ b }} c"
            })
    void aValueIsEscapedForThePlaceWhereItStands(String template, String value, String written) {
        assertThat(render(template, value)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.10", "1e3", "010", "yes", "No", "null", "12:30:45", "2019-01-15", "0x1f", "58550035ea", ""})
    void aTextThatYamlWouldReadAsSomethingElseIsQuoted(String value) {
        assertThat(render("a: [=x]", value)).isEqualTo("a: \"" + value + "\"");
    }

    @Test
    void wholeNumbersAndBooleansStayBare() {
        assertThat(render("a: [=x]", 1000000)).isEqualTo("a: 1000000");
        assertThat(render("a: [=x]", true)).isEqualTo("a: true");
        assertThat(render("a: \"[=x]\"", 37)).isEqualTo("a: \"37\"");
    }

    @Test
    void aBlockOfTextTakesOnlyWhatIsSafeAnywhere() {
        String template = "- run: |\n    cd [=x]\n\n    ls\n  with: [=x]\n";
        assertThat(render(template, "a/b")).isEqualTo("- run: |\n    cd a/b\n\n    ls\n  with: a/b\n");
        assertThatThrownBy(() -> render(template, "a; b"))
                .isInstanceOf(InputException.class)
                .hasMessage("t.yml.ftl:2:8: the value 'a; b' can't be escaped inside a block of text; put it into a"
                        + " variable of its own first");
    }

    @Test
    void theMiddleOfAPlainValueTakesOnlyWhatIsSafeAnywhere() {
        assertThatThrownBy(() -> render("- CONFIG=[=x]", "a #b"))
                .isInstanceOf(InputException.class)
                .hasMessage("t.yml.ftl:1:10: the value 'a #b' can't be escaped in the middle of a plain value: put that"
                        + " in double quotes; put it into a variable of its own first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${{ secrets.A }}",
                "$(a)",
                "$[a]",
                "$A",
                "b$",
                "{{ a }}",
                "{% a %}",
                "{# a",
                "a {",
                "<< a >>",
                "a # [b]"
            })
    void noQuotesKeepAServiceFromComputingAValue(String value) {
        for (String template : new String[] {"a: [=x]", "a: \"[=x]\"", "a: 'b [=x]'", "- [=x]", "# [=x]"}) {
            assertThatThrownBy(() -> render(template, value))
                    .isInstanceOf(InputException.class)
                    .hasMessageEndingWith("the value '" + value + "' may be computed by who reads this file; keep '$',"
                            + " '{{' and '{%' out of what is put here");
        }
    }

    @Test
    void aValueDoesNotCompleteWhatTheTemplateBegan() {
        assertThatThrownBy(() -> render("a: \"$[=x]\"", "{{ b }}")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> render("a: \"{[=x]\"", "%b")).isInstanceOf(InputException.class);
        assertThat(render("a: \"{[=x]}\"", "b")).isEqualTo("a: \"{b}\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- run: \"echo [=x]\"",
                "- run: [=x]",
                "- {run: \"[=x]\"}",
                "run: \"echo;  [=x]\"",
                "run: echo;  [=x]",
                "run: echo;; [=x]",
                "- a; [=x]",
                "with: {script: '[=x]'}",
                "uses: \"[=x]\"",
                "if: a == '[=x]'",
                "a: \"${{ b == '[=x]' }}\""
            })
    void aProgramTakesOnlyWhatIsSafeAnywhere(String template) {
        String lines = template.replace(";", "\n");
        assertThat(render(lines, "b-1.0")).isEqualTo(lines.replace("[=x]", "b-1.0"));
        assertThatThrownBy(() -> render(lines, "it's; b")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> render(lines, "`b`")).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: ${{ [=x] }}", "a: \"${{ b == [=x] }}\"", "if: [=x]"})
    void noValueIsPartOfAnExpression(String template) {
        assertThatThrownBy(() -> render(template, "secrets.A"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "the value 'secrets.A' would be part of an expression; put it between single quotes");
    }

    @Test
    void aFileThatEndsInsideAQuoteIsRefused() {
        assertThatThrownBy(() -> render("a: 'b [=x]\n", "c"))
                .isInstanceOf(InputException.class)
                .hasMessage("t.yml.ftl: the file ends inside a single quote\n  fix: close it in the template");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars(" '\"\\#&*!|>%@`-:,[]{}?~=0.ab\u00e9\t")
                        .ofMaxLength(10)
                        .filter(value -> !value.matches(".*(\\{[{%#]|\\{$|#.*\\[).*")),
                Arbitraries.of(
                        "true ", "~", "- a", "a: b", "a:", " a", "a ", "---", "...", "!x", "%a", "0b1", "\ufeff"));
    }

    /** A YAML parser is the judge, for all places at once. */
    @Property(tries = 600)
    void aParserReadsTheValueAsItself(@ForAll("values") String value) {
        String text = render("""
                - [=x]
                - a: [=x]
                  b: "[=x]"
                - [[=x], "[=x]"]
                - |
                  text
                - [=x]  # why
                """, value);
        Sequence items = (Sequence) YamlReader.read(text, "rendered").orElseThrow();
        Mapping mapping = (Mapping) items.items().get(1);
        Sequence flow = (Sequence) items.items().get(2);
        assertThat(new Object[] {
                    items.items().get(0),
                    mapping.get("a").orElseThrow(),
                    mapping.get("b").orElseThrow(),
                    flow.items().get(0),
                    flow.items().get(1),
                    items.items().get(4)
                })
                .as(text)
                .allSatisfy(node -> {
                    assertThat(((Scalar) node).text()).isEqualTo(value);
                });
    }
}
