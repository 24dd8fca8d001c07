package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainValuesTest {
    private static Object plain(String yaml) {
        return PlainValues.of(YamlReader.read(yaml, "x.yaml").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "007", "5e34", "1_000", "0x1f", "-0", "1.", ".5", "yes", "off", "2019-01-15", "+1"})
    void whatWouldPrintOtherwiseStaysText(String written) {
        assertThat(plain(written)).isEqualTo(written);
    }

    @Test
    void wholeNumbersAndBooleansAreThemselves() {
        assertThat(plain("[0, 37, -4, 999999999999999999, true, False]"))
                .isEqualTo(List.of(0L, 37L, -4L, 999999999999999999L, true, false));
    }

    @Test
    void aNumberTooLongForAComputersWordStaysText() {
        assertThat(plain("12345678901234567890")).isEqualTo("12345678901234567890");
    }

    @Test
    void quotesMakeText() {
        assertThat(plain("['37', \"true\", '']")).isEqualTo(List.of("37", "true", ""));
    }

    @Test
    void mappingsKeepTheirOrderAndTheLastOfDuplicates() {
        Object value = plain("{z: 1, a: {b: [x]}, z: 2, n: ~}");
        assertThat(value).isEqualTo(Map.of("z", 2L, "a", Map.of("b", List.of("x")), "n", ""));
        assertThat(((Map<?, ?>) value).keySet().stream().map(String::valueOf)).containsExactly("z", "a", "n");
    }
}
