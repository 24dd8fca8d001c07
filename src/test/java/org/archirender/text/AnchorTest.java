package org.archirender.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AnchorTest {
    private static final List<LogicalLine> SCRIPT = LogicalLine.of(Lines.of("""
            ./configure --prefix=$PREFIX \\
                --disable-static
              make
            make check
            cd tests
            make
            """));

    private static Optional<Integer> line(Anchor anchor) {
        return anchor.search(SCRIPT).line().map(LogicalLine::number);
    }

    private static Anchor nth(String pattern, int nth) {
        return new Anchor(pattern, OptionalInt.of(nth), Optional.empty(), Optional.empty());
    }

    private static Anchor within(String pattern, String after, String before) {
        return new Anchor(
                pattern,
                OptionalInt.empty(),
                after.isEmpty() ? Optional.empty() : Optional.of(after),
                before.isEmpty() ? Optional.empty() : Optional.of(before));
    }

    @Test
    void aWholeLineIsTrimmed() {
        assertThat(line(Anchor.of("make check"))).hasValue(4);
        assertThat(line(Anchor.of("  make check "))).hasValue(4);
        assertThat(line(Anchor.of("make che"))).isEmpty();
    }

    @Test
    void aPrefixBeginsATrimmedLine() {
        assertThat(line(Anchor.of("^make c"))).hasValue(4);
        assertThat(line(Anchor.of("^check"))).isEmpty();
    }

    @Test
    void anExpressionSeesTheLineAsItStands() {
        assertThat(line(Anchor.of("~^make$"))).hasValue(6);
        assertThat(line(Anchor.of("~^\\s+make"))).hasValue(3);
        assertThat(line(Anchor.of("~PREFIX --disable"))).hasValue(1);
    }

    @Test
    void severalHitsNeedAChoice() {
        AnchorSearch search = Anchor.of("make").search(SCRIPT);
        assertThat(search.line()).isEmpty();
        assertThat(search.shownHits()).containsExactly("line 3: make", "line 6: make");
        assertThat(line(nth("make", 2))).hasValue(6);
        assertThat(line(nth("make", 3))).isEmpty();
    }

    @Test
    void boundsLimitTheSearch() {
        assertThat(line(within("make", "cd tests", ""))).hasValue(6);
        assertThat(line(within("make", "", "cd tests"))).hasValue(3);
        assertThat(line(within("make", "^./configure", "make check"))).hasValue(3);
        assertThat(line(within("make", "make", ""))).isEmpty();
        assertThat(within("make", "cd test", "").search(SCRIPT).pattern()).isEqualTo("cd test");
    }

    @Test
    void nearMissesOfAPrefixAreBeginnings() {
        assertThat(Anchor.of("^./confgure").search(SCRIPT).nearMisses())
                .containsExactly(new NearMiss("./configure --prefix=$PREFIX --disable-static", 1));
    }

    @Test
    void aNearMissHitsItsLineWhenItIsPasted() {
        for (String line : List.of("make check", "^make check", "~make check", "make check " + "x".repeat(90))) {
            List<LogicalLine> script = LogicalLine.of(Lines.of("cd x\n  " + line + "\n"));
            NearMiss miss = Anchor.of("^maek check").search(script).nearMisses().get(0);
            assertThat(miss.line()).isEqualTo(2);
            assertThat(Anchor.of(miss.text()).search(script).line().map(LogicalLine::number))
                    .as(miss.text())
                    .hasValue(2);
        }
    }

    @Test
    void aLongLineIsShownInPart() {
        List<LogicalLine> script = LogicalLine.of(Lines.of("x".repeat(79) + "\ud83d\ude00yz\n"));
        assertThat(Anchor.of("~x").search(script).shownHits()).containsExactly("line 1: " + "x".repeat(79) + "…");
    }

    @Test
    void whatHitsEveryLineIsNoAnchor() {
        assertThat(Anchor.wrongWith(" ")).isEqualTo("is empty and would hit every line");
        assertThat(Anchor.wrongWith("^")).isEqualTo("is empty and would hit every line");
        assertThat(Anchor.wrongWith("~")).isEqualTo("is empty and would hit every line");
        assertThat(Anchor.wrongWith("~[")).startsWith("does not work: '[' is no regular expression: Unclosed");
        assertThat(Anchor.wrongWith("~^$")).isEmpty();
    }

    @Test
    void logicalLinesJoinContinuations() {
        assertThat(SCRIPT)
                .extracting(LogicalLine::text)
                .containsExactly(
                        "./configure --prefix=$PREFIX --disable-static", "  make", "make check", "cd tests", "make");
        assertThat(LogicalLine.of(Lines.of("a \\\n\n  b\n")))
                .extracting(LogicalLine::text)
                .containsExactly("a", "  b");
        assertThat(LogicalLine.of(Lines.of("a \\"))).extracting(LogicalLine::to).containsExactly(1);
    }

    @Test
    void aSearchThatTakesTooLongEnds() {
        assertThatThrownBy(() -> Regex.of("(x+x+)+y").find("x".repeat(200)))
                .isInstanceOf(RegexLimitException.class)
                .hasMessage("the regular expression '(x+x+)+y' takes too many steps");
        assertThat(Regex.of("(?m)^b$").find("a\r\nb\r\n")).isTrue();
    }
}
