package org.archirender.variant.config;

import static org.archirender.variant.Configs.combined;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.junit.jupiter.api.Test;

class VariantSettingsTest {
    private static final VariantSettings SPACE = combined("""
            python: [3.9, 3.10]
            numpy: [1.20, 1.21]
            python_impl: [cpython, cpython]
            zlib: [1]
            r_base: [4.1, 4.2]
            zip_keys: [[python, numpy, python_impl]]
            pin_run_as_build: {r-base: {max_pin: x.x}, zlib: {max_pin: x}}
            """);

    @Test
    void aZippedKeyKnowsItsGroup() {
        assertThat(SPACE.group("numpy")).contains(List.of("python", "numpy", "python_impl"));
        assertThat(SPACE.group("zlib")).isEmpty();
    }

    @Test
    void zipGroupsAreTrimmedToTheKeysThatAreKept() {
        assertThat(SPACE.keeping(Set.of("python", "python_impl")).zipGroups())
                .containsExactly(List.of("python", "python_impl"));
    }

    @Test
    void aZipGroupOfOneIsNone() {
        assertThat(SPACE.keeping(Set.of("python", "zlib")).zipGroups()).isEmpty();
    }

    @Test
    void pinsStayForPackagesThatAreKept() {
        assertThat(SPACE.keeping(Set.of("r_base")).pinRunAsBuild()).containsOnlyKeys("r-base");
        assertThat(SPACE.keeping(Set.of("python")).pinRunAsBuild()).isEmpty();
    }

    @Test
    void aKeyWithoutValuesIsNoKey() {
        TreeMap<String, List<VariantValue>> values = new TreeMap<>(SPACE.values());
        values.put("zlib", List.of());
        assertThat(SPACE.withValues(values).values()).doesNotContainKey("zlib");
    }
}
