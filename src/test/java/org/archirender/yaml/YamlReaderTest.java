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
}
