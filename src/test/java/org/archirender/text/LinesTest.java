package org.archirender.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", " ", "\t", "\r", "\n", "\r\n", "\u2028", "\ud83d\ude00", "\ufeff")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property
    void textComesBackByteForByte(@ForAll("texts") String text) {
        assertThat(Lines.of(text).text()).isEqualTo(text);
    }

    @Test
    void addedLinesEndAsTheFilesLinesDo() {
        assertThat(Lines.of("a\r\nb\r\n").replace(1, 1, List.of("x")).text()).isEqualTo("a\r\nx\r\nb\r\n");
    }

    @Test
    void anEmptyLastLineStaysThoughTheFileGetsAFinalNewline() {
        assertThat(Lines.of("a\n\nb").replace(2, 3, List.of()).text()).isEqualTo("a\n\n");
    }

    @Test
    void aMissingFinalNewlineStaysMissing() {
        assertThat(Lines.of("a\nb").replace(2, 2, List.of("c")).text()).isEqualTo("a\nb\nc");
        assertThat(Lines.of("a\nb").replace(1, 2, List.of("c")).text()).isEqualTo("a\nc");
        assertThat(Lines.of("a").replace(0, 0, List.of("c")).text()).isEqualTo("c\na");
    }

    @Test
    void anEmptyLastLineKeepsItsEnd() {
        assertThat(Lines.of("a\n\nb").replace(2, 3, List.of()).text()).isEqualTo("a\n\n");
        assertThat(Lines.of("a").replace(1, 1, List.of("b", "")).text()).isEqualTo("a\nb\n\n");
    }
}
