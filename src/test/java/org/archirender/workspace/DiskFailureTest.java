package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.archirender.problem.RepositoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Java's exceptions say a path or a reason, seldom both. */
class DiskFailureTest {
    private static final String WRITABLE = "make the folder writable, or render with --check, which writes nothing";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/w/rendered"), "permission denied (/w/rendered)", WRITABLE),
                Arguments.of(
                        new FileSystemException("/w/rendered", null, "Read-only file system"),
                        "Read-only file system",
                        WRITABLE),
                Arguments.of(
                        new FileSystemException("/w/rendered", null, "No space left on device"),
                        "No space left on device",
                        "free some space; the old files are untouched"),
                Arguments.of(new NoSuchFileException("/w/rendered"), "no such file or folder (/w/rendered)", ""),
                Arguments.of(new NotDirectoryException("/w/rendered"), "not a folder (/w/rendered)", ""),
                Arguments.of(new IOException("stopped"), "stopped", ""),
                Arguments.of(new IOException(), "IOException", ""));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatFailedWhyAndTheNextStep(IOException cause, String reason, String fix) {
        RepositoryException failure = DiskFailure.writing("can't write rendered/zlib-feedstock", cause);
        assertThat(failure)
                .hasMessage("can't write rendered/zlib-feedstock: " + reason)
                .hasCause(cause);
        assertThat(failure.fix()).isEqualTo(fix);
    }

    @Test
    void aPathThatIsSaidAlreadyIsNotSaidAgain() {
        assertThat(DiskFailure.writing("can't write /w/rendered", new AccessDeniedException("/w/rendered")))
                .hasMessage("can't write /w/rendered: permission denied");
    }

    @Test
    void whoMayNotReadIsNotToldToWrite() {
        RepositoryException failure =
                DiskFailure.reading("pinnings.yaml", new AccessDeniedException("/w/pinnings.yaml"));
        assertThat(failure).hasMessage("can't read pinnings.yaml: permission denied (/w/pinnings.yaml)");
        assertThat(failure.fix()).isEqualTo("make it readable");
    }
}
