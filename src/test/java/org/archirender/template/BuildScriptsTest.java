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

/** The generated scripts, run: the first things that somebody who ports a package touches. */
class BuildScriptsTest {
    private static final String DOCKER = """
            #!/bin/sh
            if [ "$1" = info ]; then
              [ "${NO_DAEMON:-}" = "" ] || { echo "cannot connect to the daemon" >&2; exit 1; }
              exit 0
            fi
            for word in "$@"; do printf '<%s>\\n' "$word"; done
            echo "token:${BINSTAR_TOKEN:-none} config:$CONFIG"
            exit 7
            """;

    @TempDir
    Path temp;

    private Path feedstock;
    private Scripts scripts;

    @BeforeEach
    void aFeedstockAndADocker() throws IOException {
        feedstock = temp.resolve("some feedstock");
        ShippedTemplatesTest.write(ShippedTemplatesTest.feedstock(), feedstock);
        variant("linux_aarch64_python3.6", "python:\n- '3.6'\n");
        scripts = new Scripts(temp.resolve("bin"), feedstock);
        scripts.program("docker", DOCKER);
    }

    private void variant(String name, String text) throws IOException {
        Files.writeString(feedstock.resolve(".ci_support").resolve(name + ".yaml"), text);
    }

    @Test
    void oneVariantIsBuiltInTheImageWithTheFeedstockMounted() throws Exception {
        scripts.set("BINSTAR_TOKEN", "hidden");
        Outcome outcome = scripts.run("build-locally.sh", "--jobs", "3");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).as("the build's own exit code").isEqualTo(7);
        assertThat(outcome.out().lines())
                .startsWith(
                        "<run>", "<--rm>", "<--platform>", "<linux/arm64>", "<-v>", "<" + feedstock + ":/feedstock:z>")
                .contains("<" + feedstock + "/build_artifacts:/artifacts:z>", "<CPU_COUNT>")
                .endsWith(
                        "<archiconda/centos7>",
                        "<bash>",
                        "<.scripts/build_steps.sh>",
                        "token:none config:linux_aarch64_python3.6");
        assertThat(feedstock.resolve("build_artifacts")).isDirectory();
    }

    @Test
    void ciPassesTheTokenByNameAndNeverAsAnArgument() throws Exception {
        scripts.set("CONFIG", "linux_aarch64_python3.6");
        scripts.set("BINSTAR_TOKEN", "hidden");
        Outcome outcome = scripts.run(".scripts/run_docker_build.sh");
        assertThat(outcome.out())
                .contains("<-e>\n<BINSTAR_TOKEN>\n")
                .endsWith("token:hidden config:linux_aarch64_python3.6\n");
        assertThat(outcome.out().replace("token:hidden", "")).doesNotContain("hidden");
    }

    @Test
    void aVariantsOwnImageIsUsedUnlessAnotherIsNamed() throws Exception {
        variant("linux_aarch64_python3.6", "cdt_name:\n- cos7\ndocker_image:\n- 'own/image:1'\npython:\n- '3.6'\n");
        assertThat(scripts.run("build-locally.sh", "-n").out()).contains(" own/image:1 bash ");
        assertThat(scripts.run("build-locally.sh", "-n", "-i", "other").out()).contains(" other bash ");
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
                .startsWith("docker run --rm --platform linux/arm64 -v '" + feedstock + ":/feedstock:z' -v '"
                        + temp.resolve("it'\\''s out") + ":/artifacts:z' -w /feedstock -e CONFIG ");
        assertThat(outcome.out().lines()).hasSize(1);
    }

    @Test
    void aShellIsInteractive() throws Exception {
        assertThat(scripts.run("build-locally.sh", "--shell", "--print").out())
                .endsWith(" -i -t archiconda/centos7 bash -c"
                        + " 'bash; [ -z \"$HOST_OWNER\" ] || chown -R \"$HOST_OWNER\" /artifacts' \n");
        Outcome outcome = scripts.run("build-locally.sh", "--shell");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("run_docker_build.sh: --shell needs a terminal\n");
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
                .endsWith("config:linux_aarch64_python3.7\n");
    }

    @Test
    void aPartOfItsNameNamesAVariant() throws Exception {
        variant("linux_aarch64_python3.7", "");
        variant("linux_aarch64_python3.7numpy1.11", "");
        assertThat(scripts.run("build-locally.sh", "n3.6").out()).endsWith("config:linux_aarch64_python3.6\n");
        assertThat(scripts.run("build-locally.sh", "linux_aarch64_python3.7").out())
                .endsWith("config:linux_aarch64_python3.7\n");
        assertThat(scripts.run("build-locally.sh", "3.7").err()).startsWith("""
                        build-locally.sh: say which variant to build:
                        linux_aarch64_python3.7
                        linux_aarch64_python3.7numpy1.11
                        """);
    }

    @Test
    void whereTheContainersRootIsTheUserNothingIsGivenBack() throws Exception {
        scripts.set("DOCKER", "podman");
        assertThat(scripts.run("build-locally.sh", "-n").out()).contains(" -e HOST_OWNER= ");
        scripts.set("DOCKER", "docker");
        assertThat(scripts.run("build-locally.sh", "-n").out()).containsPattern(" -e HOST_OWNER=\\d+:\\d+ ");
        scripts.program("docker", "#!/bin/sh\n[ \"$1\" != info ] || echo '[name=rootless]'\n");
        assertThat(scripts.run("build-locally.sh", "-n").out()).contains(" -e HOST_OWNER= ");
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
    void inTheContainerTheVariantIsBuiltAndUploadedOnlyWithAToken() throws Exception {
        scripts.program("conda", """
                #!/bin/sh
                case "$*" in
                  *--output) echo /bld/zlib-1.tar.bz2; echo /bld/zlib-2.tar.bz2 ;;
                  *) echo "conda $*" ;;
                esac
                """);
        scripts.program("conda-build", "#!/bin/sh\n");
        scripts.program("anaconda", "#!/bin/sh\necho \"anaconda $* as $BINSTAR_API_TOKEN\"\n");
        scripts.set("CONFIG", "linux_aarch64_python3.6");
        assertThat(scripts.run(".scripts/build_steps.sh")).isEqualTo(new Outcome(0, """
                        + conda config --set add_pip_as_python_dependency false
                        conda config --set add_pip_as_python_dependency false
                        + conda config --add channels conda-forge
                        conda config --add channels conda-forge
                        + conda config --add channels archiarm
                        conda config --add channels archiarm
                        + conda info
                        conda info
                        + conda build -m .ci_support/linux_aarch64_python3.6.yaml recipe
                        conda build -m .ci_support/linux_aarch64_python3.6.yaml recipe
                        BINSTAR_TOKEN is not set: nothing is uploaded
                        """, ""));
        scripts.set("BINSTAR_TOKEN", "hidden");
        assertThat(scripts.run(".scripts/build_steps.sh").out()).endsWith("""
                        + anaconda upload --skip-existing --user archiarm /bld/zlib-1.tar.bz2
                        anaconda upload --skip-existing --user archiarm /bld/zlib-1.tar.bz2 as hidden
                        + anaconda upload --skip-existing --user archiarm /bld/zlib-2.tar.bz2
                        anaconda upload --skip-existing --user archiarm /bld/zlib-2.tar.bz2 as hidden
                        """);
    }

    @Test
    void aFailedBuildUploadsNothing() throws Exception {
        scripts.program("conda", "#!/bin/sh\n[ \"$1\" != build ] || exit 5\n");
        scripts.program("conda-build", "#!/bin/sh\n");
        scripts.program("anaconda", "#!/bin/sh\necho uploaded\n");
        scripts.set("CONFIG", "linux_aarch64_python3.6");
        scripts.set("BINSTAR_TOKEN", "hidden");
        Outcome outcome = scripts.run(".scripts/build_steps.sh");
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out()).doesNotContain("uploaded");
    }

    @Test
    void anImageWithoutCondaIsNamed() throws Exception {
        scripts.set("CONFIG", "linux_aarch64_python3.6");
        Outcome outcome = scripts.run(".scripts/build_steps.sh");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo("build_steps.sh: there is no conda in this image; Archiconda3 has to be in"
                        + " /root/archiconda3\n");
    }
}
