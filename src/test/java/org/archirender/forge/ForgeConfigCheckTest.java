package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.problem.Problem;
import org.junit.jupiter.api.Test;

class ForgeConfigCheckTest {
    private static List<String> said(String text) {
        return ForgeConfigCheck.of(text, "conda-forge.yml", List.of("shippable")).stream()
                .map(problem -> problem.at() + ": " + problem.message())
                .toList();
    }

    @Test
    void whatCondaSmithyTakesIsNotTold() {
        assertThat(said("""
                        build_platform: {linux_aarch64: linux_64}
                        channel_priority: strict
                        conda_build_tool: rattler-build
                        noarch_platforms: [linux_64, win_64]
                        os_version: {linux_aarch64: alma9}
                        provider: {linux: azure, linux_aarch64: [default, native], win: None, osx: }
                        shippable: {secure: {BINSTAR_TOKEN: NAME}}
                        test: native_and_emulated
                        """)).isEmpty();
    }

    @Test
    void aKeyOfNobodyIsToldWithTheOneThatIsMeant() {
        assertThat(said("""
                        build_platfrom: {linux_aarch64: linux_64}
                        provider: {linux-aarch64: default}
                        os_version: {linux_arch64: alma9}
                        channel_targets: [conda-forge main]
                        """))
                .containsExactly(
                        "conda-forge.yml:1:1: conda-forge.yml has no key 'build_platfrom'; did you mean"
                                + " 'build_platform'?",
                        "conda-forge.yml:2:12: provider has no key 'linux-aarch64'; did you mean 'linux_aarch64',"
                                + " 'linux_armv6l' or 'linux_ppc64'?",
                        "conda-forge.yml:3:14: os_version has no key 'linux_arch64'; did you mean 'linux_aarch64',"
                                + " 'linux_armv6l' or 'linux_ppc64'?",
                        "conda-forge.yml:4:1: conda-forge.yml has no key 'channel_targets'; did you mean"
                                + " 'channel_priority' or 'channels'?");
    }

    @Test
    void aValueThatCondaSmithyDoesNotTakeIsToldInAListToo() {
        assertThat(said("""
                        provider: {linux_aarch64: [default, githubactions]}
                        test: naitive
                        os_version: {linux_64: cos8}
                        conda_build_tool: rattler
                        """))
                .containsExactly(
                        "conda-forge.yml:1:37: provider is 'githubactions', which means nothing there; did you mean"
                                + " 'github_actions'?",
                        "conda-forge.yml:2:7: test is 'naitive', which means nothing there; did you mean 'native'?",
                        "conda-forge.yml:3:24: os_version is 'cos8', which means nothing there; did you mean 'cos6' or"
                                + " 'cos7'?",
                        "conda-forge.yml:4:19: conda_build_tool is 'rattler', which means nothing there; did you mean"
                                + " 'rattler-build'?");
    }

    @Test
    void aKeyThatStandsTwiceIsToldAtItsSecondPlace() {
        List<Problem> said =
                ForgeConfigCheck.of("test: all\nprovider:\n  win: azure\n  win: azure\ntest: native\n", "f", List.of());
        assertThat(said)
                .extracting(problem -> problem.at() + ": " + problem.message())
                .containsExactlyInAnyOrder(
                        "f:4:3: 'provider/win' is there a second time: the last one counts",
                        "f:5:1: 'test' is there a second time: the last one counts");
    }
}
