package org.archirender.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.problem.InputException;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Which lines stay, and what of them. */
class SelectedTextTest {
    /** The reference's pattern, as Java writes it. */
    private static final Pattern PATTERN = Pattern.compile(
            "(.+?)\\s*(?:(#.*)\\[([^\\[\\]]+)\\][^()]*|\\[([^\\[\\]]+)\\])$",
            Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    private static String select(String text) {
        return SelectedText.select(text, SelectorTest.names(), "recipe/meta.yaml");
    }

    @Test
    void linesStayOrGoWithTheirSelector() {
        assertThat(select("""
                build:
                  skip: true  # [win]
                  number: 1  # [linux]
                  - cmake   # [aarch64] needed there
                """)).isEqualTo("""
                build:
                  number: 1
                  - cmake
                """);
    }

    @Test
    void commentLinesAndWhiteSpaceAtLineEndsGo() {
        assertThat(select("a  \n  # note [win]\n\t\nb # note\n")).isEqualTo("a\n\n\nb # note\n");
    }

    @Test
    void theLastLineGetsALineEnd() {
        assertThat(select("a")).isEqualTo("a\n");
        assertThat(select("")).isEqualTo("\n");
        assertThat(select("a # [win]")).isEqualTo("\n");
    }

    @Test
    void everyLineEndOfPythonEndsALine() {
        assertThat(select("a\r\nb\rc\u000bd\u000ce\u001cf\u0085g\u2028h\u2029i"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\ni\n");
    }

    @Test
    void whatASelectorIs() {
        Python.check("""
                a: 1  # [win]                    => a: 1|win
                a: 1  # [linux and py>=310]      => a: 1|linux and py>=310
                a: 1 [win]                       => a: 1|win
                - [a, b]                         => -|a, b
                a: [x]  # [win]                  => a: [x]|win
                a: 1  # [win] note               => a: 1|win
                a: 1  # [win] (note)             => a: 1  # [win] (note)
                a: 1  # [text](https://e.org)    => a: 1  # [text](https://e.org)
                a: 1  # (b) [win]                => a: 1|win
                a: 1  # [win]  [osx]             => a: 1|osx
                a: 1  # [[win]]                  => a: 1|win
                a: []                            => a: []
                a: [x] # note                    => a: [x] # note
                a: [x] b                         => a: [x] b
                "a: 1  # [win]"                  => "a: 1"|win
                'a: 1  # [win]'                  => 'a: 1'|win
                a#b  # [win]                     => a|win
                a: 1#[win]                       => a: 1|win
                a: []#[win]                      => a: []|win
                {{ x[0] }}                       => {{ x[0] }}
                - a {{ x[0]                      => - a {{ x|0
                [win]                            => [win]
                x[win]                           => x|win
                """, line -> {
            SelectedText.Line parsed = SelectedText.Line.of(line);
            return parsed.text()
                    + parsed.selector().map(found -> "|" + found.text()).orElse("");
        });
    }

    @Test
    void selectorsKnowTheirColumn() {
        assertThat(SelectedText.Line.of("a: 1  # [win]").column()).isEqualTo(9);
        assertThat(SelectedText.Line.of("a: 1").column()).isEqualTo(-1);
    }

    @Property
    void selectorsAreFoundWhereTheReferencesPatternFindsThem(@ForAll("lines") String line) {
        String stripped = line.strip();
        if (!stripped.isEmpty() && stripped.charAt(0) != '#') {
            Matcher matcher = PATTERN.matcher(stripped);
            SelectedText.Line actual = SelectedText.Line.of(stripped);
            if (matcher.matches()) {
                String selector = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
                assertThat(actual.selector()).map(Selector::text).hasValue(selector);
                assertThat(actual.text()).startsWith(matcher.group(1).stripTrailing());
            } else {
                assertThat(actual.selector()).isEmpty();
                assertThat(actual.text()).isEqualTo(stripped);
            }
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("a", "[", "]", "#", " ", "(", ")", "b c", "[win]", "# [", "'", "\"")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @Test
    void longLinesTakeNoLongTime() {
        String line = "a " + "# [".repeat(100_000) + "(" + "[x] ".repeat(100_000) + "(";
        assertThat(SelectedText.Line.of(line).selector()).isEmpty();
    }

    @Test
    void aTextIsParsedOnceAndSelectedOften() {
        SelectedText text = SelectedText.of("a # [win]\nb # [linux]\n");
        assertThat(text.select(SelectorTest.names(), "f")).isEqualTo("b\n");
        assertThat(text.select(SelectorTest.names(), "f")).isEqualTo("b\n");
        assertThat(text.lines()).hasSize(2);
    }

    @Test
    void allSelectorsThatCantBeEvaluatedAreTold() {
        assertThatThrownBy(() -> select("a  # [py=27]\nb\nc [x y]\n"))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageStartingWith(
                        "recipe/meta.yaml:1:9: selector [py=27] can't be evaluated: SyntaxError: unexpected '='")
                .hasMessageContaining("recipe/meta.yaml:3:6: selector [x y]")
                .hasMessageContaining("fix: write a Python expression");
    }
}
