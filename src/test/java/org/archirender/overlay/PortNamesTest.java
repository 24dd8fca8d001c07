package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PortNamesTest {
    private static final PortNames NAMES =
            new PortNames(new TreeMap<>(Map.of("binutils", "aarch64-conda_cos7-linux-gnu", "odd", "$1\\@binutils@")));

    private final List<String> unknown = new ArrayList<>();

    private String expand(String text) {
        return NAMES.expand(text, unknown::add);
    }

    @Test
    void aNameBecomesWhatItStandsFor() {
        assertThat(expand("@binutils@-strip @binutils@"))
                .isEqualTo("aarch64-conda_cos7-linux-gnu-strip aarch64-conda_cos7-linux-gnu");
        assertThat(NAMES.withVersion("1.6").expand("v@version@", unknown::add)).isEqualTo("v1.6");
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatANameStandsForIsNotReadAgain() {
        assertThat(expand("@odd@")).isEqualTo("$1\\@binutils@");
    }

    @Test
    void twoAtSignsAreOne() {
        assertThat(expand("a@@b @@binutils@@ @@@binutils@")).isEqualTo("a@b @binutils@ @aarch64-conda_cos7-linux-gnu");
    }

    @Test
    void anAtSignAloneIsItself() {
        assertThat(expand("\"$@\" me@example.org @ 1@2@")).isEqualTo("\"$@\" me@example.org @ 1@2@");
        assertThat(unknown).isEmpty();
    }

    @Test
    void anUnknownNameStaysAndIsTold() {
        assertThat(expand("@CC@ @version@")).isEqualTo("@CC@ @version@");
        assertThat(unknown).containsExactly("CC", "version");
    }

    @Property(tries = 300)
    void textWithoutAtSignsStays(@ForAll String text) {
        String plain = text.replace("@", "");
        assertThat(expand(plain)).isEqualTo(plain);
        assertThat(expand(plain.isEmpty() ? "@@" : plain.replaceAll("(?s)(.)", "@@")))
                .matches("@*");
    }
}
