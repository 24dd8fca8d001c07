package org.archirender.variant;

import static org.archirender.variant.SmallPort.HEAD;
import static org.archirender.variant.SmallPort.matrix;
import static org.archirender.variant.SmallPort.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;

/** What re-rendering means for recipes with several outputs. */
class OutputMatrixTest {
    private static final String SPLIT = HEAD + """
            outputs:
              - name: libzebra
                requirements:
                  host:
                    - libbar
              - name: py-zebra
                requirements:
                  host:
                    - libbar
                    - python
                  run:
                    - python
            """;

    @Test
    void jobsAreToldApartByTheKeysThatAllOutputsLoopOver() {
        BuildMatrix matrix = matrix(SPLIT);

        assertThat(names(matrix)).containsExactly("linux_aarch64_libbara", "linux_aarch64_libbarb");
        assertThat(matrix.files().get(0).text()).contains("""
                        libbar:
                        - a
                        """, """
                        python:
                        - 3.11.* *_cpython
                        - 3.12.* *_cpython
                        """);
    }

    @Test
    void aKeyThatTheTopLevelUsesTellsThemApartToo() {
        assertThat(names(matrix(SPLIT.replace("outputs:", "build:\n  number: 0  # [mpi == 'nompi']\noutputs:"))))
                .containsExactly(
                        "linux_aarch64_libbarampinompi",
                        "linux_aarch64_libbarampiopenmpi",
                        "linux_aarch64_libbarbmpinompi",
                        "linux_aarch64_libbarbmpiopenmpi");
    }

    @Test
    void aSkippedOutputLeavesTheOthers() {
        BuildMatrix matrix =
                matrix(SPLIT.replace("  - name: py-zebra\n", "  - name: py-zebra\n    build:\n      skip: true\n"));

        assertThat(matrix.files().get(0).values()).doesNotContainKey("python");
    }

    @Test
    void aNoarchOutputIsLeftToThePlatformForNoarch() {
        BuildMatrix matrix =
                matrix(SPLIT.replace("  - name: py-zebra\n", "  - name: py-zebra\n    build:\n      noarch: python\n"));

        assertThat(matrix.files().get(0).values()).doesNotContainKey("python");
        assertThat(matrix.skipped())
                .hasToString("[output py-zebra: it is noarch, and noarch packages are built on linux_64"
                        + " (conda-forge.yml, noarch_platforms) (recipe/meta.yaml:11:15)]");
    }

    @Test
    void aCombinationThatNoOutputIsBuiltForIsDropped() {
        String skipping = SPLIT.replace("outputs:", "build:\n  number: 0  # [libbar == 'a']\noutputs:")
                .replace("    requirements:", "    build:\n      skip: true  # [libbar == 'b']\n    requirements:");
        BuildMatrix matrix = matrix(skipping);

        assertThat(names(matrix)).containsExactly("linux_aarch64_libbara");
        assertThat(matrix.skipped()).extracting(SkippedVariant::why).contains("output libzebra is skipped");
    }

    @Test
    void theScriptOfAnOutputUsesKeys() {
        String recipe = HEAD + "outputs:\n  - name: libzebra\n    script: lib.sh\n";

        assertThat(matrix(recipe, "recipe/lib.sh", "x ${libbar}\n")
                        .files()
                        .get(0)
                        .values())
                .containsKey("libbar");
    }

    @Test
    void aScriptThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> matrix(HEAD + "outputs:\n  - name: libzebra\n    script: lib.sh\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the script 'lib.sh' is not beside recipe/meta.yaml");
    }

    @Test
    void outputsThatRequireEachOtherAreRefused() {
        assertThatThrownBy(
                        () -> matrix(
                                HEAD
                                        + "outputs:\n  - name: a\n    requirements:\n      - b\n  - name: b\n    requirements:\n      - a\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("outputs require each other in a circle: a, b");
    }
}
