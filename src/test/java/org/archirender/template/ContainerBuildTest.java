package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.archirender.template.Scripts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CI runs, run in a stand-in of conda-forge's images: native, cross-compiled, emulated; built and uploaded. */
class ContainerBuildTest {
    private static final String OF_TODAY = "docker: '', installer: ''";
    private static final String CROSS = "mode: cross, platform: linux-64, machine: x86_64, docker: linux/amd64";
    private static final String VARIANT = """
            channel_sources:
            - mine/label/dev,conda-forge
            channel_targets:
            - mine dev
            - other main
            - conda-forge rc
            docker_image:
            - quay.io/condaforge/linux-anvil-aarch64:alma9
            target_platform:
            - linux-aarch64
            """;

    @TempDir
    Path temp;

    private Machine machine(String build, String settings, String config) throws Exception {
        Machine machine = new Machine(temp, ShippedTemplatesTest.feedstock(build, settings, config));
        machine.variant("linux_aarch64_python3.6", VARIANT);
        machine.scripts.set("sha", "c0ffee");
        return machine;
    }

    private static Outcome built(Machine machine) throws Exception {
        return machine.run(".scripts/run_docker_build.sh");
    }

    @Test
    void aNativeBuildRunsOnlyTheVariantsChannelsAndUploadsNothing() throws Exception {
        Machine machine = machine("", OF_TODAY, "conda_build: {pkg_format: '2'}");
        machine.scripts.set("BINSTAR_TOKEN", "hidden");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.docker())
                .contains("<--platform>", "<linux/arm64>")
                .noneMatch(word -> word.contains("TOKEN"));
        assertThat(machine.calls()).isEqualTo("""
                conda config --describe channel_priority
                conda-build --help
                conda-build FEEDSTOCK/recipe -m FEEDSTOCK/.ci_support/linux_aarch64_python3.6.yaml \
                --override-channels --channel mine/label/dev --channel conda-forge --package-format 2 \
                --suppress-variables --extra-meta flow_run_id= remote_url= sha=c0ffee
                CONDA_SUBDIR=linux-aarch64 CONDA_CHANNEL_PRIORITY=strict CONDA_SOLVER=
                """);
    }

    @Test
    void aChannelIsNamedOnceWhereItWasFirst() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.variant(
                "linux_aarch64_python3.6",
                VARIANT.replace("- mine/label/dev,conda-forge\n", "- b,a\n- b,a\n- b,a,c\n- aa\n"));
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls()).contains(" --channel b --channel a --channel c --channel aa --");
    }

    @Test
    void aCrossBuildRunsInAnImageOfTheMachineItself() throws Exception {
        Machine machine = machine(CROSS, OF_TODAY, "");
        machine.scripts.machine("x86_64");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.docker()).doesNotContain("<--platform>");
        assertThat(machine.calls()).contains("\nCONDA_SUBDIR=linux-64 ");
    }

    @Test
    void anEmulatedBuildTellsDockerOfTheOtherPlatform() throws Exception {
        Machine machine = machine("mode: emulated", OF_TODAY, "");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.docker()).contains("<--platform>", "<linux/arm64>");
    }

    @Test
    void anImageForAnotherProcessorIsTold() throws Exception {
        Machine machine = machine(CROSS, OF_TODAY, "");
        Outcome outcome = built(machine);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("build_steps.sh: this is for a machine of x86_64, and here is aarch64\n");
    }

    @Test
    void rattlerBuildIsInstalledAndCalledInItsOwnWords() throws Exception {
        Machine machine = machine(CROSS + ", tool: rattler-build", OF_TODAY, "conda_build: {pkg_format: 1}");
        machine.scripts.machine("x86_64");
        Files.move(temp.resolve("container/rattler-build"), temp.resolve("container/rattler-build.not"));
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls()).isEqualTo("""
                conda config --describe channel_priority
                conda install --yes --quiet --override-channels --channel mine/label/dev --channel conda-forge \
                rattler-build
                rattler-build build --recipe FEEDSTOCK/recipe -m FEEDSTOCK/.ci_support/linux_aarch64_python3.6.yaml \
                --channel mine/label/dev --channel conda-forge --build-platform linux-64 --target-platform \
                linux-aarch64 --output-dir FEEDSTOCK/build_artifacts --package-format tar-bz2 \
                --extra-meta flow_run_id= --extra-meta remote_url= --extra-meta sha=c0ffee
                CONDA_SUBDIR= CONDA_CHANNEL_PRIORITY=strict CONDA_SOLVER=
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: native                  | test: true  | test: native              | false",
                "mode: emulated                | test: true  | test: native              | false",
                "mode: cross                   | test: true  | test: native              | true",
                "mode: cross                   | test: true  | test: native_and_emulated | false",
                "mode: cross                   | test: true  | kept: 1                   | false",
                "mode: native                  | test: false | kept: 1                   | true",
                "tool: rattler-build           | test: false | kept: 1                   | true",
                "tool: rattler-build           | test: true  | kept: 1                   | false",
                "tool: mambabuild              | test: false | kept: 1                   | true"
            })
    void testsAreLeftOutWhereThePortOrTheFeedstockSaysSo(String build, String test, String config, boolean left)
            throws Exception {
        Machine machine = machine(build, OF_TODAY + ", " + test, config);
        machine.inside("conda-mambabuild", "#!/bin/sh\necho \"conda-mambabuild $*\" >>\"$CALLS\"\n");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls().contains(" --no-test ")).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"conda-build+classic, classic", "conda-build+conda-libmamba-solver, libmamba", "conda-build, ''"})
    void condaBuildHasTheSolverThatTheFeedstockAsksFor(String tool, String solver) throws Exception {
        Machine machine = machine("tool: " + tool, OF_TODAY, "");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls()).endsWith("CONDA_SOLVER=" + solver + "\n");
    }

    @Test
    void anOlderCondaBuildIsAskedForWhatItKnows() throws Exception {
        Machine machine = machine("", "docker: ''", "conda_build: {pkg_format: '2'}");
        machine.inside("conda-build", "#!/bin/sh\n[ \"$1\" = --help ] || echo \"conda-build $*\" >>\"$CALLS\"\n");
        machine.inside("conda", "#!/bin/sh\nexit 2\n");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls())
                .as("behind the channels of an installer's conda")
                .isEqualTo("""
                conda-build FEEDSTOCK/recipe -m FEEDSTOCK/.ci_support/linux_aarch64_python3.6.yaml \
                --channel mine/label/dev --channel conda-forge
                """);
    }

    @Test
    void aFileOfClobbersIsHandedOver() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.write(".ci_support/clobber_linux_aarch64_python3.6.yaml", "build: {number: 1000}\n");
        built(machine);
        assertThat(machine.calls())
                .contains(" --clobber-file FEEDSTOCK/.ci_support/clobber_linux_aarch64_python3.6.yaml ");
    }

    @Test
    void whatTheRecipeNeedsOfTheSystemIsInstalled() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.inside("yum", "#!/bin/sh\necho \"yum $*\" >>\"$CALLS\"\n");
        machine.write("recipe/yum_requirements.txt", "# for tests\nmesa-libGL  # and more\n\nxorg-x11-server-Xvfb\n");
        machine.scripts.set("ROOTLESS", "rootless");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls()).contains("\nyum install -y mesa-libGL xorg-x11-server-Xvfb\n");
        machine.scripts.set("ROOTLESS", "");
        machine.scripts.program("id", "#!/bin/sh\necho 1001\n");
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls()).contains("\nsudo -n yum install -y mesa-libGL xorg-x11-server-Xvfb\n");
    }

    @Test
    void aPackageOfTheSystemThatIsNoneIsRefused() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.write("recipe/yum_requirements.txt", "mesa-libGL\n--installroot=/\n$(touch x)\n");
        Outcome outcome = built(machine);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("""
                build_steps.sh: recipe/yum_requirements.txt has what is no package's name:
                build_steps.sh: --installroot=/
                $(touch
                """);
    }

    @Test
    void whatWasBuiltIsUploadedToEveryTargetWithItsLabel() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.scripts.set("BINSTAR_TOKEN", "hidden");
        built(machine);
        int before = machine.calls().length();
        Outcome outcome = machine.run(".scripts/run_docker_build.sh", "--upload");
        assertThat(outcome.err()).isEmpty();
        String upload = "[token] anaconda upload --skip-existing --user ";
        String zlib = "FEEDSTOCK/build_artifacts/linux-aarch64/zlib-1-0.conda\n";
        String data = "FEEDSTOCK/build_artifacts/noarch/zlib-data-1-0.tar.bz2\n";
        assertThat(machine.calls().substring(before))
                .isEqualTo("[token] conda config --describe channel_priority\n"
                        + upload + "mine --label dev " + zlib + upload + "other --label main " + zlib + upload
                        + "archiarm --label rc " + zlib
                        + upload + "mine --label dev " + data + upload + "other --label main " + data + upload
                        + "archiarm --label rc " + data);
        assertThat(machine.calls().substring(0, before)).doesNotContain("token");
        assertThat(outcome.out() + machine.docker()).doesNotContain("hidden");
        assertThat(machine.docker()).contains("<FEEDSTOCK/build_artifacts:/home/conda/build_artifacts:ro,z>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IS_PR_BUILD     | True  | this is a pull request: nothing is uploaded",
                "UPLOAD_PACKAGES | False | UPLOAD_PACKAGES is False: nothing is uploaded",
                "BINSTAR_TOKEN   | ''    | BINSTAR_TOKEN is not set: nothing is uploaded"
            })
    void nothingIsUploadedWithoutATokenAndForAPullRequest(String variable, String value, String said) throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.scripts.set("BINSTAR_TOKEN", "hidden");
        machine.scripts.set(variable, value);
        assertThat(machine.run(".scripts/run_docker_build.sh", "--upload")).isEqualTo(new Outcome(0, said + "\n", ""));
        assertThat(machine.docker()).isEmpty();
    }

    @Test
    void aFailedBuildHasItsOwnExitCode() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        machine.failing();
        assertThat(built(machine).code()).isEqualTo(5);
    }

    @Test
    void onGitHubABuildsOutputIsNoCommandAndThePackagesAreOnTheJobsPage() throws Exception {
        Machine machine = machine("", OF_TODAY, "");
        Path summary = temp.resolve("summary.md");
        machine.scripts.set("GITHUB_ACTIONS", "true");
        machine.scripts.set("GITHUB_STEP_SUMMARY", summary.toString());
        Outcome outcome = built(machine);
        assertThat(outcome.out()).matches("(?s)::stop-commands::([0-9a-f]{32})\n.*\n::\\1::\n");
        assertThat(summary).hasContent("""
                Built for linux-aarch64, variant `linux_aarch64_python3.6`:

                - `zlib-1-0.conda`
                - `zlib-data-1-0.tar.bz2`
                """);
    }

    @ParameterizedTest
    @CsvSource({"micromamba, --prefix /opt/conda", "mamba, ''"})
    void aToolIsInstalledByTheInstallerOfTheFeedstock(String installer, String options) throws Exception {
        Machine machine = machine("tool: rattler-build", OF_TODAY, "conda_install_tool: " + installer);
        Path tool = temp.resolve("container/rattler-build");
        Files.move(tool, temp.resolve("container/rattler-build.not"));
        machine.inside(
                installer,
                "#!/bin/sh\necho \"%s $*\" >>\"$CALLS\"\nmv '%s.not' '%s'\n".formatted(installer, tool, tool));
        assertThat(built(machine).err()).isEmpty();
        assertThat(machine.calls())
                .contains("\n" + (installer + " install --yes --quiet --override-channels " + options).strip()
                        + " --channel mine/label/dev --channel conda-forge rattler-build\n");
    }
}
