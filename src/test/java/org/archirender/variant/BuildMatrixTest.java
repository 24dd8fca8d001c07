package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

/** What re-rendering means, rule by rule, on recipes and pinnings of our own. */
class BuildMatrixTest {
    private static final String PINNINGS = """
            python:
              - 3.11.* *_cpython
              - 3.12.* *_cpython
            numpy:
              - '1'
              - '2'
            zip_keys:
              - - python
                - numpy
            mpi:
              - nompi
              - openmpi
            mpich:
              - '4'
            openmpi:
              - '5'
            libfoo:
              - '1.2'
            libbar:
              - a
              - b
            python_min:
              - '3.10'
            c_compiler:
              - gcc
            c_compiler_version:
              - '14'
              - '13'       # [x86_64]
            c_stdlib:
              - sysroot
            c_stdlib_version:
              - 2.17
            channel_sources:
              - conda-forge
            channel_targets:
              - conda-forge main
            docker_image:
              - registry.invalid/image
            pin_run_as_build:
              python:
                max_pin: x.x
                min_pin: x.x
              r-base:
                max_pin: x.x
                min_pin: x.x
            """;

    private static final String FORGE = "provider: {linux_aarch64: azure}\n";

    private static BuildMatrix matrix(String recipe, String... more) {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        files.put(TreePath.of("recipe/meta.yaml"), TreeFile.of(recipe));
        files.put(TreePath.of("conda-forge.yml"), TreeFile.of(FORGE));
        for (int i = 0; i < more.length; i += 2) {
            files.put(TreePath.of(more[i]), TreeFile.of(more[i + 1]));
        }
        return BuildMatrix.compute(new MatrixRequest(
                FileTree.of(files),
                Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty()),
                Optional.empty(),
                "linux-aarch64"));
    }

    private static List<String> names(BuildMatrix matrix) {
        return matrix.files().stream().map(VariantFile::name).toList();
    }

    /** Where the first value of {@code key} in the first file comes from. */
    private static Location origin(BuildMatrix matrix, String key) {
        return matrix.files()
                .get(0)
                .values()
                .getOrDefault(key, List.of())
                .get(0)
                .at();
    }

    private static final String HEAD = """
            package:
              name: zebra
              version: 1.0
            """;

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
    void aV1RecipeIsRefused() {
        FileTree feedstock = FileTree.empty().with(TreePath.of("recipe/recipe.yaml"), TreeFile.of("package: {}\n"));
        Pinnings pinnings = Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty());

        assertThatThrownBy(() ->
                        BuildMatrix.compute(new MatrixRequest(feedstock, pinnings, Optional.empty(), "linux-aarch64")))
                .isInstanceOf(InputException.class)
                .hasMessage("recipe/meta.yaml: there is only a recipe.yaml (v1) beside\n"
                        + "  fix: only meta.yaml recipes (v0) are rendered");
    }

    @Test
    void aPlatformWithoutProviderHasNoFile() {
        BuildMatrix matrix = matrix(HEAD, "conda-forge.yml", "provider: {linux_64: azure}\n");

        assertThat(matrix.absence()).contains("conda-forge.yml has no provider for linux_aarch64");
    }

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
    void outputsThatRequireEachOtherAreRefused() {
        assertThatThrownBy(
                        () -> matrix(
                                HEAD
                                        + "outputs:\n  - name: a\n    requirements:\n      - b\n  - name: b\n    requirements:\n      - a\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("outputs require each other in a circle: a, b");
    }

    @Test
    void aRequirementWithABlankBeforeItsVersionIsRefused() {
        assertThatThrownBy(() -> matrix(HEAD + "requirements:\n  run:\n    - grpcio >= 1.8\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("requirement 'grpcio >= 1.8' in run has '>=' apart from its version")
                .hasMessageContaining("write 'grpcio >=1.8'");
    }
}
