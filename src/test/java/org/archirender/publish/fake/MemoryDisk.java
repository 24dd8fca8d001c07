package org.archirender.publish.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** A folder on a disk in memory where there is one, for tests that write many small files which git wants to be safe. */
public final class MemoryDisk implements TempDirFactory {
    private static final Path DISK = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
        return Files.isWritable(DISK) ? Files.createTempDirectory(DISK, "junit") : Files.createTempDirectory("junit");
    }
}
