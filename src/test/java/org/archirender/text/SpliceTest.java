package org.archirender.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpliceTest {
    private static final String TEXT = "number: 3\nscript: make\n";

    @Test
    void replacesWhatStandsAtItsSpanAndNothingElse() {
        assertThat(Splice.apply(TEXT, List.of(new Splice(new Span(8, 9), "1004"))))
                .isEqualTo("number: 1004\nscript: make\n");
    }

    @Test
    void insertsAndDeletes() {
        assertThat(Splice.apply(TEXT, List.of(new Splice(Span.at(0), "# a note\n"), new Splice(new Span(9, 22), ""))))
                .isEqualTo("# a note\nnumber: 3\n");
    }

    @Test
    void placesAreThoseOfTheTextAsGivenWhateverTheOrder() {
        List<Splice> fromTheEnd = List.of(
                new Splice(Span.at(TEXT.length()), "noarch: python\n"),
                new Splice(new Span(18, 22), "ninja"),
                new Splice(new Span(8, 9), "10"));
        assertThat(Splice.apply(TEXT, fromTheEnd)).isEqualTo("number: 10\nscript: ninja\nnoarch: python\n");
    }

    @Test
    void insertionsAtOnePlaceKeepTheirOrder() {
        assertThat(Splice.apply("ad", List.of(new Splice(Span.at(1), "b"), new Splice(Span.at(1), "c"))))
                .isEqualTo("abcd");
    }

    @Test
    void anInsertionStandsBeforeWhatIsReplacedAtTheSamePlace() {
        assertThat(Splice.apply("abc", List.of(new Splice(new Span(1, 2), "B"), new Splice(Span.at(1), "+"))))
                .isEqualTo("a+Bc");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 2, 4", "0, 3, 0, 1", "1, 2, 1, 2", "0, 3, 1, 1"})
    void twoChangesOfOneCharAreRefused(int start, int end, int otherStart, int otherEnd) {
        List<Splice> both =
                List.of(new Splice(new Span(start, end), "x"), new Splice(new Span(otherStart, otherEnd), "y"));
        assertThatThrownBy(() -> Splice.apply("abcd", both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("two changes at offset");
    }

    @Test
    void aSpanEndsWhereItBeginsOrLater() {
        assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Span(1, 3).of("abcd")).isEqualTo("bc");
        assertThat(Span.at(2).of("abcd")).isEmpty();
    }
}
