package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archirender.template.Scripts.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes the port's image, run. */
class ImageScriptTest {
    @TempDir
    Path temp;

    private Scripts scripts;

    @BeforeEach
    void aPortAndItsPrograms() throws IOException {
        Path port = temp.resolve("port");
        ShippedTemplatesTest.write(ShippedTemplatesTest.port(), port);
        scripts = new Scripts(temp.resolve("bin"), port);
        scripts.program("docker", "#!/bin/sh\necho \"docker $*\"\n[ \"$1\" != build ] || ls \"$6\"\n");
        scripts.program("curl", "#!/bin/sh\n: >\"$5\"\necho \"curl $6\"\n");
    }

    private Outcome image(String... arguments) throws IOException, InterruptedException {
        return scripts.run("image/build-image.sh", arguments);
    }

    @Test
    void theImageIsBuiltFromTheReleasedInstallerAndPushedWhenTold() throws Exception {
        Outcome outcome = image("--push");
        assertThat(outcome.code()).isZero();
        String released = "https://github.com/Archiconda/build-tools/releases/download/0.2.2/";
        assertThat(outcome.out().replaceAll("/tmp/tmp\\.\\w+", "CONTEXT").replace(released, "RELEASED/"))
                .isEqualTo("""
                        curl RELEASED/Archiconda3-0.2.2-Linux-aarch64.sh
                        docker build --platform linux/arm64 -t archiconda/centos7 CONTEXT
                        Archiconda3-0.2.2-Linux-aarch64.sh
                        Dockerfile
                        qemu-aarch64-static
                        docker push archiconda/centos7
                        """);
    }

    @Test
    void theFirstImageTakesAnInstallerOfThisMachine() throws Exception {
        Path installer = Files.writeString(temp.resolve("Archiconda3-0.3.0-Linux-aarch64.sh"), "");
        scripts.set("INSTALLER", installer.toString());
        assertThat(image().out()).doesNotContain("curl", "push").contains("\nArchiconda3-0.2.2-Linux-aarch64.sh\n");
    }

    @Test
    void anImageForAnotherProcessorNeedsQemu() throws Exception {
        scripts.machine("sparc64");
        boolean installed = Files.exists(Path.of("/usr/bin/qemu-aarch64-static"));
        Outcome outcome = image();
        if (installed) {
            assertThat(outcome.out()).contains("qemu-aarch64-static\n");
            return;
        }
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "build-image.sh: this machine is sparc64 and has no qemu-aarch64-static; on Debian and Ubuntu"
                                + " it is in qemu-user-static\n");
    }

    @Test
    void theImagesScriptSaysHowToUseIt() throws Exception {
        assertThat(image("--help").out()).startsWith("usage: ./build-image.sh [--push]\n");
        Outcome wrong = image("--fast");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("build-image.sh: unknown argument: --fast\n\nusage: ");
    }
}
