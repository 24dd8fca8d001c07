package org.archirender.overlay.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import org.archirender.overlay.script.CommandWords.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static String changed(String text, String word, BiConsumer<CommandLine, Word> change) {
        CommandLine line = new CommandLine(text);
        Word found = line.words().stream()
                .filter(each -> each.text().equals(word))
                .findFirst()
                .orElseThrow();
        change.accept(line, found);
        return line.text();
    }

    private static String without(String text, String word) {
        return changed(text, word, CommandLine::remove);
    }

    /** A newline is written as {@code ;}, so that a case is a line. */
    @ParameterizedTest
    @CsvSource({
        "'make -j2 all', 'make all'",
        "'make \t-j2', 'make'",
        "'-j2 make', 'make'",
        "'  -j2 make', '  make'",
        "'make \\;  -j2 \\;  all', 'make \\;  all'",
        "'make \\;  -j2', 'make'",
        "'make \\;  -j2 x \\;  all', 'make \\;  x \\;  all'",
        "'make \\;  x -j2 \\;  all', 'make \\;  x \\;  all'",
        "'-j2', ''",
        "'make -j2 # -j2', 'make # -j2'"
    })
    void aWordGoesWithTheBlanksOrTheLineThatWereItsOwn(String before, String after) {
        assertThat(without(before.replace(';', '\n'), "-j2")).isEqualTo(after.replace(';', '\n'));
    }

    @ParameterizedTest
    @CsvSource({
        "'make', 'make -j2 all'",
        "'make # in parallel', 'make -j2 all # in parallel'",
        "'make \\;  install', 'make \\;  install -j2 all'",
        "'', ' -j2 all'"
    })
    void wordsAreAppendedBeforeAComment(String before, String after) {
        CommandLine line = new CommandLine(before.replace(';', '\n'));
        line.append(List.of("-j2", "all"));
        assertThat(line.text()).isEqualTo(after.replace(';', '\n'));
    }

    @ParameterizedTest
    @CsvSource({
        "'./configure --a --b', './configure --a --x --y --b'",
        "'./configure \\;    --a \\;    --b', './configure \\;    --a \\;    --x \\;    --y \\;    --b'",
        "'./configure \\;    --a', './configure \\;    --a \\;    --x \\;    --y'",
        "'./configure --a \\;    --b', './configure --a \\;--x \\;--y \\;    --b'"
    })
    void wordsBehindAnotherGetLinesWhereItHasLines(String before, String after) {
        assertThat(changed(
                        before.replace(';', '\n'), "--a", (line, word) -> line.addBehind(word, List.of("--x", "--y"))))
                .isEqualTo(after.replace(';', '\n'));
    }

    @Test
    void laterChangesSeeTheEarlierOnes() {
        CommandLine line = new CommandLine("make -j2 all");
        line.replace(line.words().get(1), "-j \\\n  20");
        line.remove(line.words().get(3));
        line.append(List.of("V=1"));
        assertThat(line.text()).isEqualTo("make -j \\\n  20 V=1");
    }
}
