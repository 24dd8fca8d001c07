package org.archirender.variant;

import static org.archirender.variant.SmallPort.FORGE;
import static org.archirender.variant.SmallPort.HEAD;
import static org.archirender.variant.SmallPort.matrix;
import static org.archirender.variant.SmallPort.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.junit.jupiter.api.Test;

/** What re-rendering means, rule by rule, on recipes and pinnings of our own. */
class BuildMatrixTest {
    /** Where the first value of {@code key} in the first file comes from. */
    private static Location origin(BuildMatrix matrix, String key) {
        return matrix.files()
                .get(0)
                .values()
                .getOrDefault(key, List.of())
                .get(0)
                .at();
    }

    @Test
    void aRecipeWithoutKeysGetsOneFileWithWhatIsAlwaysKept() {
        BuildMatrix matrix = matrix(HEAD);

        assertThat(names(matrix)).containsExactly("linux_aarch64_");
        assertThat(matrix.files().get(0).text()).isEqualTo("""
                        channel_sources:
                        - conda-forge
                        channel_targets:
                        - conda-forge main
                        docker_image:
                        - registry.invalid/image
                        target_platform:
                        - linux-aarch64
                        """);
    }

    @Test
    void oneFileForEachValueOfAUsedKey() {
        assertThat(names(matrix(HEAD + "requirements:\n  host:\n    - libbar\n")))
                .containsExactly("linux_aarch64_libbara", "linux_aarch64_libbarb");
    }

    @Test
    void zippedKeysGoTogetherAndOnlyUsedOnesAreKept() {
        BuildMatrix matrix = matrix(HEAD + "requirements:\n  host:\n    - python\n    - numpy\n  run:\n    - python\n");

        assertThat(names(matrix))
                .containsExactly(
                        "linux_aarch64_numpy1python3.11.____cpython", "linux_aarch64_numpy2python3.12.____cpython");
        assertThat(matrix.files().get(1).text()).contains("""
                        numpy:
                        - '2'
                        pin_run_as_build:
                          python:
                            min_pin: x.x
                            max_pin: x.x
                        python:
                        - 3.12.* *_cpython
                        target_platform:
                        - linux-aarch64
                        zip_keys:
                        - - python
                          - numpy
                        """);
    }

    @Test
    void aZipGroupOfWhichOneKeyIsUsedIsNoGroup() {
        BuildMatrix matrix = matrix(HEAD + "requirements:\n  host:\n    - python\n");

        assertThat(names(matrix))
                .containsExactly("linux_aarch64_python3.11.____cpython", "linux_aarch64_python3.12.____cpython");
        assertThat(matrix.files().get(0).text()).doesNotContain("zip_keys", "numpy");
    }

    @Test
    void aRequirementOfRunAloneDoesNotCount() {
        assertThat(names(matrix(HEAD + "requirements:\n  run:\n    - libbar\n")))
                .containsExactly("linux_aarch64_");
    }

    @Test
    void pythonForTheBuildAloneDoesNotCount() {
        assertThat(names(matrix(HEAD + "requirements:\n  build:\n    - python\n    - libbar\n")))
                .containsExactly("linux_aarch64_libbara", "linux_aarch64_libbarb");
    }

    @Test
    void aRequirementWithAVersionDoesNotCount() {
        assertThat(names(matrix(HEAD + "requirements:\n  host:\n    - libbar >=1\n")))
                .containsExactly("linux_aarch64_");
    }

    @Test
    void aCompilerBringsItsKeys() {
        VariantFile file = matrix(
                        HEAD + "requirements:\n  build:\n    - {{ compiler('c') }}\n    - {{ stdlib('c') }}\n")
                .files()
                .get(0);

        assertThat(file.values().keySet()).contains("c_compiler", "c_compiler_version", "c_stdlib", "c_stdlib_version");
        assertThat(file.values().get("c_compiler_version"))
                .extracting(VariantValue::text)
                .startsWith("14");
    }

    @Test
    void mpiBringsThePinsOfItsImplementations() {
        BuildMatrix matrix = matrix(HEAD + "build:\n  string: {{ mpi }}_0\n");

        assertThat(names(matrix)).containsExactly("linux_aarch64_mpinompi", "linux_aarch64_mpiopenmpi");
        assertThat(matrix.files().get(0).values().keySet()).contains("mpich", "openmpi");
    }

    @Test
    void pythonMinIsKeptWhereTheTextNamesIt() {
        assertThat(matrix(HEAD + "about:\n  summary: from {{ python_min }} on\n")
                        .files()
                        .get(0)
                        .values()
                        .get("python_min"))
                .extracting(VariantValue::text)
                .startsWith("3.10");
    }

    @Test
    void aScriptUsesKeysToo() {
        assertThat(names(matrix(HEAD, "recipe/build.sh", "make MPI=${libbar} install\n")))
                .containsExactly("linux_aarch64_libbara", "linux_aarch64_libbarb");
    }

    @Test
    void aSelectorUsesItsKeys() {
        BuildMatrix matrix = matrix(HEAD + "build:\n  skip: true  # [libbar == 'a']\n");

        assertThat(names(matrix)).containsExactly("linux_aarch64_libbarb");
        assertThat(matrix.skipped())
                .containsExactly(
                        new SkippedVariant("libbar=a", new Location("recipe/meta.yaml", 5, 9), "build/skip is true"));
    }

    @Test
    void aSkippedRecipeHasNoFile() {
        BuildMatrix matrix = matrix(HEAD + "build:\n  skip: true  # [linux]\n");

        assertThat(matrix.files()).isEmpty();
        assertThat(matrix.absence()).contains("every variant is skipped");
        assertThat(matrix.skipped())
                .singleElement()
                .hasToString("everything: build/skip is true (recipe/meta.yaml:5:9)");
    }

    @Test
    void aNoarchRecipeHasNoFileHere() {
        BuildMatrix matrix = matrix(HEAD + "build:\n  noarch: python\nrequirements:\n  host:\n    - python\n");

        assertThat(matrix.files()).isEmpty();
        assertThat(matrix.absence())
                .contains(
                        "it is noarch, and noarch packages are built on linux_64 (conda-forge.yml, noarch_platforms)");
    }

    @Test
    void aNoarchRecipeIsBuiltOnceWhereThePlatformIsOneForNoarch() {
        BuildMatrix matrix = matrix(
                HEAD + "build:\n  noarch: python\nrequirements:\n  host:\n    - python\n",
                "conda-forge.yml",
                FORGE + "noarch_platforms: [linux_aarch64]\n");

        assertThat(names(matrix)).containsExactly("linux_aarch64_");
        assertThat(matrix.files().get(0).values().get("python"))
                .extracting(VariantValue::text)
                .startsWith("3.12.* *_cpython");
        assertThat(matrix.files().get(0).values()).doesNotContainKey("target_platform");
    }

    @Test
    void aPlatformWithoutProviderHasNoFile() {
        BuildMatrix matrix = matrix(HEAD, "conda-forge.yml", "provider: {linux_64: azure}\n");

        assertThat(matrix.absence()).contains("conda-forge.yml has no provider for linux_aarch64");
    }

    @Test
    void forcedKeysAreKeptAndIgnoredOnesAreNot() {
        BuildMatrix matrix = matrix(HEAD
                + "build:\n  force_use_keys:\n    - mpi\n  force_ignore_keys:\n    - libbar\n"
                + "requirements:\n  host:\n    - libbar\n");

        assertThat(names(matrix)).containsExactly("linux_aarch64_mpinompi", "linux_aarch64_mpiopenmpi");
    }

    @Test
    void aForcedKeyWithoutAValueIsRefused() {
        assertThatThrownBy(() -> matrix(HEAD + "build:\n  force_use_keys:\n    - nosuch\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("build/force_use_keys names 'nosuch'");
    }

    @Test
    void theRecipesOwnConfigReplacesPinnings() {
        BuildMatrix matrix = matrix(
                HEAD + "requirements:\n  host:\n    - libbar\n", "recipe/conda_build_config.yaml", "libbar:\n  - c\n");

        assertThat(names(matrix)).containsExactly("linux_aarch64_");
        assertThat(origin(matrix, "libbar")).isEqualTo(new Location("recipe/conda_build_config.yaml", 2, 5));
    }

    @Test
    void aDockerImageIsTheFirstAfterSorting() {
        BuildMatrix matrix = matrix(
                HEAD,
                "recipe/conda_build_config.yaml",
                "docker_image:\n  - registry.invalid/z\n  - registry.invalid/b\n");

        assertThat(matrix.files().get(0).text()).contains("docker_image:\n- registry.invalid/b\n");
    }

    @Test
    void explainingAKeyNamesTheLineThatUsesIt() {
        BuildMatrix matrix =
                matrix(HEAD + "requirements:\n  host:\n    - libbar  # why\n", "recipe/build.sh", "a\nb $libfoo \n");

        assertThat(matrix.uses().get("libbar")).hasToString("recipe/meta.yaml:6: - libbar  # why");
        assertThat(matrix.uses().get("libfoo")).hasToString("recipe/build.sh:2: b $libfoo");
        assertThat(matrix.uses().get("docker_image")).hasToString("in every variant file");
        assertThat(origin(matrix, "libfoo").toString()).startsWith("pinnings.yaml:18:");
    }

    @Test
    void aRequirementWithABlankBeforeItsVersionIsRefused() {
        assertThatThrownBy(() -> matrix(HEAD + "requirements:\n  run:\n    - grpcio >= 1.8\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("requirement 'grpcio >= 1.8' in run has '>=' apart from its version")
                .hasMessageContaining("write 'grpcio >=1.8'");
    }
}
