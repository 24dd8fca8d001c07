package org.archirender.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {
    @ParameterizedTest
    @CsvSource({"0, 0, a.yaml", "3, 0, a.yaml:3", "3, 7, a.yaml:3:7"})
    void printsAsMuchAsIsKnown(int line, int column, String printed) {
        assertThat(new Location("a.yaml", line, column)).hasToString(printed);
    }

    @Test
    void aWholeFileAndAWholeLineHaveNamesOfTheirOwn() {
        assertThat(Location.of("a.yaml")).isEqualTo(new Location("a.yaml", 0, 0));
        assertThat(Location.of("a.yaml", 3)).isEqualTo(new Location("a.yaml", 3, 0));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, -1:0", "1, -1, 1:-1"})
    void nothingStandsBeforeTheFirstLineOrColumn(int line, int column, String named) {
        assertThatThrownBy(() -> new Location("a.yaml", line, column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative position " + named);
    }
}
