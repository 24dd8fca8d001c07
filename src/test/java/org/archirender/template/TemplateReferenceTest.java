package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/templates.md shows every variable. With {@code -Dregenerate} it is written instead of compared. */
class TemplateReferenceTest {
    private static final Path REFERENCE = Path.of("docs/templates.md");
    private static final String START =
            "<!-- variables: generated, mvn test -Dtest=TemplateReferenceTest -Dregenerate -->\n";
    private static final String END = "<!-- end of variables -->\n";

    @Test
    void theReferenceListsEveryVariable() throws IOException {
        String text = Files.readString(REFERENCE);
        int start = text.indexOf(START) + START.length();
        String expected = text.substring(0, start) + table() + text.substring(text.indexOf(END));
        if (System.getProperty("regenerate") != null) {
            Files.writeString(REFERENCE, expected);
        }
        assertThat(Files.readString(REFERENCE))
                .as(
                        "docs/templates.md is not what Variables.ALL says: run mvn test -Dtest=TemplateReferenceTest -Dregenerate")
                .isEqualTo(expected);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| variable | type | what | example |\n|---|---|---|---|\n");
        for (Variable variable : Variables.ALL) {
            table.append("| `%s`%s | %s | %s | `%s` |\n"
                    .formatted(
                            variable.name(),
                            variable.feedstockOnly() ? " (feedstock)" : "",
                            variable.type(),
                            variable.about(),
                            variable.example()));
        }
        return table.toString();
    }
}
