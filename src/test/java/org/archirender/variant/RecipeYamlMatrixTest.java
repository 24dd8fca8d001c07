package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which variant files a recipe.yaml has: keys count where an evaluation looks them up. */
class RecipeYamlMatrixTest {
    private static final String PINNINGS = """
            c_compiler: [gcc]
            c_compiler_version: ['13']
            python: ['3.11', '3.12']
            zlib: ['1', '2']
            mpi: [nompi, openmpi]
            cuda: ['None', '12']
            openmpi: ['4', '5']
            """.replace("[", "\n  - ")
            .replace("', '", "'\n  - '")
            .replace(", ", "\n  - ")
            .replace("]", "");

    private static final String HEAD = """
            context:
              version: "1.0"
            package:
              name: example
              version: ${{ version }}
            """;

    private static BuildMatrix matrix(String recipe, String... more) {
        String[] files = new String[more.length + 4];
        files[0] = "recipe/recipe.yaml";
        files[1] = recipe;
        files[2] = "conda-forge.yml";
        files[3] = "conda_build_tool: rattler-build\nprovider: {linux_aarch64: default}\n";
        System.arraycopy(more, 0, files, 4, more.length);
        return BuildMatrix.compute(
                FileTrees.of(files),
                Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty()),
                Optional.empty(),
                new Platform("linux-aarch64"));
    }

    private static List<String> names(BuildMatrix matrix) {
        return matrix.files().stream().map(VariantFile::name).toList();
    }

    @Test
    void aRequirementWithoutAVersionLoopsOverItsKey() {
        BuildMatrix matrix = matrix(HEAD + """
                requirements:
                  host:
                    - python
                    - zlib >=1
                  run:
                    - openmpi
                """);
        assertThat(names(matrix)).containsExactly("linux_aarch64_python3.11", "linux_aarch64_python3.12");
        assertThat(matrix.files().get(0).values()).doesNotContainKeys("zlib", "openmpi");
        assertThat(matrix.uses().get("python")).hasToString("recipe/recipe.yaml:8:7: - python");
    }

    @Test
    void aBranchThatIsNotTakenUsesNoKey() {
        BuildMatrix matrix = matrix(HEAD + """
                requirements:
                  build:
                    - ${{ compiler('c') }}
                    - if: win
                      then: python
                  host:
                    - ${{ "zlib" if win and cuda != "None" else "bzip2" }}
                """);
        assertThat(names(matrix)).containsExactly("linux_aarch64_");
        assertThat(matrix.files().get(0).values())
                .containsKeys("c_compiler", "c_compiler_version")
                .doesNotContainKeys("python", "cuda", "zlib");
    }

    @Test
    void aRequirementThatAnotherKeyChoosesLoopsToo() {
        BuildMatrix matrix = matrix(HEAD + """
                requirements:
                  host:
                    - ${{ mpi if mpi != "nompi" }}
                """);
        assertThat(names(matrix)).containsExactly("linux_aarch64_mpinompi", "linux_aarch64_mpiopenmpi");
        assertThat(matrix.files().get(1).values().get("openmpi")).hasSize(2);
    }

    @Test
    void skippedVariantsHaveNoFileAndSayWhere() {
        BuildMatrix matrix = matrix(HEAD + """
                build:
                  skip: match(python, "<3.12")
                requirements:
                  host: [python]
                """);
        assertThat(names(matrix)).containsExactly("linux_aarch64_python3.12");
        assertThat(matrix.skipped())
                .extracting(SkippedVariant::toString)
                .contains("python=3.11: build/skip is true (recipe/recipe.yaml:7:9)");
    }

    @Test
    void stagingOutputsGiveTheirRequirementsToTheirHeirs() {
        BuildMatrix matrix = matrix("""
                recipe:
                  name: example
                  version: "1"
                outputs:
                  - staging:
                      name: compiled
                    requirements:
                      host: [zlib]
                  - package:
                      name: libexample
                    inherit: compiled
                """);
        assertThat(names(matrix)).containsExactly("linux_aarch64_zlib1", "linux_aarch64_zlib2");
    }

    @Test
    void variantsYamlChoosesByIfAndWinsOverTheConfig() {
        BuildMatrix matrix = matrix(
                HEAD + "requirements:\n  host: [zlib]\n",
                "recipe/conda_build_config.yaml",
                "zlib:\n  - '7'\n",
                "recipe/variants.yaml",
                "zlib:\n  - if: win\n    then: '8'\n    else: ['9', '10']\n");
        assertThat(names(matrix)).containsExactly("linux_aarch64_zlib10", "linux_aarch64_zlib9");
    }

    @Test
    void integersOfVariantsYamlStayIntegersAndAreInTheirOrder() {
        BuildMatrix matrix = matrix(
                HEAD + "requirements:\n  host: [pybind11, zlib]\n",
                "recipe/variants.yaml",
                "pybind11: [2, '3']\nzlib: [11, 4]\npybind11_abi: [7, 8]\nzip_keys: [[pybind11, pybind11_abi]]\n");
        assertThat(names(matrix))
                .containsExactly(
                        "linux_aarch64_pybind112zlib11",
                        "linux_aarch64_pybind112zlib4",
                        "linux_aarch64_pybind113zlib11",
                        "linux_aarch64_pybind113zlib4");
        assertThat(matrix.files().get(1).text()).contains("pybind11:\n- 2\n", "zlib:\n- 4\n");
        assertThat(matrix.files().get(3).text()).contains("pybind11:\n- '3'\n");
    }

    @Test
    void scriptsCountInFullAndAreNotRendered() {
        BuildMatrix matrix = matrix(HEAD + """
                build:
                  script:
                    - if: win
                      then: echo ${{ cuda }}
                    - ${{ PYTHON }} -m pip
                """);
        assertThat(names(matrix)).containsExactly("linux_aarch64_cuda12", "linux_aarch64_cudaNone");
    }

    @Test
    void aRecipeOfWhichEveryOutputSkipsHasAFileForNothingWhereItIsRerendered() {
        String outputs = "recipe: {version: '1'}\noutputs:\n  - package: {name: a}\n    build: {skip: true}\n";
        BuildMatrix matrix = matrix(outputs);
        assertThat(matrix.absence()).contains("every variant is skipped");
        assertThat(rerendered(outputs).files()).extracting(VariantFile::text).containsExactly("""
                docker_image:
                - quay.io/condaforge/linux-anvil-comp7
                target_platform:
                - linux-64
                """);
        assertThat(rerendered(outputs).surprises()).extracting(Object::toString).containsExactly("""
                recipe/recipe.yaml: every output skips for linux-64, and conda-smithy writes a variant file for nothing
                  fix: write the skip as build/skip for all outputs""");
        assertThat(rerendered("build: {skip: true}\n" + outputs).files()).isEmpty();
        assertThat(rerendered("build: {skip: true}\n" + outputs).surprises()).isEmpty();
    }

    @Test
    void aLongNameThatIsCutForAFeedstockWithoutANameIsTold() {
        String value = "v".repeat(200);
        String host = HEAD + "requirements:\n  host: [long]\n";
        FileTree files = FileTrees.of(
                "recipe/recipe.yaml",
                host,
                "recipe/conda_build_config.yaml",
                "long:\n- %s1\n- %s2\n".formatted(value, value),
                "conda-forge.yml",
                "conda_build_tool: rattler-build\n");
        Pinnings pinnings = Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty());
        Platform linux = new Platform("linux-64");
        assertThat(BuildMatrix.rerendered(files, pinnings, linux).surprises())
                .extracting(Object::toString)
                .containsExactly(
                        "recipe/recipe.yaml: it has no extra/feedstock-name: names of variant files that are too"
                                + " long are cut for a feedstock called 'None'\n  fix: write the feedstock's name there");
        FileTree named =
                files.with(TreePath.of("recipe/recipe.yaml"), TreeFile.of(host + "extra: {feedstock-name: a}\n"));
        assertThat(BuildMatrix.rerendered(named, pinnings, linux).surprises()).isEmpty();
        assertThat(matrix(HEAD).surprises()).isEmpty();
    }

    private static BuildMatrix rerendered(String recipe) {
        return BuildMatrix.rerendered(
                FileTrees.of("recipe/recipe.yaml", recipe, "conda-forge.yml", "conda_build_tool: rattler-build\n"),
                Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty()),
                new Platform("linux-64"));
    }

    @Test
    void anUndefinedNameIsNamedWithItsLine() {
        assertThatThrownBy(() -> matrix(HEAD + "requirements:\n  host:\n    - ${{ zlibb }}\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("recipe/recipe.yaml:8:7: expression: UndefinedError: 'zlibb' is undefined");
    }

    @Test
    void unknownKeysAreToldTogetherWithWhatWasMeant() {
        assertThatThrownBy(() -> matrix(HEAD + "requirement: {}\nrequirements:\n  hots: []\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a recipe.yaml has no 'requirement'; did you mean 'requirements'?")
                .hasMessageContaining("requirements has no 'hots'; did you mean 'host'?");
    }

    @Test
    void theToolThatConvertsTheRecipeDecidesWhichRecipeCounts() {
        assertThatThrownBy(() -> BuildMatrix.compute(
                        FileTrees.of("recipe/recipe.yaml", HEAD),
                        Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty()),
                        Optional.empty(),
                        new Platform("linux-aarch64")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is only a recipe.yaml beside, and conda-forge.yml says conda_build_tool");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build: {skip: {a: b}}                              | 6:15: a mapping stands where a value is meant",
                "build: {string: [a]}                               | 6:17: build/string is a single value",
                "requirements: {build: [{if: [a], then: b}]}        | 6:29: if is a single value",
                "requirements: [a]                                  | 6:15: requirements is a mapping"
            })
    void aValueOfTheWrongShapeIsRefusedAtItsPlace(String section, String expected) {
        assertThatThrownBy(() -> matrix(HEAD + section + "\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("recipe/recipe.yaml:" + expected);
    }
}
