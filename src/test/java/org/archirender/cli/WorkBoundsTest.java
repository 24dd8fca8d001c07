package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is large without being deep: it is rendered, or refused by a bound that says what there is too much of. */
class WorkBoundsTest {
    private static final String BASE = "overlays/zlib/base/";
    private static final String V0 = BASE + "recipe/meta.yaml";
    private static final String V1 = BASE + "recipe/recipe.yaml";
    private static final String DIGITS = "1".repeat(250_000);

    private static Shell shell() {
        return Shell.empty().withPort().withPackage("zlib", "");
    }

    private static Shell recipeYaml(String text) {
        return shell().remove(BASE + "recipe")
                .file(V1, text)
                .file(BASE + "conda-forge.yml", "conda_build_tool: rattler-build\n");
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("@", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    static Stream<Arguments> files() {
        return Stream.of(
                        "pinnings.yaml",
                        "overlays/port.yaml",
                        "overlays/zlib/overlay.yaml",
                        "templates/ci/provider.yaml",
                        BASE + "conda-forge.yml",
                        V0,
                        BASE + "recipe/conda_build_config.yaml",
                        BASE + ".ci_support/migrations/a.yaml")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsTooLongIsRefusedBeforeItIsRead(String file) {
        Said said = shell().file(file, "# " + "x".repeat(10_000_000) + "\n").run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .contains(file + ": error: has 10000003 bytes; a file that is read for what it says may have 524288")
                .contains("fix: is this the right file?");
    }

    /** Neither tags nor brackets are looked for from each of them to the end of their line. */
    @ParameterizedTest
    @ValueSource(strings = {"{{ a }}", "{# a #}", "# [", "[x] (", "# [x] ("})
    void aLongLineOfAnEditedRecipeIsRead(String piece) {
        String recipe = "package:\n  name: zlib\n  version: '1.0'\nabout:\n  summary: a "
                + piece.repeat(400_000 / piece.length()) + "\n";
        Shell shell = Shell.empty().withPort().withPackage("zlib", "- set-key: about/license\n  value: Zlib\n");
        Said said = shell.file(V0, recipe).run("zlib");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("1 written");
    }

    @Test
    void twelveHundredOutputsRender() {
        String outputs =
                "    requirements:\n      build:\n        - {{ compiler('c') }}\n      host:\n        - python\n";
        Shell v0 = shell().file(
                        V0,
                        "package:\n  name: zlib\n  version: '1.0'\noutputs:\n"
                                + lines(1200, "  - name: o@\n" + outputs));
        assertThat(v0.run("zlib").err()).isEmpty();
        String chain = lines(
                1200,
                "  - package:\n      name: o@\n    requirements:\n      host:\n        - ${{ pin_subpackage('p@') }}\n");
        for (int i = 0; i < 1200; i++) {
            chain = chain.replace("'p" + i + "'", "'o" + Math.min(1199, i + 1) + "'");
        }
        assertThat(recipeYaml("recipe:\n  version: '1.0'\noutputs:\n" + chain)
                        .run("zlib")
                        .err())
                .isEmpty();
    }

    @Test
    void aZipGroupOfTenThousandKeysIsRefused() {
        String keys = lines(10_000, "k@:\n- 1\n") + "zip_keys:\n  -\n" + lines(10_000, "    - k@\n");
        Said said = shell().file(BASE + "recipe/conda_build_config.yaml", keys).run("zlib");
        assertThat(said.err()).startsWith(V0 + ": error: limit: the recipe with all its variants takes too long");
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(V0, "package:\n  name: zlib\n  version: %s\nbuild:\n  number: %s\n"),
                Arguments.of("overlays/port.yaml", "port: %s\n"),
                Arguments.of("overlays/zlib/overlay.yaml", "overlay: %s\n"),
                Arguments.of(BASE + ".ci_support/migrations/a.yaml", "migrator_ts: %s\npython:\n- 1\n"),
                Arguments.of("pinnings.yaml", "c_compiler_version:\n- %s\n"));
    }

    /** What quotes it does not quote all of it. */
    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberOfAQuarterOfAMillionDigitsIsReadOrRefused(String file, String text) {
        Said said = shell().file(file, text.replace("%s", DIGITS)).run("zlib");
        assertThat(said.exitCode()).as(said.err()).isIn(0, 2);
        assertThat(said.err()).hasSizeLessThan(20_000);
    }

    static Stream<Arguments> recipes() {
        String head = "context:\n  a: " + "x".repeat(300_000) + "\npackage: {name: zlib, version: '1.0'}\n";
        String host = "requirements:\n  host: [k0, k1, k2, k3, k4]\n";
        return Stream.of(
                Arguments.of(
                        "a long value, many times",
                        head + "requirements:\n  run:\n" + lines(10_000, "    - ${{ a }}\n")),
                Arguments.of(
                        "openings without end", head + "about:\n  summary: \"" + "${{ a ".repeat(30_000) + " }}\"\n"),
                Arguments.of("many items, for many variants", head + host + "  run:\n" + lines(20_000, "    - a\n")),
                Arguments.of(
                        "many packages, for many variants",
                        "recipe: {version: '1.0'}\noutputs:\n"
                                + lines(
                                        1200,
                                        "  - package: {name: o@}\n    requirements:\n      host: [k0, k1, k2, k3, k4]\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void aRecipeYamlThatTakesLongIsRefused(String name, String text) {
        String keys = lines(5, "k@:\n" + lines(4, "- @\n"));
        Said said = recipeYaml(text)
                .file(BASE + "recipe/conda_build_config.yaml", keys)
                .run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .startsWith(V1)
                .contains("limit: the recipe with all its variants takes too long: more than 268435456 bytes");
    }

    /** The recipe that the fuzzing breaks renders as it is. */
    @Test
    void theRecipeYamlThatIsBrokenElsewhereIsWhole() {
        Shell port = Shell.empty();
        MutatedPort.withRecipeYaml().forEach(port::file);
        Said said = port.run("demo", "--diff");
        assertThat(said.err()).doesNotContain("error:");
        assertThat(said.exitCode()).isZero();
    }
}
