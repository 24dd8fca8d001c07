package org.archirender.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.problem.InputException;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void keepsTextPlacesAndDuplicates() {
        Mapping mapping =
                (Mapping) YamlReader.read("a: 1.10\na: '2'\n", "x.yaml").orElseThrow();
        assertThat(mapping.entries()).extracting(entry -> entry.key().text()).containsExactly("a", "a");
        assertThat(mapping.get("a")).hasValueSatisfying(node -> {
            assertThat(((Scalar) node).text()).isEqualTo("2");
            assertThat(((Scalar) node).plain()).isFalse();
            assertThat(node.at()).hasToString("x.yaml:2:4");
        });
    }

    @Test
    void namesThePlaceOfASyntaxError() {
        assertThatThrownBy(() -> YamlReader.read("a: [1\nb: 2\n", "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("x.yaml:2:2: not valid YAML: ");
    }

    @Test
    void refusesAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 80; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> YamlReader.read(bomb.toString(), "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("alias");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> YamlReader.read(text, "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void aTextWithoutADocumentIsEmpty() {
        assertThat(YamlReader.read("", "x.yaml")).isEmpty();
        assertThat(YamlReader.read("# nothing\n", "x.yaml")).isEmpty();
    }

    @Test
    void columnsCountWhatAPersonSeesNotHowJavaStoresIt() {
        Mapping mapping =
                (Mapping) YamlReader.read("{\uD83D\uDE00: a, b: c}\n", "x.yaml").orElseThrow();
        assertThat(mapping.get("b")).map(node -> node.at().toString()).hasValue("x.yaml:1:11");
    }

    @Test
    void sixtyLevelsAreReadAndOneMoreIsNot() {
        assertThat(YamlReader.read("[".repeat(60) + "]".repeat(60), "x.yaml")).isPresent();
        assertRefused("[".repeat(61) + "]".repeat(61), "x.yaml:1:61: nested more than 60 levels deep");
        assertRefused(nested(61), "x.yaml:61:61: nested more than 60 levels deep");
    }

    private static String nested(int levels) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            text.append(" ".repeat(level)).append("a:\n");
        }
        return text.toString();
    }

    @Test
    void aliasesCountForDepthWithAllThatTheyStandFor() {
        String deep =
                "a: &a " + "[".repeat(40) + "]".repeat(40) + "\nb: " + "[".repeat(30) + "*a" + "]".repeat(30) + "\n";
        assertThatThrownBy(() -> YamlReader.read(deep, "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("nested more than 60 levels deep");
    }

    @Test
    void aliasesCountForSizeWithAllThatTheyStandFor() {
        String many = "- &a [" + "x, ".repeat(24_999) + "x]\n- [" + "*a, ".repeat(44) + "*a]\n";
        assertThatThrownBy(() -> YamlReader.read(many, "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("more than 1000000 values, aliases written out");
    }

    @Test
    void aListInItselfIsRefused() {
        assertThatThrownBy(() -> YamlReader.read("&a [*a]\n", "x.yaml")).isInstanceOf(InputException.class);
    }

    @Test
    void aTextOfManyMegabytesIsRefused() {
        assertThatThrownBy(() -> YamlReader.read("# " + "x".repeat(8_000_000) + "\na: 1\n", "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage("x.yaml: has more than 8000000 characters\n  fix: split it, or shorten it");
    }

    @Test
    void oneDocumentIsRead() {
        assertThatThrownBy(() -> YamlReader.read("a: 1\n---\nb: 2\n", "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("x.yaml:2:1: not valid YAML: ");
    }

    @Test
    void keysAreWords() {
        assertRefused("a: 1\n[b, c]: 2\n", "x.yaml:1:1: a key that is not a scalar\n  fix: write keys as plain words");
    }

    @Test
    void whatTheWholeTextIsReadInVainForIsNamedWhereItBegins() {
        assertThatThrownBy(() -> YamlReader.read("a: 1\nb: \"open\nc: 2\n", "x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("x.yaml:2:4: not valid YAML: found unexpected end of stream");
    }
}
