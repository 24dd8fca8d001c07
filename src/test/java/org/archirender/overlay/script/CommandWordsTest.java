package org.archirender.overlay.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.archirender.overlay.script.CommandWords.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {
    private static List<String> words(String text) {
        return CommandWords.of(text).stream().map(Word::text).toList();
    }

    /** Words are joined by {@code |} here, a newline is a {@code ;}. */
    @ParameterizedTest
    @CsvSource({
        "'make -j2', 'make|-j2'",
        "'  make\t\t-j2  ', 'make|-j2'",
        "'A=\"b c\" make', 'A=\"b c\"|make'",
        "'echo ''a b''c d', 'echo|''a b''c|d'",
        "'echo \"a ''b\" c''', 'echo|\"a ''b\"|c'''",
        "'echo a\\ b c', 'echo|a\\ b|c'",
        "'echo \"a\\\" b\" c', 'echo|\"a\\\" b\"|c'",
        "'echo $(ls -l $(pwd)) x', 'echo|$(ls -l $(pwd))|x'",
        "'echo ${A:-b c} x', 'echo|${A:-b c}|x'",
        "'echo `ls -l` x', 'echo|`ls -l`|x'",
        "'echo (a b) {c d}', 'echo|(a|b)|{c|d}'",
        "'make \\;  -j2 \\;  all', 'make|-j2|all'",
        "'make # -j2', 'make'",
        "'make a#b', 'make|a#b'",
        "'echo \"open $(still', 'echo|\"open $(still'",
        "'# make', ''"
    })
    void aWordIsWhatAShellWouldTakeForOne(String text, String words) {
        assertThat(String.join("|", words(text.replace(';', '\n')))).isEqualTo(words);
    }

    @Property(tries = 1000)
    void everyWordStandsWhereItSays(@ForAll String text) {
        int end = 0;
        for (Word word : CommandWords.of(text)) {
            assertThat(word.from()).isGreaterThanOrEqualTo(end);
            assertThat(text.substring(word.from(), word.to()))
                    .isEqualTo(word.text())
                    .isNotEmpty();
            end = word.to();
        }
    }
}
