package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.variant.Configs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinningsFileTest {
    private final Path folder = Jimfs.newFileSystem(Configuration.unix()).getPath("/port");
    private final Path file = folder.resolve("pinnings.yaml");

    private String zlib(FileTree feedstock) {
        return String.join(", ", Configs.texts(PinningsFile.read(file, "pinnings.yaml"), feedstock, "zlib"));
    }

    @Test
    void migrationsBesideThePinningsSayWhichOnesOfAFeedstockAreOpen() throws IOException {
        FileTree feedstock = FileTrees.of(".ci_support/migrations/zlib.yaml", "migrator_ts: 1\nzlib: 3\n");
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(file, "zlib: 1\n");
        assertThat(zlib(feedstock)).isEqualTo("3");
        Files.writeString(folder.resolve("migrations/other.yaml"), "migrator_ts: 2\n");
        assertThat(zlib(feedstock)).isEqualTo("1");
        Files.writeString(folder.resolve("migrations/zlib.yaml"), "migrator_ts: 1\nzlib: 4\n");
        assertThat(zlib(feedstock)).isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | is empty: it pins nothing",
                "' \n\n'       | is empty: it pins nothing",
                "'# zlib: 1\n' | has nothing but comments: it pins nothing",
                "'---\n# x\n...\n' | has nothing but comments: it pins nothing"
            })
    void aFileThatPinsNothingIsNotTakenForOneThatMeansIt(String text, String message) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, text);
        assertThatThrownBy(() -> PinningsFile.read(file, "pinnings.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage("pinnings.yaml: " + message + "\n  fix: restore the conda_build_config.yaml that belongs"
                        + " here, or write {} to pin nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}\n", "--- {}\n"})
    void bracesMeanIt(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, text);
        assertThat(zlib(FileTrees.of("recipe/conda_build_config.yaml", "zlib: 2\n")))
                .isEqualTo("2");
    }

    @Test
    void aMissingFileIsNamedAsTheUserKnowsIt() {
        assertThatThrownBy(() -> PinningsFile.read(file, "../pinnings.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage("../pinnings.yaml: there is no such file");
    }
}
