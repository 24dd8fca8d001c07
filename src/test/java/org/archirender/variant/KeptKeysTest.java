package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

/** From the variants of several packages to files: which keys are kept, what is listed and how it is sorted. */
class KeptKeysTest {
    private static final String HEAD = """
            package:
              name: zebra
              version: 1.0
            """;

    private static List<VariantFile> files(String recipe, String pinnings) {
        return files(recipe, pinnings, "azure");
    }

    private static List<VariantFile> files(String recipe, String pinnings, String provider) {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        files.put(TreePath.of("recipe/meta.yaml"), TreeFile.of(HEAD + recipe));
        files.put(TreePath.of("conda-forge.yml"), TreeFile.of("provider: {linux_aarch64: " + provider + "}\n"));
        return BuildMatrix.compute(
                        FileTree.of(files),
                        Pinnings.parse(pinnings, "pinnings.yaml", FileTree.empty()),
                        Optional.empty(),
                        new Platform("linux-aarch64"))
                .files();
    }

    private static List<VariantFile> keeping(Set<String> keys, String forge, String... recipe) {
        FileTree files = FileTrees.of(recipe)
                .with(TreePath.of("conda-forge.yml"), TreeFile.of("provider: {linux_aarch64: azure}\n" + forge));
        String pinnings = """
                BUILD: arm-build
                other: [1]
                libfoo:
                - '1'
                - '2'
                libbar:
                - a
                - b
                zip_keys:
                - - libfoo
                  - libbar
                """;
        return BuildMatrix.compute(
                        files,
                        Pinnings.parse(pinnings, "pinnings.yaml", FileTree.empty())
                                .keeping(keys),
                        Optional.empty(),
                        new Platform("linux-aarch64"))
                .files();
    }

    @Test
    void aKeyThatThePortKeepsIsInEveryFileUsedOrNot() {
        List<VariantFile> files = keeping(
                Set.of("BUILD", "absent"), "", "recipe/meta.yaml", HEAD + "requirements:\n  host:\n    - libfoo\n");
        assertThat(names(files)).containsExactly("linux_aarch64_libfoo1", "linux_aarch64_libfoo2");
        assertThat(files).allSatisfy(file -> {
            assertThat(values(file, "BUILD")).containsExactly("arm-build");
            assertThat(file.values()).doesNotContainKeys("absent", "other");
        });
    }

    @Test
    void aRecipeYamlKeepsThePortsKeysToo() {
        List<VariantFile> files = keeping(
                Set.of("BUILD"),
                "conda_build_tool: rattler-build\n",
                "recipe/recipe.yaml",
                "package: {name: zebra, version: 1.0}\nrequirements: {host: [libfoo]}\n");
        assertThat(names(files)).containsExactly("linux_aarch64_libfoo1", "linux_aarch64_libfoo2");
        assertThat(files).allSatisfy(file -> assertThat(values(file, "BUILD")).containsExactly("arm-build"));
    }

    @Test
    void aKeptKeyThatIsZippedGoesWithItsPartners() {
        List<VariantFile> files =
                keeping(Set.of("libbar"), "", "recipe/meta.yaml", HEAD + "requirements:\n  host:\n    - libfoo\n");
        assertThat(names(files)).containsExactly("linux_aarch64_libfoo1", "linux_aarch64_libfoo2");
        assertThat(values(files.get(1), "libbar")).containsExactly("b");
    }

    @Test
    void aKeptKeyThatNobodyUsesMakesNoFilesOfItsOwn() {
        List<VariantFile> files = keeping(Set.of("libfoo"), "", "recipe/meta.yaml", HEAD);
        assertThat(names(files)).containsExactly("linux_aarch64_");
        assertThat(values(files.get(0), "libfoo")).containsExactly("1", "2");
    }

    private static List<String> names(List<VariantFile> files) {
        return files.stream().map(VariantFile::name).toList();
    }

    private static List<String> values(VariantFile file, String key) {
        return file.values().getOrDefault(key, List.of()).stream()
                .map(VariantValue::text)
                .toList();
    }

    private static final String LIBFOO = "libfoo:\n  - '3.9'\n  - '3.10'\n  - '3.8'\n";

    private static final String TWO_OUTPUTS = """
            outputs:
              - name: one
              - name: two
                requirements:
                  host:
                    - libfoo
            """;

    @Test
    void listsAreSortedAsStrings() {
        assertThat(values(files(TWO_OUTPUTS, LIBFOO).get(0), "libfoo")).containsExactly("3.10", "3.8", "3.9");
    }

    @Test
    void keysThatCiNeedsAreKeptUnused() {
        String pinnings = """
                build_number_decrement:
                  - '500'
                macos_machine:
                  - x
                MACOSX_SDK_VERSION:
                  - '11'
                other:
                  - '1'
                """;
        VariantFile file = files("", pinnings).get(0);

        assertThat(file.values().keySet())
                .containsExactly(
                        "MACOSX_SDK_VERSION",
                        "build_number_decrement",
                        "docker_image",
                        "macos_machine",
                        "target_platform");
    }

    @Test
    void runnerLabelsAreKeptWhereGithubActionsBuilds() {
        String labels = "github_actions_labels:\n  - ubuntu-arm\n";

        assertThat(files("", labels, "github_actions").get(0).values().get("github_actions_labels"))
                .extracting(VariantValue::text)
                .startsWith("ubuntu-arm");
        assertThat(files("", labels, "azure").get(0).values()).doesNotContainKey("github_actions_labels");
    }

    @Test
    void aFeedstockWithoutAnImageGetsTheFallback() {
        assertThat(files("", "").get(0).values().get("docker_image"))
                .extracting(VariantValue::text)
                .startsWith("quay.io/condaforge/linux-anvil-aarch64:alma9");
    }

    private static final String CUDA = """
            docker_image:
              - registry.invalid/z
              - registry.invalid/a
            cuda_compiler_version:
              - None
              - '12.6'
            zip_keys:
              - - docker_image
                - cuda_compiler_version
            """;

    @Test
    void whatIsZippedToTheImageKeepsTheImagesFirst() {
        String recipe = TWO_OUTPUTS.replace("libfoo", "cuda-compiler-version");
        VariantFile file = files(recipe, CUDA).get(0);

        assertThat(values(file, "docker_image")).containsExactly("registry.invalid/a");
        assertThat(values(file, "cuda_compiler_version")).containsExactly("12.6");
    }

    @Test
    void aZipGroupSplitsByItsLoopKeysAndListsTheRest() {
        String recipe = """
                build:
                  number: 0  # [mpi == 'nompi']
                outputs:
                  - name: one
                  - name: two
                    requirements:
                      host:
                        - libfoo
                """;
        String pinnings = """
                mpi:
                  - nompi
                  - nompi
                  - openmpi
                libfoo:
                  - '2'
                  - '1'
                  - '3'
                zip_keys:
                  - - mpi
                    - libfoo
                """;
        List<VariantFile> files = files(recipe, pinnings);

        assertThat(names(files)).containsExactly("linux_aarch64_mpinompi", "linux_aarch64_mpiopenmpi");
        assertThat(values(files.get(0), "libfoo")).containsExactly("1", "2");
        assertThat(values(files.get(0), "mpi")).containsExactly("nompi", "nompi");
        assertThat(files.get(0).text()).contains("zip_keys:\n- - mpi\n  - libfoo\n");
    }

    @Test
    void aNoarchOutputIsLeftOut() {
        String recipe = """
                outputs:
                  - name: one
                  - name: two
                    build:
                      noarch: generic
                    requirements:
                      host:
                        - libfoo
                """;

        assertThat(files(recipe, LIBFOO).get(0).values()).doesNotContainKey("libfoo");
    }

    @Test
    void theOutputOfTheRecipesNameBelongsToTheTopLevel() {
        String recipe = """
                outputs:
                  - name: zebra
                    requirements:
                      host:
                        - libfoo
                """;

        assertThat(names(files(recipe, LIBFOO)))
                .containsExactly("linux_aarch64_libfoo3.10", "linux_aarch64_libfoo3.8", "linux_aarch64_libfoo3.9");
    }

    @Test
    void aKeyInAnotherOutputsBlockDoesNotCount() {
        String recipe = """
                outputs:
                  - name: one
                    build:
                      skip: true
                    requirements:
                      host:
                        - libfoo
                  - name: two
                """;

        assertThat(files(recipe, LIBFOO).get(0).values()).doesNotContainKey("libfoo");
    }

    @Test
    void numpyWithTwoLettersXPinsNumpy() {
        String recipe = "requirements:\n  host:\n    - numpy\n  run:\n    - numpy x.x\n";

        assertThat(files(recipe, "numpy:\n  - '1.26'\n").get(0).text())
                .contains("pin_run_as_build:\n  numpy:\n    min_pin: x.x\n    max_pin: x.x\n");
    }

    @Test
    void pinsOfUnusedPackagesGo() {
        String pins = "pin_run_as_build:\n  lib-foo:\n    max_pin: x\n  libbar:\n    max_pin: x\n";
        String recipe = "requirements:\n  host:\n    - lib-foo\n";

        assertThat(files(recipe, "lib_foo:\n  - '1'\n" + pins).get(0).text())
                .contains("pin_run_as_build:\n  lib-foo:\n    max_pin: x\n")
                .doesNotContain("libbar");
    }

    @Test
    void tooManyVariantsAreRefused() {
        StringBuilder pinnings = new StringBuilder();
        StringBuilder recipe = new StringBuilder("requirements:\n  host:\n");
        for (int key = 0; key < 12; key++) {
            pinnings.append("lib").append(key).append(":\n  - '1'\n  - '2'\n");
            recipe.append("    - lib").append(key).append('\n');
        }

        assertThatThrownBy(() -> files(recipe.toString(), pinnings.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("recipe/meta.yaml: the variant keys that this recipe uses have more than 2048");
    }

    @Test
    void manyPinningsThatAreNotUsedCostNothing() {
        StringBuilder pinnings = new StringBuilder(LIBFOO);
        for (int key = 0; key < 400; key++) {
            pinnings.append("unused").append(key).append(":\n  - '1'\n  - '2'\n  - '3'\n");
        }

        assertThat(files("requirements:\n  host:\n    - libfoo\n", pinnings.toString()))
                .hasSize(3);
    }
}
