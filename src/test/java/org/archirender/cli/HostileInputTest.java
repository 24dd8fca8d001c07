package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is nested or repeated many thousand times: it is rendered or refused, and never called a bug. */
class HostileInputTest {
    private static final int MANY = 30_000;
    private static final String RECIPE = "overlays/zlib/base/recipe/meta.yaml";

    static Stream<Arguments> texts() {
        return Stream.of(yaml(), expressions(), blocks(), templates(), turns(), files())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> yaml() {
        return Stream.of(
                recipe("lists", "about: " + "[".repeat(MANY) + "]".repeat(MANY)),
                recipe("mappings", "about: " + "{a: ".repeat(MANY)),
                recipe("items", "about:\n  " + "- ".repeat(MANY) + "a"),
                recipe("indents", indents(1000)),
                recipe("keys", "? ".repeat(MANY)),
                recipe("an alias of itself", "about: &a [*a]"),
                recipe("aliases in depth", nestedAliases()),
                recipe("a billion laughs", laughs(40)),
                recipe("millions of laughs", laughs(24)));
    }

    private static Stream<Arguments> expressions() {
        return Stream.of(
                        "(".repeat(MANY) + "1" + ")".repeat(MANY),
                        "not ".repeat(MANY) + "1",
                        "-".repeat(MANY) + "1",
                        "1" + "**1".repeat(MANY),
                        "1" + " if 1 else 1".repeat(MANY),
                        "a" + ".a".repeat(MANY),
                        "'" + "{".repeat(MANY) + "'.format(1)")
                .flatMap(text -> Stream.of(
                        recipe("in braces: " + start(text), "about:\n  home: {{ " + text + " }}"),
                        recipe("in a selector: " + start(text), "about:\n  home: a  # [" + text + "]")));
    }

    private static Stream<Arguments> blocks() {
        return Stream.of(
                recipe("ifs", "{% if 1 %}\n".repeat(MANY) + "{% endif %}\n".repeat(MANY)),
                recipe("targets", "{% set " + "(".repeat(MANY) + "a" + ")".repeat(MANY) + " = 1 %}"),
                recipe("a macro that calls itself", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"),
                recipe("a value in itself", "{% set a = {} %}{% set _ = a.update(a=a) %}\nabout:\n  home: {{ a }}"),
                recipe("doublings", "{% set a = 'b' %}\n" + "{% set a = a ~ a %}\n".repeat(60)));
    }

    private static Stream<Arguments> templates() {
        return Stream.of("[=" + "(".repeat(MANY), "[=" + "-".repeat(MANY) + "1]", "[#if 1]".repeat(MANY))
                .map(text -> Arguments.of("a template: " + start(text), "templates/ci/build.sh.ftl", text));
    }

    /** Texts that a regular expression takes a stack frame a turn for. */
    private static Stream<Arguments> turns() {
        String sexagesimal = "1" + ":30".repeat(MANY);
        return Stream.of(
                recipe("a long number in base 60", "about:\n  home: " + sexagesimal),
                recipe("a long word", "about:\n  home: " + "a=".repeat(MANY)),
                Arguments.of("pinnings: a long number in base 60", "pinnings.yaml", pinned(sexagesimal)),
                Arguments.of("pinnings: a long number in quotes", "pinnings.yaml", pinned("'" + sexagesimal + ".5'")));
    }

    private static String pinned(String version) {
        return "c_compiler: [gcc]\nc_compiler_version:\n  - " + version + "\nchannel_targets:\n  - a main\n";
    }

    private static Stream<Arguments> files() {
        return Stream.of("[".repeat(MANY), "a:\n  " + "- ".repeat(MANY), laughs(24))
                .flatMap(text -> Stream.of(
                                "pinnings.yaml",
                                "overlays/port.yaml",
                                "overlays/zlib/overlay.yaml",
                                "overlays/zlib/base/conda-forge.yml",
                                "overlays/zlib/base/recipe/conda_build_config.yaml",
                                "overlays/zlib/base/.ci_support/migrations/a.yaml")
                        .map(file -> Arguments.of(file + ": " + start(text), file, text)));
    }

    private static String indents(int depth) {
        StringBuilder text = new StringBuilder("about:\n");
        for (int i = 1; i <= depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static String laughs(int doublings) {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 1]\n");
        for (int i = 1; i < doublings; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return text.toString();
    }

    private static String nestedAliases() {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 1]\n");
        for (int i = 1; i < 50; i++) {
            text.append("a%d: &a%d %s*a%d%s\n".formatted(i, i, "[".repeat(55), i - 1, "]".repeat(55)));
        }
        return text.toString();
    }

    private static String start(String text) {
        return text.substring(0, 12).replace('\n', ' ');
    }

    private static Arguments recipe(String name, String text) {
        String compiled = "package:\n  name: zlib\nrequirements:\n  build:\n    - {{ compiler('c') }}\n";
        return Arguments.of("recipe: " + name, RECIPE, compiled + text + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isRenderedOrRefused(String name, String path, String text) {
        Said said = shell(path, text).run("zlib");
        assertThat(said.exitCode()).as(said.err()).isIn(0, 2);
    }

    @Test
    void saysWhereTheNestingIsTooDeep() {
        assertThat(shell("pinnings.yaml", "a:\n  " + "- ".repeat(MANY))
                        .run("zlib")
                        .err())
                .startsWith("pinnings.yaml:2:121: error: nested more than 60 levels deep");
        assertThat(shell("overlays/port.yaml", laughs(24)).run("zlib").err())
                .contains("error: more than 1000000 values, aliases written out");
    }

    private static Shell shell(String path, String text) {
        return Shell.empty().withPort().withPackage("zlib", "").file(path, text);
    }
}
