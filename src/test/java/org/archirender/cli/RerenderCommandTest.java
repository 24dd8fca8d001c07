package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RerenderCommandTest {
    private final Shell shell = Shell.empty()
            .file("pins/conda_build_config.yaml", """
                    c_compiler:
                    - gcc
                    zlib:
                    - '1.2'
                    """)
            .file("xz/recipe/meta.yaml", """
                    package:
                      name: xz
                      version: "1.0"
                    requirements:
                      build:
                        - {{ compiler('c') }}
                      host:
                        - zlib
                    """)
            .file("xz/conda-forge.yml", """
                    provider:
                      linux_aarch64: default
                      linux_ppc64le: default
                    """);

    private Said rerender(String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "rerender";
        args[1] = "--pinnings";
        args[2] = "pins/conda_build_config.yaml";
        System.arraycopy(more, 0, args, 3, more.length);
        return shell.run(args);
    }

    @Test
    void aProviderThatIsNoneIsToldBesideOneThatBuilds() {
        shell.file("xz/conda-forge.yml", "provider:\n  linux_aarch64: [default, githubactions]\n");
        assertThat(rerender("xz").err())
                .startsWith("xz/conda-forge.yml:2:28: warning: provider is 'githubactions', which means nothing there;"
                        + " did you mean 'github_actions'?\n");
    }

    @Test
    void aProgramIsToldWhyThereAreNoVariants() {
        shell.file("none/conda-forge.yml", "")
                .file("none/recipe/meta.yaml", "package: {name: a}\n")
                .file("skipped/conda-forge.yml", "provider: {linux_aarch64: default}\n")
                .file("skipped/recipe/meta.yaml", "package: {name: a}\nbuild: {skip: true}\n")
                .file("pure/conda-forge.yml", "provider: {linux_aarch64: default}\n")
                .file("pure/recipe/meta.yaml", "package: {name: a}\nbuild: {noarch: generic}\n");
        assertThat(rerender("none", "skipped", "pure", "xz", "--format", "json")
                        .out()
                        .lines()
                        .filter(line -> line.contains("\"absence\"")))
                .containsExactly(
                        "      \"absence\" : \"conda-forge.yml has no provider for linux_aarch64\",",
                        "      \"absence\" : \"every variant is skipped\",",
                        "      \"absence\" : \"it is noarch, and noarch packages are built on linux_64"
                                + " (conda-forge.yml, noarch_platforms)\",",
                        "      \"absence\" : \"\",");
    }

    @Test
    void variantFilesAreWrittenInPlaceAndStaleOnesGo() {
        shell.file("xz/.ci_support/linux_aarch64_old.yaml", "x")
                .file("xz/.ci_support/linux_64_.yaml", "x")
                .file("xz/.ci_support/README", "x");
        Said said = rerender("xz");
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).isEqualTo("""
                xz                    1 variant   written: 1 added, 1 removed
                1 written
                """);
        assertThat(shell.list("xz/.ci_support")).isEqualTo("""
                README
                linux_64_.yaml
                linux_aarch64_.yaml
                """);
        assertThat(shell.read("xz/.ci_support/linux_aarch64_.yaml")).contains("zlib:\n- '1.2'\n");
    }

    @Test
    void aSecondTimeNothingIsWritten() {
        rerender("xz");
        assertThat(rerender("xz").out()).startsWith("xz                    1 variant   unchanged\n");
    }

    @Test
    void withAnOutputTheFeedstockIsLeftAlone() {
        assertThat(rerender("xz", "--output", "out", "--target", "linux-ppc64le")
                        .exitCode())
                .isZero();
        assertThat(shell.list("out")).isEqualTo("xz/.ci_support/linux_ppc64le_.yaml\n");
        assertThat(shell.path("xz/.ci_support")).doesNotExist();
    }

    @Test
    void oneBadFeedstockStopsNoOther() {
        shell.file("bad/recipe/meta.yaml", "package: [\n")
                .file("bad/conda-forge.yml", "provider: {linux_aarch64: default}\n");
        Said said = rerender("bad", "nowhere", "xz");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).endsWith("1 written, 2 failed\n");
        assertThat(said.err()).startsWith("bad/recipe/meta.yaml:");
        assertThat(said.err()).contains("/port/nowhere: error: there is no such folder\n");
        assertThat(shell.path("xz/.ci_support/linux_aarch64_.yaml")).exists();
    }

    @Test
    void twoFeedstocksMayNotWriteOneFolder() {
        shell.file("other/xz/recipe/meta.yaml", "package: {name: xz}\n");
        Said said = rerender("xz", "other/xz", "--output", "out");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("other/xz: error: another feedstock is written to /port/out/xz already\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "osx-arm64",
                "osx-64",
                "win-64",
                "win_arm64",
                "noarch",
                "zos-z",
                "emscripten-wasm32",
                "freebsd-64",
                "-",
                ""
            })
    void aTargetThatNobodyTriedIsRefused(String target) {
        Said said = rerender("xz", "--output", "out", "--target", target);
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                command line: error: --target %s
                  fix: give one of 'linux-aarch64', 'linux-64', 'linux-armv7l', 'linux-ppc64le', 'linux-riscv64', \
                'linux-s390x'
                """.formatted(
                        target.isEmpty() ? "is empty" : "is '" + target + "', which nothing is rendered for"));
        assertThat(shell.path("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "aarch64, 'linux-aarch64'",
        "linux-aarch46, 'linux-aarch64'",
        "linux-x86_64, 'linux-64'",
        "linux-ppc64, 'linux-64'",
        "Linux-64, 'linux-64'"
    })
    void aTargetOfLinuxIsToldFromItsNeighbours(String target, String meant) {
        assertThat(rerender("xz", "--target", target).err())
                .startsWith("command line: error: --target is '" + target
                        + "', which nothing is rendered for; did you mean")
                .contains("'" + meant + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-64", "linux_64", "linux-armv7l", "linux-ppc64le", "linux-riscv64", "linux-s390x"})
    void everyTargetThatWasTriedIsRight(String target) {
        assertThat(rerender("xz", "--output", "out", "--target", target).exitCode())
                .isZero();
    }

    @Test
    void pinningsThatAreNotThereAreNamed() {
        Said said = shell.run("rerender", "xz", "--pinnings", "nowhere.yaml");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("nowhere.yaml: error: there is no such file\n");
    }
}
