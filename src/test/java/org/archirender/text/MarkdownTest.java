package org.archirender.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "conda's first 1.2.3, a_b => conda's first 1.2.3, a_b",
                "a⏎Signed-off-by: b => a Signed-off-by: b",
                "<!-- a --> ![b](c) => &lt;!-- a --&gt; !\\[b\\](c)",
                "@a, (@b/c) d@e.f => @&#8203;a, (@&#8203;b/c) d@e.f",
                "fixes #1, GH-2 => fixes #&#8203;1, GH-&#8203;2",
                "Closes: https://a/b => Closes:&#8203; https://a/b",
                "see https://a/b_c#d => see https://a/b_c#d",
                "a | b $c$ ~~d~~ &lt => a \\| b \\$c\\$ \\~\\~d\\~\\~ &amp;lt",
                "--- a => \\--- a"
            })
    void aTextShowsItselfAndCallsNobody(String text, String written) {
        assertThat(Markdown.text(text.replace("⏎", "\n"))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"a @b <c>, `a @b <c>`", "a`b, `` a`b ``", "``, ``` `` ```", "a⏎b, `a b`"})
    void codeEndsWhereItEnds(String text, String written) {
        assertThat(Markdown.code(text.replace("⏎", "\n"))).isEqualTo(written);
    }
}
