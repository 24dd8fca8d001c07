package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeConfigTest {
    private static ForgeConfig read(String text) {
        return ForgeConfig.read(text, "conda-forge.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "linux_aarch64, '', linux-anvil-aarch64:alma9",
        "linux_ppc64le, 'os_version: {linux_ppc64le: alma8}', linux-anvil-ppc64le:alma8",
        "linux_riscv64, 'build_platform: {linux_riscv64: linux_64}', linux-anvil-x86_64:alma9",
        "linux_64, '', linux-anvil-comp7",
        "linux_riscv64, '', linux-anvil-comp7"
    })
    void theImageThatNobodyNamesIsOfTheMachineThatBuildsWhereThereIsOne(String target, String text, String image) {
        assertThat(read(text).fallbackImage(target)).isEqualTo("quay.io/condaforge/" + image);
    }

    @Test
    void anAbsentFileMeansTheDefaults() {
        ForgeConfig config = read("");
        assertThat(config.compilerStack()).isEqualTo("comp7");
        assertThat(config.minPyVer()).isEqualTo("27");
        assertThat(config.maxPyVer()).isEqualTo("37");
        assertThat(config.minRVer()).isEqualTo("34");
        assertThat(config.maxRVer()).isEqualTo("34");
        assertThat(config.configVersion()).isEqualTo("2");
        assertThat(config.noarchPlatforms()).containsExactly("linux_64");
        assertThat(config.fallbackImage("linux_64")).isEqualTo("quay.io/condaforge/linux-anvil-comp7");
        assertThat(config.recipeDir()).isEqualTo("recipe");
        assertThat(config.osVersion("linux_aarch64")).isEmpty();
        assertThat(config.absence("linux_64")).isEmpty();
        assertThat(config.absence("linux_aarch64")).isPresent();
        assertThat(config.values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{provider: {linux_aarch64: default}} | github_actions",
                "{provider: {linux_aarch64: emulated}} | github_actions",
                "{provider: {linux_aarch64: native}} | github_actions",
                "{provider: {linux_aarch64: [azure, travis]}} | azure,travis",
                "{provider: {linux_aarch64: null}} | ''",
                "{provider: {linux_aarch64: None}} | ''",
                "{build_platform: {linux_aarch64: linux_64}} | github_actions",
                "{build_platform: {linux_aarch64: linux_64}, provider: {linux: azure}} | azure",
                "{build_platform: {linux_aarch64: linux_64}, provider: {linux_64: null}} | ''",
                "{build_platform: {linux_aarch64: null}, provider: {linux_aarch64: azure}} | azure",
                "{provider: {linux: azure}} | ''"
            })
    void theBuildPlatformsProviderBuilds(String text, String services) {
        assertThat(String.join(",", read(text).providers("linux_aarch64"))).isEqualTo(services);
    }

    @ParameterizedTest
    @CsvSource({
        "linux_64, default, github_actions",
        "osx_64, default, azure",
        "osx_arm64, native, azure",
        "linux_ppc64le, emulated, github_actions",
        "linux_ppc64le, native, travis",
        "linux_riscv64, native, github_actions",
        "win_arm64, native, github_actions",
        "linux_aarch64, drone, drone"
    })
    void wordsForAServiceMeanAnotherOnEachPlatform(String platform, String word, String service) {
        ForgeConfig config = read("provider: {%s: %s}".formatted(platform, word));
        assertThat(String.join(",", config.providers(platform))).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            linux_64      | {}                                                                     | NATIVE
            linux_aarch64 | {provider: {linux_aarch64: default}}                                   | NATIVE
            linux_aarch64 | {provider: {linux_aarch64: emulated}}                                  | NATIVE
            linux_aarch64 | {provider: {linux_aarch64: azure}}                                     | NATIVE
            linux_aarch64 | {build_platform: {linux_aarch64: linux_64}}                            | CROSS
            linux_aarch64 | {build_platform: {linux_aarch64: linux_aarch64}}                       | NATIVE
            linux_riscv64 | {build_platform: {linux_riscv64: linux_aarch64}}                       | CROSS
            linux_riscv64 | {provider: {linux_riscv64: native}}                                    | NATIVE
            linux_riscv64 | {provider: {linux_riscv64: github_actions}}                            | NATIVE
            linux_riscv64 | {provider: {linux_riscv64: emulated}}                                  | EMULATED
            linux_ppc64le | {provider: {linux_ppc64le: default}}                                   | EMULATED
            linux_ppc64le | {provider: {linux_ppc64le: github_actions}}                            | EMULATED
            linux_ppc64le | {provider: {linux_ppc64le: native}}                                    | NATIVE
            linux_s390x   | {provider: {linux_s390x: azure}}                                       | EMULATED
            """)
    void theFilesOwnWordsSayOnWhatKindOfMachineIsBuilt(String target, String text, BuildMode mode) {
        assertThat(read(text).mode(target)).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"linux_64, true", "osx_64, true", "win_64, true", "osx_arm64, false", "linux_ppc64le, false"})
    void whatTheFileDoesNotNameIsBuiltOnTheUsualPlatformsOnly(String platform, boolean built) {
        assertThat(read("bot: {automerge: true}\n").absence(platform).isEmpty()).isEqualTo(built);
    }

    @Test
    void wherePackagesAreBuilt() {
        ForgeConfig config = read("""
                build_platform: {linux_aarch64: linux_64}
                os_version:
                  linux_aarch64: cos7
                noarch_platforms: linux_aarch64
                docker: {fallback_image: some/image}
                max_py_ver: '38'
                max_r_ver: 35
                """);
        assertThat(config.buildPlatform("linux_aarch64")).isEqualTo("linux_64");
        assertThat(config.buildPlatform("osx_arm64")).isEqualTo("osx_arm64");
        assertThat(config.osVersion("linux_aarch64")).contains("cos7");
        assertThat(config.buildsNoarch("linux_aarch64")).isTrue();
        assertThat(config.buildsNoarch("linux_64")).isFalse();
        assertThat(config.fallbackImage("linux_aarch64")).isEqualTo("some/image");
        assertThat(config.maxPyVer()).isEqualTo("38");
        assertThat(config.maxRVer()).isEqualTo("35");
    }

    @Test
    void templatesSeeTheFileAsPlainDataInItsOrder() {
        Map<String, Object> values = read("""
                        z: {projectId: 5e34, ver: 1.10, on: true, quoted: 'true', many: [1, 007], none: null}
                        a: x
                        """).values();
        assertThat(values.keySet()).containsExactly("z", "a");
        assertThat(values.get("z"))
                .isEqualTo(Map.of(
                        "projectId", "5e34",
                        "ver", "1.10",
                        "on", true,
                        "quoted", "true",
                        "many", List.of(1L, "007"),
                        "none", ""));
    }

    @Test
    void everyValueOfTheWrongShapeIsNamedAtItsPlace() {
        assertThatThrownBy(() -> read("""
                                provider: azure
                                build_platform:
                                  linux_aarch64: [linux_64]
                                noarch_platforms: {linux_64: true}
                                max_py_ver: [37]
                                """)).isInstanceOf(InputException.class).hasMessage("""
                        conda-forge.yml:1:11: provider has to be a mapping, and is a single value
                        conda-forge.yml:3:18: build_platform/linux_aarch64 has to be a single value, and is a list
                        conda-forge.yml:4:19: noarch_platforms has to be a value or a list of values, and is a mapping
                        conda-forge.yml:5:13: max_py_ver has to be a single value, and is a list""");
    }

    @Test
    void aFileThatIsAListIsRefused() {
        assertThatThrownBy(() -> read("- x\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("conda-forge.yml:1:1: the file has to be a mapping, and is a list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            none               | 'none', which is no provider; did you mean 'None' or 'drone'?
            githubactions      | 'githubactions', which is no provider; did you mean 'github_actions'?
            shippable          | 'shippable', which is no provider
            [gitlab, concorse] | 'gitlab', which is no provider; and to 'concorse', which is no provider
            """)
    void aProviderThatIsNoneBuildsNothingAndIsNamed(String written, String named) {
        ForgeConfig config = read("provider: {linux_aarch64: " + written + "}\n");
        assertThat(config.providers("linux_aarch64")).isEmpty();
        assertThat(config.absence("linux_aarch64")).contains("conda-forge.yml gives linux_aarch64 to " + named);
    }

    @ParameterizedTest
    @CsvSource({
        "../up, has a part '..'",
        "/abs, is absolute",
        ".git/x, goes into .git",
        "., has a part '.'",
        "a//b, has an"
    })
    void aRecipeDirThatIsNoFolderOfTheFeedstockIsRefused(String written, String wrong) {
        assertThatThrownBy(() -> read("bot: {}\nrecipe_dir: " + written + "\n"))
                .hasMessageContaining("2:13: recipe_dir is '" + written + "', which " + wrong);
    }

    @Test
    void aPlatformIsGivenToNobodyByNull() {
        for (String written : List.of("None", "null", "''", "[]", "[None]", "")) {
            assertThat(read("provider: {linux_aarch64: " + written + "}\n").absence("linux_aarch64"))
                    .contains("conda-forge.yml has no provider for linux_aarch64");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "circle",
                "travis",
                "appveyor",
                "azure",
                "drone",
                "woodpecker",
                "github_actions",
                "default",
                "emulated",
                "native",
                "[shippable, azure]"
            })
    void aProviderThatIsKnownBuilds(String written) {
        assertThat(read("provider: {linux_aarch64: " + written + "}\n").absence("linux_aarch64"))
                .isEmpty();
    }

    @Test
    void keysThatNobodyReadsAreNamedWhereAPlatformHasNoProvider() {
        assertThat(read("provider: {linux-aarch64: default, linux_aarch46: azure, osx: azure}\n")
                        .absence("linux_aarch64"))
                .contains("conda-forge.yml has no provider for linux_aarch64; did you mean 'linux-aarch64' or"
                        + " 'linux_aarch46'?");
        assertThat(read("build_platform: {linux_aarch64: linux_46}\n").absence("linux_aarch64"))
                .contains("conda-forge.yml has no provider for linux_46, where its build_platform has linux_aarch64"
                        + " built");
        assertThat(read("provider: {linux: gitlab}\nbuild_platform: {linux_aarch64: linux_64}\n")
                        .absence("linux_aarch64"))
                .contains("conda-forge.yml gives linux to 'gitlab', which is no provider");
    }
}
