package org.archirender.yaml;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.junit.jupiter.api.Test;

/** Files and small mappings that are declared as fields: what they give, and where it is told what is wrong. */
class FieldsTest {
    private static final Fields SIZE = Fields.of(
            "'size'",
            optional("rows", new FieldShape.WholeNumber("a whole number from 1", 1), "how many"),
            optional("label", FieldShapes.TEXT, "its text"));

    private static final Fields SHELF = Fields.ofFile(
            "a shelf",
            required("name", FieldShapes.TEXT, "what it is called, as in `novels`"),
            optional("books", FieldShapes.TEXTS, "from left to right"),
            optional("size", new FieldShape.Nested("a mapping with `rows`", SIZE), "of its boards"),
            optional("locked", FieldShapes.TRUTH, "whether it is"),
            optional("extra", FieldShapes.MAPPING, "anything"));

    private static FieldValues read(String text) {
        return SHELF.readFile(text, "shelf.yaml", "begin with 'name: …'", values -> values);
    }

    private static void assertRefused(String text, String... problems) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessage(String.join("\n", problems));
    }

    @Test
    void aFileGivesItsValuesByName() {
        FieldValues shelf = read("name: novels\nbooks: [Emma, \"1984\"]\nsize: {rows: 3}\nlocked: true\n");
        assertThat(shelf.text("name")).isEqualTo("novels");
        assertThat(shelf.texts("books")).containsExactly("Emma", "1984");
        assertThat(shelf.scalars("books").get(1).at()).hasToString("shelf.yaml:2:15");
        assertThat(shelf.truth("locked")).isTrue();
        assertThat(shelf.mapping("size", SIZE).orElseThrow().number("rows")).isEqualTo(3);
        assertThat(shelf.at()).hasToString("shelf.yaml:1:1");
    }

    @Test
    void whatIsNotGivenIsEmptyOrNothing() {
        FieldValues shelf = read("name: novels\n");
        assertThat(shelf.has("books")).isFalse();
        assertThat(shelf.texts("books")).isEmpty();
        assertThat(shelf.optional("size")).isEmpty();
        assertThat(shelf.text("size")).isEmpty();
        assertThat(shelf.number("size")).isZero();
        assertThat(shelf.optionalNumber("size")).isEmpty();
        assertThat(shelf.mapping("size", SIZE)).isEmpty();
        assertThat(shelf.truth("locked")).isFalse();
    }

    @Test
    void severalTextsAreLinesOfOne() {
        assertThat(read("name: novels\nbooks: [Emma, Middlemarch]\n").optional("books"))
                .hasValue("Emma\nMiddlemarch");
    }

    @Test
    void whatIsNoMappingSaysHowOneBegins() {
        assertRefused("- name\n", "shelf.yaml: a shelf is a mapping\n  fix: begin with 'name: …'");
        assertRefused("", "shelf.yaml: a shelf is a mapping\n  fix: begin with 'name: …'");
    }

    @Test
    void anUnknownKeyIsToldAtItsPlaceWithTheNearestOne() {
        assertRefused(
                "name: novels\nbook: [Emma]\n",
                "shelf.yaml:2:1: a shelf has no key 'book'; did you mean 'books'?\n"
                        + "  fix: there is name, books, size, locked, extra");
    }

    @Test
    void anUnknownKeyThatResemblesNoneIsToldWithoutAGuess() {
        assertRefused(
                "name: novels\ncolour: red\n",
                "shelf.yaml:2:1: a shelf has no key 'colour'\n  fix: there is name, books, size, locked, extra");
    }

    @Test
    void aMappingWithinHasFieldsAndNoKeys() {
        assertRefused(
                "name: novels\nsize: {row: 1}\n",
                "shelf.yaml:2:8: 'size' has no field 'row'; did you mean 'rows'?\n  fix: there is rows, label");
    }

    @Test
    void aKeyThatStandsTwiceIsToldWhereItStandsAgain() {
        assertRefused(
                "name: novels\nlocked: true\nname: poems\n",
                "shelf.yaml:3:1: a shelf has 'name' twice\n  fix: keep one of them");
    }

    @Test
    void ofAKeyThatStandsTwiceTheFirstCounts() {
        List<Problem> problems = new ArrayList<>();
        Mapping mapping = (Mapping)
                YamlReader.read("{rows: 2, rows: many, rows: 3}\n", "x.yaml").orElseThrow();
        assertThat(SIZE.read(mapping, problems::add).number("rows")).isEqualTo(2);
        assertThat(problems)
                .extracting(problem -> problem.at() + " " + problem.message())
                .containsExactly("x.yaml:1:11 'size' has 'rows' twice", "x.yaml:1:23 'size' has 'rows' twice");
    }

    @Test
    void whatIsMissingIsToldAtTheMappingWithWhatItMeans() {
        assertRefused(
                "locked: false\n",
                "shelf.yaml:1:1: a shelf has no 'name'\n  fix: add 'name': what it is called, as in 'novels'");
    }

    @Test
    void nullInAFileIsNotThere() {
        FieldValues shelf = read("name: novels\nbooks:\nsize: ~\nextra: null\n");
        assertThat(shelf.has("books")).isFalse();
        assertThat(shelf.has("size")).isFalse();
        assertThat(shelf.has("extra")).isFalse();
        assertRefused(
                "name:\n",
                "shelf.yaml:1:1: a shelf has no 'name'\n  fix: add 'name': what it is called, as in 'novels'");
    }

    @Test
    void nullInASmallMappingIsEmpty() {
        assertRefused("name: novels\nsize: {label: }\n", """
                shelf.yaml:2:14: 'label' is empty
                  fix: give text on one line""");
    }

    @Test
    void nullInQuotesIsAText() {
        assertThat(read("name: \"null\"\n").text("name")).isEqualTo("null");
    }

    @Test
    void aValueOfTheWrongShapeIsToldAndNotAmongTheValues() {
        List<Problem> problems = new ArrayList<>();
        Mapping mapping =
                (Mapping) YamlReader.read("{rows: 0, label: wide}\n", "x.yaml").orElseThrow();
        FieldValues values = SIZE.read(mapping, problems::add);
        assertThat(values.has("rows")).isFalse();
        assertThat(values.text("label")).isEqualTo("wide");
        assertThat(problems)
                .containsExactly(
                        new Problem(new Location("x.yaml", 1, 8), "'rows' is '0'", "give a whole number from 1"));
    }

    @Test
    void allIsToldAtOnceFromTopToBottom() {
        assertRefused(
                "locked: maybe\nsize: {rows: -1, depth: 2}\nbook: Emma\n",
                "shelf.yaml:1:1: a shelf has no 'name'\n  fix: add 'name': what it is called, as in 'novels'",
                "shelf.yaml:1:9: 'locked' is 'maybe'\n  fix: give 'true' or 'false'",
                "shelf.yaml:2:14: 'rows' is '-1'\n  fix: give a whole number from 1",
                "shelf.yaml:2:18: 'size' has no field 'depth'\n  fix: there is rows, label",
                "shelf.yaml:3:1: a shelf has no key 'book'; did you mean 'books'?\n"
                        + "  fix: there is name, books, size, locked, extra");
    }

    @Test
    void whatTheValuesMeanMayBeRefusedToo() {
        assertThatThrownBy(() -> SHELF.readFile("name: novels\nbooks: [Emma]\n", "shelf.yaml", "", values -> {
                    Scalar book = values.scalars("books").get(0);
                    values.refuse("a shelf of novels is full", "buy another");
                    values.refuse(new Problem(book.at(), "'Emma' is lent", ""));
                    return values;
                }))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        shelf.yaml:1:1: a shelf of novels is full
                          fix: buy another
                        shelf.yaml:2:9: 'Emma' is lent""");
    }
}
