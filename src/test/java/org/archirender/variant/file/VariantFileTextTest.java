package org.archirender.variant.file;

import static org.archirender.variant.Configs.combined;
import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.conda.VariantValue;
import org.archirender.problem.Location;
import org.archirender.variant.Configs;
import org.archirender.variant.config.VariantSettings;
import org.junit.jupiter.api.Test;

class VariantFileTextTest {
    private static final VariantValue FALLBACK = new VariantValue("fallback", Location.of("conda-forge.yml"));

    @Test
    void keysAreSortedAndPinsHaveTheLowerBoundFirst() {
        VariantSettings space = combined("""
                zlib: ['1.2']
                c_compiler: [gcc]
                is_python_min: ['true']
                python: [3.10.* *_cpython]
                pin_run_as_build: {zlib: {max_pin: x.x}, python: {max_pin: x.x, min_pin: x.x}}
                zip_keys: [[python, is_python_min]]
                """);
        assertThat(VariantFileText.of(space)).isEqualTo("""
                c_compiler:
                - gcc
                is_python_min:
                - true
                pin_run_as_build:
                  python:
                    min_pin: x.x
                    max_pin: x.x
                  zlib:
                    max_pin: x.x
                python:
                - 3.10.* *_cpython
                zip_keys:
                - - python
                  - is_python_min
                zlib:
                - '1.2'
                """);
    }

    @Test
    void withoutAnImageTheFallbackIsTaken() {
        assertThat(VariantFileText.withDockerImage(combined("a: 1\n"), FALLBACK).values("docker_image"))
                .containsExactly(FALLBACK);
    }

    @Test
    void ofSeveralImagesTheFirstStays() {
        VariantSettings one =
                VariantFileText.withDockerImage(combined("docker_image: [a, b]\nzlib: [1, 2]\n"), FALLBACK);
        assertThat(Configs.texts(one)).hasToString("{docker_image=[a], zlib=[1, 2]}");
    }

    @Test
    void partnersOfAZippedImageKeepTheirFirstToo() {
        VariantSettings one = VariantFileText.withDockerImage(
                combined("docker_image: [a, b]\ncuda: [1, 2]\nzip_keys: [[docker_image, cuda]]\n"), FALLBACK);
        assertThat(Configs.texts(one)).hasToString("{cuda=[1], docker_image=[a]}");
    }
}
