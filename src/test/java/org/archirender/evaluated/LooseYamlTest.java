package org.archirender.evaluated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.archirender.evaluated.RecipeValue.Flag;
import org.archirender.evaluated.RecipeValue.Nothing;
import org.archirender.evaluated.RecipeValue.Section;
import org.archirender.evaluated.RecipeValue.Text;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooseYamlTest {
    private static final String FILE = "recipe/meta.yaml";

    private static RecipeValue value(String text) {
        return LooseYaml.read("key: " + text, FILE).get("key").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "007", "0x1f", "1e3", "1_000", "3.0", ".5", "12:30:45", "2020-01-01"})
    void numbersAndDatesStayText(String text) {
        assertThat(value(text)).isEqualTo(new Text(new Location(FILE, 1, 6), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes", "YES", "on", "True", "true"})
    void yesAndOnAreTrue(String text) {
        assertThat(value(text))
                .isInstanceOfSatisfying(
                        Flag.class, flag -> assertThat(flag.value()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "Off", "FALSE"})
    void noAndOffAreFalse(String text) {
        assertThat(value(text))
                .isInstanceOfSatisfying(
                        Flag.class, flag -> assertThat(flag.value()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "n", "yEs", "'yes'", "\"true\""})
    void otherSpellingsAndQuotedOnesAreText(String text) {
        assertThat(value(text)).isInstanceOf(Text.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothingIsNull(String text) {
        assertThat(value(text)).isInstanceOf(Nothing.class);
    }

    @Test
    void ofDuplicateKeysTheLastOneCounts() {
        Section section = LooseYaml.read("skip: true\nname: a\nskip: false\n", FILE);

        assertThat(section.get("skip").orElseThrow().isTruthy()).isFalse();
        assertThat(section.entries().keySet()).containsExactly("skip", "name");
    }

    @Test
    void aMergeKeyBringsWhatTheMappingLacks() {
        Section section = LooseYaml.read("base: &b {x: 1, y: 2}\nmine:\n  <<: *b\n  y: 3\n", FILE);

        assertThat(section.section("mine").get("x").flatMap(RecipeValue::asText))
                .contains("1");
        assertThat(section.section("mine").get("y").flatMap(RecipeValue::asText))
                .contains("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "~"})
    void aTextWithoutADocumentIsAnEmptyRecipe(String text) {
        assertThat(LooseYaml.read(text, FILE).entries()).isEmpty();
    }

    @Test
    void aListIsNoRecipe() {
        assertThatThrownBy(() -> LooseYaml.read("- package\n", FILE))
                .isInstanceOf(InputException.class)
                .hasMessage("recipe/meta.yaml:1:1: a recipe is a mapping of sections such as package: and build:, not a"
                        + " list");
    }

    @Test
    void brokenYamlIsReportedAtItsPlace() {
        assertThatThrownBy(() -> LooseYaml.read("package:\n  name: {{ name }}\n", FILE))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("recipe/meta.yaml:2:");
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedWithItsPlace(
            @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '~') @CharRange(from = '\t', to = '\n')
                    String text) {
        try {
            assertThat(LooseYaml.read(text, FILE)).isNotNull();
        } catch (InputException e) {
            assertThat(e.problems().get(0).at().file()).isEqualTo(FILE);
        }
    }
}
