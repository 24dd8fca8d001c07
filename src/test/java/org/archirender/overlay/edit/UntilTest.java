package org.archirender.overlay.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UntilTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static boolean isOver(String until, String version) {
        return Until.parse(until).orElseThrow().isOver(DAY, Optional.of(version).filter(text -> !text.isEmpty()));
    }

    @Test
    void aDayIsTheLastOne() {
        assertThat(isOver("2026-11-22", "")).isFalse();
        assertThat(isOver("2026-11-21", "")).isTrue();
    }

    @Test
    void aVersionIsTheFirstOne() {
        assertThat(isOver("version >= 1.7", "1.6")).isFalse();
        assertThat(isOver("version>=1.7", "1.7")).isTrue();
        assertThat(isOver("version >= 1.7", "")).isFalse();
    }

    @Test
    void versionsCompareAsCondaComparesThem() {
        assertThat(isOver("version >= 1.9", "1.10")).isTrue();
        assertThat(isOver("version >= 1.7", "1.7rc1")).isFalse();
        assertThat(isOver("version >= 1.7", "1!1.0")).isTrue();
    }

    @Test
    void aVersionThatCondaRefusesEndsNothing() {
        assertThat(isOver("version >= 1.7", "{{ version }}")).isFalse();
        assertThat(isOver("version >= (1.7", "1.8")).isFalse();
    }

    @Test
    void allElseIsNoCondition() {
        assertThat(Until.parse("soon")).isEmpty();
        assertThat(Until.parse("2026-02-30")).isEmpty();
        assertThat(Until.parse("version > 1.7")).isEmpty();
        assertThat(Until.parse(" version >= 1.7 "))
                .hasValueSatisfying(until -> assertThat(until.text()).isEqualTo("version >= 1.7"));
    }
}
