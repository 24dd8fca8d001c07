package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownFormatTest {
    private static String render(String template, String value, FileKind kind) {
        return FileTemplate.parse(template, "t.ftl", kind).render(Map.of("x", value));
    }

    private static String render(String template, String value) {
        return render(template.replace("\\n", "\n"), value, FileKind.MARKDOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "# [=x] for            | ruamel_yaml 1.2-3+a  | # ruamel_yaml 1.2-3+a for",
                "a [=x]                | *b* _c_ `d`          | a \\*b\\* \\_c\\_ \\`d\\`",
                "a [=x]                | <img src=b onload=c> | a &lt;img src=b onload=c&gt;",
                "a [=x]                | [b](javascript:c)    | a \\[b\\](javascript:c)",
                "[=x][b](c)            | wow!                 | wow\\![b](c)",
                "[=x]                  | # b                  | \\# b",
                "[=x]                  | 1. b                 | 1\\. b",
                "a [=x]                | @b closes #1         | a @&#8203;b closes #&#8203;1",
                "a `[=x]`              | *b* <c> @d #1        | a `*b* <c> @d #1`",
                "``a [=x]`` [=x]       | <c>                  | ``a <c>`` &lt;c&gt;",
                "\\`[=x]               | <c>                  | \\`&lt;c&gt;",
                "[a](b/[=x])           | c d)\"?              | [a](b/c%20d%29%22%3F)",
                "[a]([=x])             | c/d.yaml             | [a](c/d.yaml)",
                "[a]([=x])             | https://c.d/e?f=g)   | [a](https://c.d/e?f=g%29)",
                "<[=x]>                | https://c.d/e f      | <https://c.d/e%20f>",
                "[a]: [=x]             | c d                  | [a]: c%20d",
                "a\\n\\n    b [=x]     | c; d                 | a\\n\\n    b 'c; d'",
                "```sh\\nb [=x]\\n```\\n[=x] | c*             | ```sh\\nb 'c*'\\n```\\nc\\*",
                "a\\n    b [=x]         | *c                   | a\\n    b \\*c"
            })
    void aValueIsEscapedForThePlaceWhereItStands(String template, String value, String written) {
        assertThat(render(template, value)).isEqualTo(written.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[a]([=x])       | javascript:b  | is no address of a page; begin with https://",
                "[a]([=x])       | //evil.b      | is no address of a page; begin with https://",
                "<[=x]>          | javascript:b  | is no address of a page; begin with https://",
                "[a]: [=x]       | data:b        | is no address of a page; begin with https://",
                "a `[=x]`        | b`c           | can't be escaped between backticks; write it without them",
                "<a href='[=x]'> | b c           | can't be escaped inside of HTML or of a title; put it into a variable"
                        + " of its own first",
                "<!-- [=x] -->   | --> b         | can't be escaped inside of HTML or of a title; put it into a variable"
                        + " of its own first",
                "[a](b '[=x]')   | c d           | can't be escaped inside of HTML or of a title; put it into a variable"
                        + " of its own first",
                "```\\n[=x]      | ```           | can't be escaped in a block of code; take it out",
                "a\\n\\n    rm [=x] | -rf        | would be taken for an option; write -- before it"
            })
    void whereNoEscapeIsSafeTheValueIsRefused(String template, String value, String why) {
        assertThatThrownBy(() -> render(template, value))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("(?s)t\\.ftl:\\d+:\\d+: the value '\\Q" + value + "\\E' \\Q" + why + "\\E");
    }

    @Test
    void aBarEndsNoCell() {
        assertThat(render("| [=x] |", "a|b")).isEqualTo("| a\\|b |");
        assertThatThrownBy(() -> render("| `[=x]` |", "a|b")).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u001b[2Jb", "a\u202eb"})
    void aLineBreakOrAControlCharacterIsRefused(String value) {
        assertThatThrownBy(() -> render("# [=x]", value)).isInstanceOf(InputException.class);
    }

    @Test
    void aLicenceMayHaveLinesButNoControlCharacters() {
        assertThat(render("[=x]", "a <b>\n\tc", FileKind.TEXT)).isEqualTo("a <b>\n\tc");
        assertThatThrownBy(() -> render("[=x]", "a\u001b[2J", FileKind.TEXT)).isInstanceOf(InputException.class);
    }

    @Test
    void aFileOfAnUnknownKindTakesWhatIsSafeAnywhere() {
        assertThat(render("[=x]", ".a/b-1.0", FileKind.UNKNOWN)).isEqualTo(".a/b-1.0");
        assertThatThrownBy(() -> render("[=x]", "a filter=b", FileKind.UNKNOWN))
                .isInstanceOf(InputException.class)
                .hasMessage("t.ftl:1:1: the value 'a filter=b' can't be escaped in a file of this kind;"
                        + " docs/templates.md has the kinds whose escapes are known");
    }
}
