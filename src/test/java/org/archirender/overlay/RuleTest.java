package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.archirender.overlay.recipe.SelectItem;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class RuleTest {
    private final List<Problem> problems = new ArrayList<>();

    private List<Rule> read(String text) {
        return Rule.read(((Sequence) YamlReader.read(text, "port.yaml").orElseThrow()).items(), problems::add);
    }

    @Test
    void aRulesSelectorHasANameOfItsOwn() {
        Rule rule = read("""
                        - select-item: requirements/host
                          item: tk
                          selector: not aarch64
                          when: {uses: tk}
                          why: no tk yet
                        """).get(0);
        assertThat(problems).isEmpty();
        FileTree recipe = FileTree.empty();
        TreePath meta = TreePath.of("meta.yaml");
        assertThat(rule.when().holds(recipe.with(meta, TreeFile.of("requirements:\n  host: [tk]\n"))))
                .isTrue();
        assertThat(rule.when().holds(recipe.with(meta, TreeFile.of("requirements:\n  host: [zlib]\n"))))
                .isFalse();
        assertThat(rule.edit())
                .isInstanceOfSatisfying(
                        SelectItem.class, select -> assertThat(select.when()).isEqualTo("not aarch64"));
    }

    @Test
    void everyProblemOfEveryRuleIsTold() {
        assertThat(read("""
                        - add-file: a
                        - add-file: b
                          when: {hass: x}
                        - add-fil: c
                          when: {file: x}
                        - add-file: d
                          when: {file: x}
                          when: {file: y}
                        - add-file: e
                          when:
                        - [add-file]
                        - add-file: f
                          when: {has: f}
                        """)).extracting(rule -> rule.edit().title()).containsExactly("add-file f");
        assertThat(problems)
                .extracting(Problem::toString)
                .satisfiesExactly(
                        one -> assertThat(one)
                                .isEqualTo("port.yaml:1:3: a rule has no 'when'\n"
                                        + "  fix: add 'when': for which feedstocks, as in 'when: {has: build/noarch}'"),
                        two -> assertThat(two)
                                .startsWith("port.yaml:3:10: a condition has no field 'hass'; did you mean 'has'?"),
                        three -> assertThat(three)
                                .startsWith("port.yaml:4:3: there is no operation 'add-fil'; did you mean 'add-file'"),
                        four -> assertThat(four)
                                .isEqualTo("port.yaml:8:3: a rule has 'when' twice\n  fix: keep one of them"),
                        five -> assertThat(five).startsWith("port.yaml:10:8: a condition is a mapping\n"),
                        six -> assertThat(six)
                                .startsWith(
                                        "port.yaml:11:3: an edit is a mapping whose first key names its operation"));
    }
}
