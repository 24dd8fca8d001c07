package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class ConditionReaderTest {
    private final List<Problem> problems = new ArrayList<>();

    private void read(String condition) {
        Condition.read(YamlReader.read(condition, "port.yaml").orElseThrow(), problems::add);
    }

    private String refusal(String condition) {
        problems.clear();
        read(condition);
        assertThat(problems).as(condition).hasSize(1);
        return problems.get(0).toString();
    }

    @Test
    void whatIsUnknownIsToldWithWhatWasMeant() {
        assertThat(refusal("{hass: x}"))
                .isEqualTo("port.yaml:1:2: a condition has no field 'hass'; did you mean 'has'?\n"
                        + "  fix: there is has, template, uses, file, contains, not, all, any");
        assertThat(refusal("{not: {any: [{has: a}, {use: x}]}}"))
                .startsWith("port.yaml:1:25: a condition has no field 'use'; did you mean 'uses'?");
    }

    @Test
    void whatIsNoConditionIsRefused() {
        String fix = "\n  fix: write one of has, template, uses, file, contains, not, all, any into it";
        assertThat(refusal("[1]")).isEqualTo("port.yaml:1:1: a condition is a mapping" + fix);
        assertThat(refusal("{}")).isEqualTo("port.yaml:1:1: a condition is a mapping" + fix);
        assertThat(refusal("{not: a}")).isEqualTo("port.yaml:1:7: a condition is a mapping" + fix);
        assertThat(refusal("{all: [{has: a}, a]}")).isEqualTo("port.yaml:1:18: a condition is a mapping" + fix);
    }

    @Test
    void everyShapeIsChecked() {
        assertThat(refusal("{has: \"source[0\"}"))
                .isEqualTo("port.yaml:1:7: 'has' is no path: 'source[0' has a [ without its ]\n"
                        + "  fix: write it as 'requirements/host' or 'source[0]/url'");
        assertThat(refusal("{uses: }")).isEqualTo("port.yaml:1:7: 'uses' is empty\n  fix: give text on one line");
        assertThat(refusal("{file: ../x}")).startsWith("port.yaml:1:8: 'file' has a part '..'");
        assertThat(refusal("{all: []}"))
                .isEqualTo("port.yaml:1:7: 'all' is an empty list\n  fix: give a list of conditions");
        assertThat(refusal("{any: {has: a}}"))
                .isEqualTo("port.yaml:1:7: 'any' is no list\n  fix: give a list of conditions");
    }

    @Test
    void aTextNeedsTheFileThatHasIt() {
        assertThat(refusal("{contains: x}"))
                .isEqualTo("port.yaml:1:2: 'contains' without 'file'\n  fix: add 'file: …'");
        assertThat(refusal("{file: /x, contains: x}")).startsWith("port.yaml:1:8: 'file' is absolute");
    }

    @Test
    void aConditionIsWrittenOnce() {
        assertThat(refusal("{has: a, has: b}"))
                .isEqualTo("port.yaml:1:10: a condition has 'has' twice\n  fix: keep one of them");
    }
}
