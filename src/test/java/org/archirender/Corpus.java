package org.archirender;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real feedstocks and recipes to test against. They are other people's data and not part of the project: tests that
 * read them skip where they are not.
 */
public final class Corpus {
    private Corpus() {}

    /**
     * The corpus' folder: {@code ARCHI_RENDER_CORPUS}, else {@code ../shared/corpus} beside the project. Skips the
     * running test where there is none.
     */
    public static Path assumePresent() {
        Path folder = Path.of(Optional.ofNullable(System.getenv("ARCHI_RENDER_CORPUS"))
                        .orElse("../shared/corpus"))
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "skipped: no corpus at " + folder + " (set ARCHI_RENDER_CORPUS to the folder that has one)");
        return folder;
    }
}
