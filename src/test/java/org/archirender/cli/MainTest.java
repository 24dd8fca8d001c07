package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path temp;

    /** With a library that logs on System.err what it does. */
    private List<String> run(String... args) throws IOException, InterruptedException {
        Path log = temp.resolve("log");
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Dpicocli.trace=DEBUG");
        Process process = RealProcess.start(temp, log, environment, args);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(log).stream()
                .filter(line -> !line.startsWith("Picked up"))
                .toList();
    }

    @Test
    void noLibraryPrintsByItself() throws IOException, InterruptedException {
        assertThat(run("--version")).containsExactly("archi-render (not packaged)");
    }

    @Test
    void whatLibrariesPrintIsShownToWhoAsks() throws IOException, InterruptedException {
        assertThat(run("--version", "--stacktrace"))
                .contains("archi-render (not packaged)")
                .anyMatch(line -> line.startsWith("[picocli DEBUG]"));
    }

    @Test
    void noWordIsTakenForAFileOfMoreWords() throws IOException {
        Path words = Files.writeString(temp.resolve("words"), "--version");
        Said said = Shell.empty().withPort().run("@" + words);
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("there is no package '@" + words + "' in this workspace");
    }
}
