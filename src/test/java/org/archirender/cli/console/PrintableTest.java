package org.archirender.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\u001b[2Jb                | a\\u001b[2Jb",
                "a\u001b]0;title\u0007b    | a\\u001b]0;title\\u0007b",
                "a\u009b31mb                | a\\u009b31mb",
                "a\u202eb                   | a\\u202eb",
                "a\u2066b                   | a\\u2066b",
                "a\u2028::error::b          | a\\u2028::error::b",
                "::error::b                 | : :error::b",
                "::add-mask::b              | : :add-mask::b",
                "a ##[group]b               | a # #[group]b",
                "##vso[task.setvariable]b   | # #vso[task.setvariable]b"
            })
    void whatWouldMoveHideOrCommandStandsThereAsItsNumberOrApart(String text, String printed) {
        assertThat(Printable.text(text, false)).isEqualTo(printed);
    }

    @Test
    void noLineOfSeveralIsACommand() {
        assertThat(Printable.text("a\n  ::stop-commands::x\r\n\t::b::", false))
                .isEqualTo("a\n  : :stop-commands::x\r\n\t: :b::");
        assertThat(Printable.text("a\rb", false)).isEqualTo("a\\u000db");
    }

    @Test
    void onlyOurOwnColoursAreColours() {
        assertThat(Printable.text("\u001b[31ma\u001b[0m \u001b[8mb", true))
                .isEqualTo("\u001b[31ma\u001b[0m \\u001b[8mb");
        assertThat(Printable.text("\u001b[31ma", false)).isEqualTo("\\u001b[31ma");
    }

    @Test
    void aDocumentStaysTheSameDocument() {
        assertThat(Printable.json("{\"a\": \"b\u202e\u0085 ##[c]\"}"))
                .isEqualTo("{\"a\": \"b\\u202e\\u0085 #\\u0023[c]\"}");
    }
}
