package org.archirender.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a vendored base is told at its place there, whatever edits make or can't make of the file. */
class BadBaseTest {
    private static final String BASE = "overlays/zlib/base/";
    private static final String RECIPE = BASE + "recipe/meta.yaml";

    private static final String APPLIES = "- set-var: version\n  value: '\"1.1\"'\n  why: newer\n";

    private static final String FAILS = "- remove-item: requirements/run\n  item: x\n  why: none\n";

    private static final String TEXT = """
            {% set version = "1.0" %}
            package:
              name: zlib  # [linux]
              name: zlib  # [win]
              version: {{ version }}
            about:
              home: home
              summary: a summary
            """;

    private final Shell shell = Shell.empty().withPort();

    private String said(String edits, String file, String text) {
        Said said = shell.withPackage("zlib", edits).file(file, text).run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        return said.err();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  home: home|`\thome: home`|7:8|not valid YAML: found a key after",
                "home: home|home: \"home|7:9|not valid YAML: found unexpected end of stream (while scanning a quoted",
                "about:|about: [|8:10|not valid YAML: expected ',' or ']', but got : (while parsing a flow sequence from line 6)",
                "{{ version }}|{% version }}|5:23|template: SyntaxError: "
            })
    void aRecipeThatCannotBeReadIsNoEditsFault(String good, String bad, String place, String message) {
        String text = TEXT.replace(good, bad);
        String elsewhere = "- delete-lines: build.sh\n  match: none\n  why: none\n";
        String expected = RECIPE + ":" + place + ": error: the recipe can't be read: " + message;
        for (String edits : new String[] {"", APPLIES, FAILS, APPLIES + FAILS}) {
            assertThat(said(edits, RECIPE, text)).startsWith(expected).doesNotContain("overlay.yaml", "zlib-feedstock");
        }
        assertThat(said(FAILS + elsewhere, RECIPE, text))
                .startsWith(expected)
                .contains("\noverlays/zlib/overlay.yaml:8:5: error: delete-lines build.sh: ANCHOR_MISSING")
                .doesNotContain("remove-item");
    }

    @Test
    void aRecipeInAnotherEncodingCannotBeRead() throws IOException {
        shell.withPackage("zlib", FAILS);
        Files.write(
                shell.path(RECIPE), TEXT.replace("a summary", "\u00e9t\u00e9").getBytes(ISO_8859_1));
        assertThat(shell.run("zlib").err()).isEqualTo(RECIPE + """
                :8:12: error: the recipe can't be read: not UTF-8 text: there is a byte 0xe9
                  fix: save it as UTF-8
                """);
        assertThat(shell.run("explain", "zlib").out()).doesNotContain("PATH_MISSING");
    }

    @Test
    void anEmptyRecipeIsNone() {
        assertThat(said(FAILS, RECIPE, "\n"))
                .startsWith(RECIPE + ": error: the recipe is empty\n  fix: move overlays/zlib away, run: ");
    }

    @Test
    void anEditThatMendsTheRecipeMakesOtherEditsAnswerForThemselves() {
        String mending = "- replace-lines: meta.yaml\n  match: ^about\n  with: 'about:'\n  why: mended\n";
        assertThat(said(mending + FAILS, RECIPE, TEXT.replace("about:", "about: [")))
                .startsWith("overlays/zlib/overlay.yaml:9:5: error: remove-item requirements/run: PATH_MISSING");
    }

    @Test
    void whatAnEditBreaksIsNotTheBases() {
        assertThat(said("- set-key: package/name\n  value: '[1'\n  why: wrong\n", RECIPE, "package:\n  name: zlib\n"))
                .startsWith(
                        "overlays/zlib/overlay.yaml:5:5: error: set-key package/name: READS_OTHERWISE: line 2 is no YAML");
    }

    @Test
    void whatTheOverlaysConfigBreaksIsNotTheBases() {
        shell.withPackage("zlib", "").file(BASE + "conda-forge.yml", "# upstream's\nbot: {automerge: true}\n");
        String overlay = "overlays/zlib/overlay.yaml";
        shell.file(overlay, shell.read(overlay) + "config: {os_version: 1}\n");
        assertThat(shell.run("zlib").err())
                .startsWith("zlib-feedstock/conda-forge.yml:5:13: error: os_version has to be a mapping");
    }

    @Test
    void whatTheBaseSaysWronglyIsTheBasesInAnEditedFileToo() {
        String text = TEXT.replace("about:", "build:\n  noarch: java\nabout:");
        String expected = RECIPE + ":7:";
        assertThat(said("", RECIPE, text)).startsWith(expected);
        assertThat(said("- insert-lines: meta.yaml\n  at: start\n  lines: ['# one', '# two']\n", RECIPE, text))
                .startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            commentCharacter = '%',
            value = {
                "conda-forge.yml|a: [x|1:4",
                "conda-forge.yml|os_version: 1|1:13",
                "recipe/conda_build_config.yaml|a: [x|1:4",
                "recipe/conda_build_config.yaml|- a|1:1",
                "recipe/conda_build_config.yaml|a: 1  # [(]|1:",
                ".ci_support/migrations/a.yaml|a: [x|1:4",
                ".ci_support/migrations/a.yaml|migrator_ts: soon|1:14"
            })
    void otherFilesOfTheBaseAreNamedThereToo(String file, String text, String place) {
        assertThat(said("- bump-number: 1\n", BASE + file, text + "\n")).startsWith(BASE + file + ":" + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conda-forge.yml", "recipe/conda_build_config.yaml", ".ci_support/migrations/a.yaml"})
    void filesInAnotherEncodingAreNamedWithTheByte(String file) throws IOException {
        shell.withPackage("zlib", "").file(BASE + file, "");
        Files.write(shell.path(BASE + file), new byte[] {'#', '\n', '#', (byte) 0xff, '\n'});
        assertThat(shell.run("zlib").err())
                .startsWith(BASE + file + ":2:2: error: not UTF-8 text: there is a byte 0xff\n  fix: save it as UTF-8");
    }

    @Test
    void aBaseThatIsMissing() throws IOException {
        shell.withPackage("zlib", "");
        Files.delete(shell.path("overlays/zlib/base/recipe/meta.yaml"));
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo("overlays/zlib/base: error: the base is missing: there is neither recipe/meta.yaml nor"
                        + " recipe/recipe.yaml in it\n  fix: move overlays/zlib away, run: archi-render init zlib --from"
                        + " DIR|URL, and put your overlay.yaml and files/ back\n");
    }
}
