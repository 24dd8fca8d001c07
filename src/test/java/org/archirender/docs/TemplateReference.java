package org.archirender.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archirender.template.ProviderReader;
import org.archirender.template.Variable;

/** The tables in docs/templates.md: the keys of provider.yaml, and every variable. The rest is written by hand. */
final class TemplateReference {
    static final Path PAGE = Path.of("docs/templates.md");
    private static final String START = "<!-- %s: generated, mvn test -Dtest=OverlayDocumentsTest -Dregenerate -->\n";
    private static final String END = "<!-- end of %s -->\n";

    private TemplateReference() {}

    /** The page as it is checked in, its tables made anew. */
    static String markdown() {
        try {
            return with("variables", variables(), with("keys", keys(), Files.readString(PAGE)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String with(String name, String table, String page) {
        int start = page.indexOf(START.formatted(name)) + START.formatted(name).length();
        return page.substring(0, start) + table + page.substring(page.indexOf(END.formatted(name)));
    }

    private static String keys() {
        StringBuilder tables = new StringBuilder("provider.yaml has\n\n");
        OverlayReference.keys(tables, ProviderReader.KEYS);
        tables.append("\nand each of `files`\n\n");
        OverlayReference.keys(tables, ProviderReader.FILE);
        return tables.toString();
    }

    private static String variables() {
        StringBuilder table = new StringBuilder("| variable | type | what | example |\n|---|---|---|---|\n");
        for (Variable variable : Variable.ALL) {
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
