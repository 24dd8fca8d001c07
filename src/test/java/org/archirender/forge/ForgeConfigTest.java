package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeConfigTest {
    private static ForgeConfig read(String text) {
        return ForgeConfig.read(text, "conda-forge.yml");
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
        assertThat(config.fallbackImage()).isEqualTo("quay.io/condaforge/linux-anvil-comp7");
        assertThat(config.recipeDir()).isEqualTo("recipe");
        assertThat(config.osVersion("linux_aarch64")).isEmpty();
        assertThat(config.builds("linux_64")).isTrue();
        assertThat(config.builds("linux_aarch64")).isFalse();
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
        "linux_riscv64, native, ''",
        "win_arm64, native, github_actions",
        "linux_aarch64, shippable, shippable"
    })
    void wordsForAServiceMeanAnotherOnEachPlatform(String platform, String word, String service) {
        ForgeConfig config = read("provider: {%s: %s}".formatted(platform, word));
        assertThat(String.join(",", config.providers(platform))).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"linux_64, true", "osx_64, true", "win_64, true", "osx_arm64, false", "linux_ppc64le, false"})
    void whatTheFileDoesNotNameIsBuiltOnTheUsualPlatformsOnly(String platform, boolean built) {
        assertThat(read("bot: {automerge: true}\n").builds(platform)).isEqualTo(built);
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
        assertThat(config.fallbackImage()).isEqualTo("some/image");
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
}
