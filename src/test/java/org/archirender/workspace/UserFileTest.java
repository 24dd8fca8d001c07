package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands where a file is expected, on a real disk: reading it ends, whatever it is. */
class UserFileTest {
    private static final String ODD = "a named pipe, a socket or a device";

    @TempDir
    private Path folder;

    private static void pipe(Path at) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", at.toString()).start().waitFor())
                .isZero();
    }

    private String failure(Path file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                return "read: " + UserFile.text(file, "port.yaml").length();
            } catch (InputException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }

    @Test
    void aNamedPipeIsNotWaitedFor() throws IOException, InterruptedException {
        pipe(folder.resolve("pipe"));
        assertThat(failure(folder.resolve("pipe")))
                .isEqualTo("port.yaml: is " + ODD + "\n" + "  fix: put a file in its place");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("pipe"));
        assertThat(failure(link)).startsWith("port.yaml: is " + ODD);
    }

    @Test
    void aDeviceIsNotReadToItsEnd() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("endless"), Path.of("/dev/zero"));
        assertThat(failure(link)).startsWith("port.yaml: is " + ODD);
        Files.delete(link);
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(failure(folder)).isEqualTo("port.yaml: is a folder\n  fix: put a file in its place");
    }

    @Test
    void aGigabyteIsReadToItsBound() throws IOException {
        Path large = folder.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        assertThat(failure(large))
                .isEqualTo("port.yaml: has more than the 16777216 bytes that a file may have\n"
                        + "  fix: is this the right file?");
    }

    @Test
    void aLinkToItselfIsOneToNothing() throws IOException {
        Files.createSymbolicLink(folder.resolve("a"), Path.of("a"));
        assertThatThrownBy(() -> TreeReader.read(folder, folder))
                .hasMessageStartingWith("a: is a symbolic link to nothing");
    }

    static Stream<String> places() {
        return Stream.of(
                "overlays/zlib/base/recipe/build.sh",
                "overlays/zlib/base/conda-forge.yml",
                "overlays/zlib/overlay.yaml",
                "overlays/zlib/files",
                "overlays/zlib/base",
                "overlays/port.yaml",
                "templates/ci",
                "templates",
                "migrations");
    }

    @ParameterizedTest
    @MethodSource("places")
    void aNamedPipeInAWorkspaceIsNamed(String place) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("overlays/zlib"));
        Files.writeString(folder.resolve("pinnings.yaml"), "{}\n");
        if (!place.equals("overlays/port.yaml")) {
            Files.writeString(folder.resolve("overlays/port.yaml"), "port: 1\n");
        }
        Path at = folder.resolve(place);
        Files.createDirectories(at.getParent());
        pipe(at);
        Workspace workspace = Workspace.at(folder);
        assertThatThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                    workspace.sharedInputs();
                    workspace.feedstock("zlib");
                }))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(place + ": is " + ODD + "\n");
    }
}
