package org.archirender.variant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.archirender.conda.Platform;
import org.archirender.forge.ForgeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigEnvironmentTest {
    private static Map<String, String> variables(String forge, String recipe) {
        return ConfigEnvironment.of(Platform.of("linux-aarch64"), ForgeConfig.read(forge, "conda-forge.yml"), recipe)
                .variables();
    }

    @Test
    void anEmptyConfigHasTheDefaults() {
        assertThat(variables("", ""))
                .containsEntry("BUILD_PLATFORM", "linux-aarch64")
                .containsEntry("CONFIG_VERSION", "2")
                .containsKeys("CF_COMPILER_STACK", "CF_MIN_PY_VER", "CF_MAX_PY_VER", "CF_MIN_R_VER", "CF_MAX_R_VER")
                .doesNotContainKeys("DEFAULT_LINUX_VERSION", "CF_CUDA_ENABLED");
    }

    @Test
    void theBuildPlatformIsTheOneThatBuilds() {
        assertThat(variables("build_platform: {linux_aarch64: linux_64}\n", ""))
                .containsEntry("BUILD_PLATFORM", "linux-64");
    }

    @Test
    void versionsOfLanguagesComeFromTheForgeConfig() {
        assertThat(variables("max_py_ver: '38'\nmax_r_ver: '36'\ncompiler_stack: comp4\n", ""))
                .containsEntry("CF_MAX_PY_VER", "38")
                .containsEntry("CF_MAX_R_VER", "36")
                .containsEntry("CF_COMPILER_STACK", "comp4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"    - {{ compiler('cuda') }}", "a\n- {{ compiler(\"cuda\") }}  # [linux]"})
    void aCudaCompilerTurnsCudaOn(String recipe) {
        assertThat(variables("", recipe)).containsEntry("CF_CUDA_ENABLED", "True");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# - {{ compiler('cuda') }}",
                "- a # {{ compiler('cuda') }}",
                "compiler('c')",
                "#\ncompiler('cuda\")"
            })
    void otherCompilersAndCommentsDoNot(String recipe) {
        assertThat(variables("", recipe)).doesNotContainKey("CF_CUDA_ENABLED");
    }

    @Test
    void theSystemsVersionIsTheTargets() {
        assertThat(variables("os_version: {linux_aarch64: cos7}\nprovider: {linux_aarch64: default}\n", ""))
                .containsEntry("DEFAULT_LINUX_VERSION", "cos7");
    }

    @Test
    void theSystemsVersionOfAnEarlierPlatformStaysInEffect() {
        assertThat(variables("os_version: {linux_64: alma10}\nprovider: {linux_aarch64: default}\n", ""))
                .containsEntry("DEFAULT_LINUX_VERSION", "alma10");
    }

    @Test
    void theSystemsVersionOfALaterPlatformOrServiceDoesNot() {
        assertThat(variables(
                        "os_version: {linux_ppc64le: cos7}\nprovider: {linux_aarch64: default, linux_ppc64le: default}\n",
                        ""))
                .doesNotContainKey("DEFAULT_LINUX_VERSION");
        assertThat(variables("os_version: {linux_64: cos7}\nprovider: {linux_aarch64: travis}\n", ""))
                .doesNotContainKey("DEFAULT_LINUX_VERSION");
    }
}
