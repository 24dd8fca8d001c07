package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.condition.Condition;
import org.archirender.overlay.condition.Condition.All;
import org.archirender.overlay.condition.Condition.Any;
import org.archirender.overlay.condition.Condition.Has;
import org.archirender.overlay.condition.Condition.InFile;
import org.archirender.overlay.condition.Condition.Not;
import org.archirender.overlay.condition.Condition.Uses;
import org.archirender.overlay.recipe.SelectItem;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class RuleReaderTest {
    private final List<Problem> problems = new ArrayList<>();

    private List<Rule> read(String text) {
        return RuleReader.read(((Sequence) YamlReader.read(text, "port.yaml").orElseThrow()).items(), problems::add);
    }

    private Condition condition(String condition) {
        List<Rule> rules = read("- add-file: a\n  when: " + condition + "\n");
        assertThat(problems).isEmpty();
        return rules.get(0).when();
    }

    @Test
    void readsEveryCondition() {
        assertThat(condition("{has: build/noarch}")).isEqualTo(new Has("build/noarch"));
        assertThat(condition("{uses: \"compiler('c')\"}")).isEqualTo(new Uses("compiler('c')"));
        assertThat(condition("{file: build.sh}")).isEqualTo(new InFile("build.sh", Optional.empty()));
        assertThat(condition("{file: build.sh, contains: make check}"))
                .isEqualTo(new InFile("build.sh", Optional.of("make check")));
        assertThat(condition("{not: {has: a}}")).isEqualTo(new Not(new Has("a")));
        assertThat(condition("{all: [{has: a}, {uses: b}]}")).isEqualTo(new All(List.of(new Has("a"), new Uses("b"))));
        assertThat(condition("{any: [{has: a}, {uses: b}]}")).isEqualTo(new Any(List.of(new Has("a"), new Uses("b"))));
    }

    @Test
    void severalConditionsInOneMappingMustAllHold() {
        assertThat(condition("{has: a, not: {uses: b}}"))
                .isEqualTo(new All(List.of(new Has("a"), new Not(new Uses("b")))));
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
        assertThat(rule.when()).isEqualTo(new Uses("tk"));
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
                        - add-file: c
                          when: {contains: x}
                        - add-file: d
                          when: {all: []}
                        - add-file: e
                          when: [1]
                        - add-file: f
                          when: {has: f}
                        """)).hasSize(1);
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "port.yaml:1:3: a rule without 'when'\n"
                                + "  fix: say for which feedstocks, as in 'when: {has: build/noarch}'",
                        "port.yaml:3:10: there is no condition 'hass'; did you mean 'has'?\n"
                                + "  fix: there is has, uses, file, contains, not, all, any",
                        "port.yaml:5:10: 'contains' without 'file'\n  fix: add 'file: FILE'",
                        "port.yaml:7:15: 'all' is no list of conditions\n  fix: write it as [{…}, {…}]",
                        "port.yaml:9:9: a condition is a mapping\n"
                                + "  fix: write one of has, uses, file, contains, not, all, any into it");
    }
}
