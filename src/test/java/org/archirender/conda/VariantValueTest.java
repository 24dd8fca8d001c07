package org.archirender.conda;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.problem.Location;
import org.junit.jupiter.api.Test;

class VariantValueTest {
    @Test
    void thePlaceIsNoPartOfTheValue() {
        assertThat(new VariantValue("1.2", Location.of("a", 1)))
                .isEqualTo(new VariantValue("1.2", Location.of("b", 2)))
                .hasSameHashCodeAs(new VariantValue("1.2", Location.of("b", 2)))
                .hasToString("1.2");
    }

    @Test
    void textIsNeverANumber() {
        assertThat(new VariantValue("1.10", Location.of("a"))).isNotEqualTo(new VariantValue("1.1", Location.of("a")));
    }
}
