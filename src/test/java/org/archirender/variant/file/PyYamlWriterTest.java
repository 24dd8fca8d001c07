package org.archirender.variant.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.variant.file.YamlValue.Fields;
import org.archirender.variant.file.YamlValue.Items;
import org.archirender.variant.file.YamlValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every expected text here is what PyYAML 6.0 wrote. */
class PyYamlWriterTest {
    private static String list(String... texts) {
        return PyYamlWriter.document(fields("k", YamlValue.texts(List.of(texts))));
    }

    private static Fields fields() {
        return new Fields(new LinkedHashMap<>());
    }

    private static Fields fields(String key, YamlValue value) {
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        fields.put(key, value);
        return new Fields(fields);
    }

    private static Fields fields(String key, YamlValue value, String other, YamlValue otherValue) {
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        fields.put(key, value);
        fields.put(other, otherValue);
        return new Fields(fields);
    }

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }

    @Test
    void dashesOfAListStandBelowTheKey() {
        assertThat(list("gcc", "clang")).isEqualTo("""
                k:
                - gcc
                - clang
                """);
    }

    @Test
    void listsInAListAreIndented() {
        YamlValue groups = new Items(List.of(YamlValue.texts(List.of("a", "b")), YamlValue.texts(List.of("c", "d"))));
        assertThat(PyYamlWriter.document(fields("zip_keys", groups))).isEqualTo("""
                zip_keys:
                - - a
                  - b
                - - c
                  - d
                """);
    }

    @Test
    void mappingsInAMappingAreIndented() {
        Fields pin = fields("min_pin", new Text("x.x"), "max_pin", new Text("x"));
        assertThat(PyYamlWriter.document(fields("pins", fields("python", pin)))).isEqualTo("""
                pins:
                  python:
                    min_pin: x.x
                    max_pin: x
                """);
    }

    @Test
    void mappingsInAListStartOnTheDash() {
        Fields item = fields("a", new Text("x"), "b", YamlValue.texts(List.of("y")));
        assertThat(PyYamlWriter.document(fields("k", new Items(List.of(item))))).isEqualTo("""
                k:
                - a: x
                  b:
                  - y
                """);
    }

    @Test
    void emptyCollectionsAreInFlowStyle() {
        Fields root = fields("list", new Items(List.of()), "mapping", fields());
        assertThat(PyYamlWriter.document(root)).isEqualTo("list: []\nmapping: {}\n");
        assertThat(PyYamlWriter.document(fields())).isEqualTo("{}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.14.6",
                "None",
                "3.10.* *_cpython",
                "conda-forge main",
                "x.x",
                "1e5",
                "0.1 conda_forge",
                "-1.2.3",
                "08",
                "quay.io/condaforge/linux-anvil-aarch64:alma9",
                "a:b",
                "a#b",
                "-x",
                "?x",
                ":x",
                "1.2.",
                "TRue",
                "nan",
                "a'b",
                "a\"b",
                "2020-1-1",
                "0o14",
                "1 2",
                "y",
                "n",
                "x%",
                "-.5",
                "a,b",
                "a]b",
                "\\d"
            })
    void textThatReadsBackAsTextStaysPlain(String text) {
        assertThat(list(text)).isEqualTo("k:\n- " + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15",
                "2.17",
                "",
                "False",
                "TRUE",
                "yes",
                "no",
                "On",
                "off",
                "null",
                "~",
                "1_000",
                "0x1f",
                "0b11",
                "017",
                "1:30",
                "1:30.5",
                "+1",
                ".5",
                "1.",
                "1.5e+3",
                ".inf",
                "-.INF",
                ".NaN",
                "2020-01-01",
                "2001-12-14t21:59:43.10-05:00",
                "2001-12-14 21:59:43",
                "<<",
                "=",
                "a: b",
                "a:",
                "a #b",
                " a",
                "a ",
                "- a",
                "-",
                "?",
                ":",
                "? a",
                "#a",
                "*",
                "&a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "[a",
                "{a",
                "]",
                "}",
                ",",
                "\"a",
                "---",
                "...",
                "--- a",
                "0.",
                "0"
            })
    void textThatYamlWouldTakeForSomethingElseIsQuoted(String text) {
        assertThat(list(text)).isEqualTo("k:\n- '" + text + "'\n");
    }

    @Test
    void anApostropheIsDoubledInQuotes() {
        assertThat(list("'a' b")).isEqualTo("k:\n- '''a'' b'\n");
    }

    @Test
    void trueAndFalseAreBooleans() {
        assertThat(list("true", "false", "True", "False")).isEqualTo("""
                k:
                - true
                - false
                - 'True'
                - 'False'
                """);
    }

    @Test
    void whatIsOutsideOfAsciiIsEscaped() {
        assertThat(list("é", "\t", "\u2028", "\ud83d\ude00", "\u0001", "\u1234", "a\"é", "\r"))
                .isEqualTo("""
                        k:
                        - "\\xE9"
                        - "\\t"
                        - "\\L"
                        - "\\U0001F600"
                        - "\\x01"
                        - "\\u1234"
                        - "a\\"\\xE9"
                        - "\\r"
                        """);
    }

    @Test
    void breaksAreDoubledInSingleQuotes() {
        assertThat(list("a\nb", "a\n\nb\n")).isEqualTo("k:\n- 'a\n\n  b'\n- 'a\n\n\n  b\n\n  '\n");
    }

    @Test
    void aBlankBesideABreakTakesDoubleQuotes() {
        assertThat(list("a \nb", "a\n b")).isEqualTo("k:\n- \"a \\nb\"\n- \"a\\n b\"\n");
    }

    @Test
    void longPlainTextIsFoldedAtTheFirstBlankAfterColumn80() {
        assertThat(list(words(20))).isEqualTo("k:\n- " + words(16) + "\n  " + words(4) + "\n");
    }

    @Test
    void aTextThatEndsBeforeTheBlankIsNotFolded() {
        String unbroken = "x".repeat(200);
        assertThat(list(unbroken + " y", unbroken)).isEqualTo("k:\n- " + unbroken + "\n  y\n- " + unbroken + "\n");
    }

    @Test
    void twoBlanksAreNoPlaceToFold() {
        String text = "x".repeat(90) + "  y z";
        assertThat(list(text)).isEqualTo("k:\n- " + "x".repeat(90) + "  y\n  z\n");
    }

    @Test
    void longQuotedTextIsFoldedTheSameWay() {
        assertThat(list("# " + words(20))).isEqualTo("k:\n- '# " + words(16) + "\n  " + words(4) + "'\n");
    }

    @Test
    void longEscapedTextIsFoldedWithABackslash() {
        String text = "é" + " word".repeat(20);
        assertThat(list(text))
                .isEqualTo("k:\n- \"\\xE9" + " word".repeat(15) + "\\\n  \\" + " word".repeat(5) + "\"\n");
    }

    @Test
    void keysAreNotFolded() {
        String key = words(20);
        assertThat(PyYamlWriter.document(fields(key, new Text("v")))).isEqualTo(key + ": v\n");
    }

    @Test
    void aKeyOver122CharactersIsAComplexOne() {
        String simple = "x".repeat(122);
        String complex = "x".repeat(123);
        Fields root = fields(simple, new Text("v"), complex, YamlValue.texts(List.of("v")));
        assertThat(PyYamlWriter.document(root)).isEqualTo(simple + ": v\n? " + complex + "\n: - v\n");
    }
}
