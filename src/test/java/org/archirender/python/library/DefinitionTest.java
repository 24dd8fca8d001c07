package org.archirender.python.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyStr;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    private static final Definition<String> REPEAT = Definition.of(
            "repeat",
            "times=, by!",
            "the text several times",
            (text, given) -> new PyStr(text.repeat(
                    Builtins.integer(given.get(0, PyInt.of(2))).value().intValue())));

    @Test
    void aDefinitionGivesWhatItsBodyGives() {
        assertThat(REPEAT.apply("ab", Arguments.NONE)).isEqualTo(new PyStr("abab"));
        assertThat(REPEAT.apply("ab", Arguments.of(PyInt.of(3)))).isEqualTo(new PyStr("ababab"));
        assertThat(REPEAT.of("x").call(Arguments.NONE)).hasValue(new PyStr("xx"));
        assertThat(REPEAT.of("x").name()).isEqualTo("repeat");
    }

    @Test
    void argumentsThatDoNotFitNameIt() {
        assertThatThrownBy(() -> REPEAT.apply("a", Arguments.of(PyInt.of(1), PyInt.of(2))))
                .hasMessage("not supported: the argument 'by' of repeat()");
        assertThatThrownBy(() -> REPEAT.apply("a", Arguments.of(PyInt.of(1), PyInt.of(2), PyInt.of(3))))
                .hasMessage("TypeError: repeat() takes 2 arguments but 3 were given");
    }

    @Test
    void aListIsFoundByNameInItsOrder() {
        Definition<String> other = Definition.of("once", "", "the text", (text, none) -> new PyStr(text));
        Map<String, Definition<String>> byName = Definition.byName(List.of(REPEAT, other));
        assertThat(byName.keySet()).containsExactly("repeat", "once");
        assertThat(byName.get("once")).isEqualTo(other);
        assertThat(other.parameters()).isEmpty();
        assertThat(REPEAT.parameters()).containsExactly("times=", "by!");
    }
}
