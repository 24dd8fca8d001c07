package org.archirender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What regular expressions in the program have to be, since the texts that they search may be long and a stranger's. */
class PatternsTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** Java's matcher takes a stack frame for each turn of a group, unless it never gives a turn back. */
    @Test
    void noRepeatedGroupRunsOutOfStack() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> repeated = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(PatternsTest::lines)
                    .filter(line -> line.matches("[^\"]*\".*(?<!\\\\)\\)([*+]|\\{[0-9]+,})(?![+]).*\".*"))
                    .toList();
            assertThat(repeated).as("write (…)*+ or (…)++").isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line ->
                            !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
