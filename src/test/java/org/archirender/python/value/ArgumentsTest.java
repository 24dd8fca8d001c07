package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.python.value.Arguments.Bound;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final List<String> REPLACE = List.of("old", "new", "count=", "how!");
    private static final PyStr A = new PyStr("a");
    private static final PyStr B = new PyStr("b");
    private static final PyStr C = new PyStr("c");

    private static Arguments named(List<PyValue> positional, String name, PyValue value) {
        Map<String, PyValue> named = new LinkedHashMap<>();
        named.put(name, value);
        return new Arguments(positional, named);
    }

    @Test
    void argumentsGoToParametersInOrder() {
        Bound bound = Arguments.of(A, B, C).bind("replace", REPLACE);
        assertThat(bound.get(0)).isEqualTo(A);
        assertThat(bound.get(1)).isEqualTo(B);
        assertThat(bound.get(2, PyNone.NONE)).isEqualTo(C);
    }

    @Test
    void argumentsGoToParametersByName() {
        Bound bound = named(List.of(A), "new", B).bind("replace", REPLACE);
        assertThat(bound.get(1)).isEqualTo(B);
        assertThat(named(List.of(A, B), "count", C).bind("replace", REPLACE).find(2))
                .hasValue(C);
    }

    @Test
    void whatMayBeLeftOutHasTheCallersDefault() {
        Bound bound = Arguments.of(A, B).bind("replace", REPLACE);
        assertThat(bound.find(2)).isEmpty();
        assertThat(bound.get(2, PyInt.of(-1))).isEqualTo(PyInt.of(-1));
        assertThat(bound.find(3)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsATypeError() {
        assertThatThrownBy(() -> Arguments.of(A).bind("replace", REPLACE))
                .hasMessage("TypeError: replace() misses argument 2, 'new'");
        assertThatThrownBy(() -> Arguments.of(A, B, C, A, B).bind("replace", REPLACE))
                .hasMessage("TypeError: replace() takes 4 arguments but 5 were given");
        assertThatThrownBy(() -> named(List.of(A, B), "old", C).bind("replace", REPLACE))
                .hasMessage("TypeError: replace() got multiple values for 'old'");
        assertThatThrownBy(() -> named(List.of(A, B), "cout", C).bind("replace", REPLACE))
                .hasMessage("TypeError: replace() got an unexpected keyword argument, one of [cout]");
        assertThatThrownBy(() -> Arguments.of(A).bind("lower", List.of()))
                .hasMessage("TypeError: lower() takes 0 arguments but 1 were given");
    }

    @Test
    void aParameterThatIsNotSupportedMustBeLeftOut() {
        assertThatThrownBy(() -> Arguments.of(A, B, C, A).bind("replace", REPLACE))
                .hasMessage("not supported: the argument 'how' of replace()");
        assertThatThrownBy(() -> named(List.of(A, B), "how", C).bind("replace", REPLACE))
                .hasMessage("not supported: the argument 'how' of replace()");
    }

    @Test
    void aStarTakesAnything() {
        Arguments anything = named(List.of(A, B, C), "d", A);
        assertThat(anything.bind("format", List.of("*")).all()).isEqualTo(anything);
        assertThat(Arguments.of()).isSameAs(Arguments.NONE);
    }

    @Test
    void argumentsAreACopyAndKeepTheirOrder() {
        Map<String, PyValue> named = new LinkedHashMap<>();
        named.put("z", A);
        named.put("a", B);
        Arguments arguments = new Arguments(List.of(), named);
        named.clear();
        assertThat(arguments.named().keySet()).containsExactly("z", "a");
    }
}
