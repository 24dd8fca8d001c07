package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archirender.template.Scripts.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated scripts by hand, run: the first things that somebody who ports a package touches. */
class BuildScriptsTest {
    @TempDir
    Path temp;

    private Path feedstock;
    private Machine machine;
    private Scripts scripts;

    @BeforeEach
    void aFeedstockAndADocker() throws IOException {
        machine = new Machine(temp, ShippedTemplatesTest.feedstock("", "docker: '', installer: ''", ""));
        feedstock = machine.feedstock;
        scripts = machine.scripts;
        variant("linux_aarch64_python3.6", "docker_image:\n- some/image\npython:\n- '3.6'\n");
    }

    private void variant(String name, String text) throws IOException {
        machine.write(".ci_support/" + name + ".yaml", text);
    }

    @Test
    void theCommandIsPrintedSoThatItCanBePasted() throws Exception {
        Outcome outcome = scripts.run(
                "build-locally.sh",
                "--print",
                "--output",
                temp.resolve("it's out").toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("docker run --rm --platform linux/arm64 -v '" + feedstock
                        + ":/home/conda/feedstock_root:ro,z' -v '" + temp.resolve("it'\\''s out")
                        + ":/home/conda/build_artifacts:z' -e CONFIG=linux_aarch64_python3.6 -e HOST_USER_ID=");
        assertThat(outcome.out().lines()).hasSize(1);
    }

    @Test
    void amongSeveralVariantsOneHasToBeNamed() throws Exception {
        variant("linux_aarch64_python3.7", "");
        variant("linux_64_python3.7", "");
        assertThat(scripts.run("build-locally.sh", "--list").out())
                .isEqualTo("linux_aarch64_python3.6\nlinux_aarch64_python3.7\n");
        Outcome outcome = scripts.run("build-locally.sh");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("""
                        build-locally.sh: say which variant to build:
                        linux_aarch64_python3.6
                        linux_aarch64_python3.7
                        try ./build-locally.sh --help
                        """);
        assertThat(scripts.run("build-locally.sh", ".ci_support/linux_aarch64_python3.7.yaml")
                        .out())
                .contains("/.ci_support/linux_aarch64_python3.7.yaml ");
    }

    @Test
    void aPartOfItsNameNamesAVariant() throws Exception {
        variant("linux_aarch64_python3.7", "");
        variant("linux_aarch64_python3.7numpy1.11", "");
        assertThat(scripts.run("build-locally.sh", "n3.6").out())
                .contains("/.ci_support/linux_aarch64_python3.6.yaml ");
        assertThat(scripts.run("build-locally.sh", "linux_aarch64_python3.7").out())
                .contains("/.ci_support/linux_aarch64_python3.7.yaml ");
        assertThat(scripts.run("build-locally.sh", "3.7").err()).startsWith("""
                        build-locally.sh: say which variant to build:
                        linux_aarch64_python3.7
                        linux_aarch64_python3.7numpy1.11
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "--fast          | unknown option: --fast",
                "--image         | --image needs a value",
                "-j              | -j needs a value",
                "-j many         | --jobs needs a number, not 'many'",
                "--no-docker -n  | --print prints the docker command, and --no-docker has none",
                "--no-docker -i x | --image is an image for docker, and --no-docker uses none",
                "-j 0            | --jobs needs a number, not '0'",
                "a b             | one variant at a time, not 'a' and 'b'",
                "python9         | there is no variant 'python9', but there are:"
            })
    void aWrongArgumentIsNamed(String arguments, String message) throws Exception {
        Outcome outcome = scripts.run("build-locally.sh", arguments.split(" ", -1));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("build-locally.sh: " + message + "\n")
                .endsWith("--help\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build-locally.sh", ".scripts/run_docker_build.sh", ".scripts/build_steps.sh"})
    void helpSaysHowToUseIt(String script) throws Exception {
        for (String option : List.of("-h", "--help")) {
            Outcome outcome = scripts.run(script, option);
            assertThat(outcome.code()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out())
                    .startsWith("usage: ")
                    .contains("linux-aarch64")
                    .contains(script);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".scripts/run_docker_build.sh", ".scripts/build_steps.sh"})
    void anUnknownArgumentShowsTheUsage(String script) throws Exception {
        Outcome outcome = scripts.run(script, "--fast");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(Path.of(script).getFileName() + ": unknown argument: --fast\n\nusage: ");
    }

    @Test
    void withoutAVariantCiIsToldWhichThereAre() throws Exception {
        Outcome outcome = scripts.run(".scripts/run_docker_build.sh");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith(
                        "run_docker_build.sh: CONFIG is not set. It names the variant to build, a file in .ci_support/"
                                + " without .yaml:\n")
                .endsWith("  CONFIG=linux_aarch64_python3.6\n");
        scripts.set("CONFIG", "gone");
        assertThat(scripts.run(".scripts/run_docker_build.sh").err())
                .isEqualTo("run_docker_build.sh: there is no variant 'gone': " + feedstock
                        + "/.ci_support/gone.yaml does not exist\n");
    }

    @Test
    void aMachineWithoutDockerIsTold() throws Exception {
        scripts.set("DOCKER", "no-docker");
        Outcome outcome = scripts.run("build-locally.sh");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo("run_docker_build.sh: there is no 'no-docker' on this machine. Install it,"
                        + " https://docs.docker.com/engine/install/, or set DOCKER=podman\n");
    }

    @Test
    void aDockerThatDoesNotAnswerIsQuoted() throws Exception {
        scripts.set("NO_DAEMON", "1");
        Outcome outcome = scripts.run("build-locally.sh");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("docker does not answer. Is it running, and may you use it?\n")
                .endsWith("cannot connect to the daemon\n");
    }

    @Test
    void anotherProcessorWithoutQemuIsTold() throws Exception {
        scripts.machine("sparc64");
        boolean registered = Files.exists(Path.of("/proc/sys/fs/binfmt_misc/qemu-aarch64"));
        Outcome outcome = scripts.run("build-locally.sh");
        if (registered) {
            assertThat(outcome.code()).isEqualTo(7);
            return;
        }
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith(
                        "run_docker_build.sh: this machine is sparc64, and has no qemu registered that runs programs"
                                + " for aarch64. Register it:\n")
                .contains("docker run --rm --privileged tonistiigi/binfmt --install arm64\n")
                .contains("sudo apt-get install qemu-user-static binfmt-support\n");
    }

    @Test
    void aVariantsOwnImageIsUsedUnlessAnotherIsNamed() throws Exception {
        assertThat(scripts.run("build-locally.sh", "-n").out()).contains(" some/image bash ");
        assertThat(scripts.run("build-locally.sh", "-n", "-i", "other").out()).contains(" other bash ");
        variant("linux_aarch64_python3.6", "python:\n- '3.6'\n");
        assertThat(scripts.run("build-locally.sh", "-n").out())
                .contains(" quay.io/condaforge/linux-anvil-aarch64:alma9 bash ");
    }

    @Test
    void thePortsOwnImageIsUsedForAllVariants() throws Exception {
        machine = new Machine(temp.resolve("own"), ShippedTemplatesTest.feedstock("", "docker: {image: mine}", ""));
        machine.variant("linux_aarch64_", "docker_image:\n- some/image\n");
        assertThat(machine.run("build-locally.sh", "-n").out()).contains(" mine bash ");
    }

    @Test
    void whereTheContainersRootIsTheUserItStaysRoot() throws Exception {
        scripts.set("DOCKER", "podman");
        assertThat(scripts.run("build-locally.sh", "-n").out()).contains(" -e HOST_USER_ID=0 ");
        scripts.set("DOCKER", "docker");
        String user = scripts.run("build-locally.sh", "-n").out();
        assertThat(user).containsPattern(" -e HOST_USER_ID=\\d+ ");
        scripts.set("ROOTLESS", "[name=seccomp,name=rootless]");
        assertThat(scripts.run("build-locally.sh", "-n").out()).contains(" -e HOST_USER_ID=0 ");
    }

    @Test
    void withoutDockerAMachineOfTheTargetBuildsWithItsOwnConda() throws Exception {
        scripts.program("conda-build", "#!/bin/sh\necho \"conda-build $*\"; echo \"into $CONDA_BLD_PATH\"\n");
        scripts.set("BINSTAR_TOKEN", "hidden");
        Outcome outcome = scripts.run("build-locally.sh", "--no-docker");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("conda-build " + feedstock + "/recipe -m " + feedstock
                        + "/.ci_support/linux_aarch64_python3.6.yaml\n")
                .contains("into " + feedstock + "/build_artifacts\n");
        assertThat(machine.docker()).isEmpty();
    }

    @Test
    void withoutDockerNothingIsInstalledAndNoOtherMachineWillDo() throws Exception {
        assertThat(scripts.run("build-locally.sh", "--no-docker").err())
                .isEqualTo("build_steps.sh: there is no conda-build on this machine; install it: conda install"
                        + " conda-build\n");
        scripts.machine("x86_64");
        assertThat(scripts.run("build-locally.sh", "--no-docker").err())
                .isEqualTo("build_steps.sh: this is for a machine of aarch64, and here is x86_64\n");
    }

    @Test
    void aShellIsInteractive() throws Exception {
        for (String option : List.of("--shell", "--debug")) {
            assertThat(scripts.run("build-locally.sh", option, "--print").out())
                    .endsWith(" -i -t some/image bash /home/conda/feedstock_root/.scripts/build_steps.sh " + option
                            + " \n");
        }
        Outcome outcome = scripts.run("build-locally.sh", "--shell");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("run_docker_build.sh: --shell needs a terminal\n");
    }
}
