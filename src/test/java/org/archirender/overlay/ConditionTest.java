package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final String META = """
            {% set version = "1.0" %}
            package:
              name: example
            build:
              number: 0
              noarch: python  # [win]
              noarch: generic  # [not win]
            requirements:
              host:
                - {{ compiler('c') }}
                - python >=3.6  # [unix]
            outputs:
              - name: one
                requirements:
                  run:
                    - libedit
              - name: two
                requirements: [tk]
            test:
              commands:
                - ncurses
            """;

    private static boolean holds(String meta, String condition) {
        FileTree recipe = FileTree.empty()
                .with(TreePath.of("meta.yaml"), TreeFile.of(meta))
                .with(
                        TreePath.of("build.sh"),
                        TreeFile.of("# caf\u00e9\nmake check\n".getBytes(StandardCharsets.ISO_8859_1), true));
        return read(condition).holds(recipe);
    }

    private static Condition read(String condition) {
        return Condition.read(YamlReader.read(condition, "port.yaml").orElseThrow(), ConditionTest::fail);
    }

    private static void fail(Problem problem) {
        throw new AssertionError(problem);
    }

    private static boolean holds(String condition) {
        return holds(META, condition);
    }

    @Test
    void hasAKeyHoweverOften() {
        assertThat(holds("{has: build/number}")).isTrue();
        assertThat(holds("{has: build/noarch}")).isTrue();
        assertThat(holds("{has: \"outputs[two]/requirements\"}")).isTrue();
        assertThat(holds("{has: build/skip}")).isFalse();
        assertThat(holds("{has: \"outputs[three]\"}")).isFalse();
    }

    @Test
    void usesARequirementOfAnySectionAndOutput() {
        assertThat(holds("{uses: \"compiler('c')\"}")).isTrue();
        assertThat(holds("{uses: python}")).isTrue();
        assertThat(holds("{uses: libedit}")).isTrue();
        assertThat(holds("{uses: tk}")).isTrue();
        assertThat(holds("{uses: \"compiler('cxx')\"}")).isFalse();
        assertThat(holds("{uses: pyth}")).isFalse();
        assertThat(holds("{uses: ncurses}")).isFalse();
    }

    @Test
    void readsRecipesOfBothKinds() {
        String recipe =
                "context:\n  version: 1\nrequirements:\n  build:\n    - if: unix\n      then: ${{ compiler('c') }}\n";
        FileTree tree = FileTree.empty().with(TreePath.of("recipe.yaml"), TreeFile.of(recipe));
        assertThat(read("{uses: \"compiler('c')\"}").holds(tree)).isTrue();
        assertThat(read("{uses: 'compiler(\"c\")'}").holds(tree)).isTrue();
        assertThat(read("{uses: \"compiler('cxx')\"}").holds(tree)).isFalse();
        FileTree other = FileTree.empty().with(TreePath.of("recipe.yaml"), TreeFile.of(recipe.replace("'c'", "\"c\"")));
        assertThat(read("{uses: \"compiler('c')\"}").holds(other)).isTrue();
        assertThat(read("{has: context/version}").holds(tree)).isTrue();
        assertThat(read("{uses: python}").holds(tree)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
            python;                                         true
            ${{ "python" if abi3 }};                        false
            ${{ "python" if abi3 else "" }};                false
            ${{ '' if abi3 else "generic" }};               false
            ${{ "python" if abi3 else "generic" }};         true
            ${{ kind | default("") }};                      false
            ${{ noarch }};                                  false
            ${{ empty }};                                   false
            ${{ name }};                                    true
            """)
    void aKeyThatAnExpressionMayLeaveEmptyCountsWhenTold(String noarch, boolean holds) {
        FileTree tree = FileTree.empty()
                .with(
                        TreePath.of("recipe.yaml"),
                        TreeFile.of("context:\n  name: python\n  empty: ''\n  noarch: ${{ name if abi3 }}\n"
                                + "build:\n  noarch: " + noarch + "\n"));
        assertThat(read("{has: build/noarch}").holds(tree)).isEqualTo(holds);
        assertThat(read("{has: build/noarch, template: false}").holds(tree)).isEqualTo(holds);
        assertThat(read("{has: build/noarch, template: true}").holds(tree)).isTrue();
    }

    @Test
    void withoutARecipeNothingIsInIt() {
        assertThat(read("{has: build}").holds(FileTree.empty())).isFalse();
        assertThat(read("{uses: python}").holds(FileTree.empty())).isFalse();
        assertThat(read("{not: {has: build}}").holds(FileTree.empty())).isTrue();
    }

    @Test
    void looksIntoFilesOfAnyEncoding() {
        assertThat(holds("{file: build.sh}")).isTrue();
        assertThat(holds("{file: build.sh, contains: make check}")).isTrue();
        assertThat(holds("{file: build.sh, contains: make install}")).isFalse();
        assertThat(holds("{file: bld.bat}")).isFalse();
    }

    @Test
    void conditionsCombine() {
        assertThat(holds("{not: {uses: tk}}")).isFalse();
        assertThat(holds("{all: [{uses: tk}, {has: build/skip}]}")).isFalse();
        assertThat(holds("{any: [{uses: tk}, {has: build/skip}]}")).isTrue();
        assertThat(holds("{any: [{has: build/script}, {has: build/skip}]}")).isFalse();
        assertThat(holds("{uses: tk, not: {has: build/skip}}")).isTrue();
        assertThat(holds("{uses: tk, has: build/skip}")).isFalse();
        assertThat(holds("{contains: make check, uses: tk, file: build.sh}")).isTrue();
        assertThat(holds("{contains: make install, uses: tk, file: build.sh}")).isFalse();
        assertThat(holds("{all: [{uses: tk}, {has: build/number}]}")).isTrue();
        assertThat(holds("{not: {any: [{has: build/skip}, {all: [{uses: tk}, {file: bld.bat}]}]}}"))
                .isTrue();
    }
}
