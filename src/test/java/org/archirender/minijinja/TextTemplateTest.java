package org.archirender.minijinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of recipe.yaml: what minijinja gives, where it is not what Python gives. */
class TextTemplateTest {
    private static final Scope NAMES = Scope.of(Map.of(
            "version",
            new PyStr("1.2.3"),
            "python",
            new PyStr("3.11.* *_cpython"),
            "number",
            PyInt.of(7),
            "linux",
            PyBool.TRUE,
            "win",
            PyBool.FALSE));

    private static String text(String template) {
        return TextTemplate.of(template).text(NAMES, new Meter(Limits.RECIPE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            value = {
                "lib-${{ version }}-x => lib-1.2.3-x",
                "a ${{- version -}} b => a1.2.3b",
                "${{ linux }} ${{ none }} => true none",
                "${{ 'a' ~ number ~ win }} => a7false",
                "${{ version.x if win else 'other' }} => other",
                "a${{ 'x' if win }}b => ab",
                "${{ missing | default('none there') }} => none there",
                "${{ ('x' if win) | default('y') }} => y",
                "${{ missing is defined }} ${{ version is defined }} => false true",
                "${{ python | version_to_buildstring }} => 311",
                "${{ (version | split('.'))[:2] | join('.') }} => 1.2",
                "${{ version | replace('.', '_') | upper }} => 1_2_3",
                "${{ 7 / 2 }} ${{ 7 // 2 }} ${{ -number | abs }} => 3.5 3 7",
                "${{ '10' < '9' }} ${{ 10 < 9 }} => true false",
                "${{ python is startingwith '3.11' }} => true",
                "${{ python is not startingwith '3.11' }} => false",
                "${{ ('B,a,b' | split(',') | sort) | join(' ') }} => a B b",
                "${{ ['b', 'B', 'a'] | unique | join('') }} => ba",
                "${{ '' | default('y', true) }}${{ missing | default }}| => y|",
                "${{ 1 == true }} ${{ 0 != false }} ${{ '1' == 1 }} ${{ '1' == true }} => true false false false",
                "${{ false < true }} ${{ [1] == [true] }} ${{ true is eq 1 }} => true true true",
                "{{ version }} => {{ version }}"
            })
    void givesWhatMinijinjaGives(String template, String expected) {
        assertThat(text(template.strip())).isEqualTo(expected);
    }

    @Test
    void oneExpressionKeepsItsKind() {
        assertThat(TextTemplate.of("${{ number }}").value(NAMES, new Meter(Limits.RECIPE)))
                .isEqualTo(PyInt.of(7));
        assertThat(TextTemplate.of("${{ number }} ").value(NAMES, new Meter(Limits.RECIPE)))
                .isEqualTo(new PyStr("7 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${{ missing }}",
                "${{ missing ~ 'x' }}",
                "${{ (missing ~ 'x') | default('y') }}",
                "${{ missing == 'x' }}",
                "${{ 'x' != missing }}",
                "${{ not missing }}",
                "${{ missing and linux }}",
                "${{ 'x' if missing }}",
                "${{ missing.x }}",
                "${{ missing[0] }}",
                "${{ missing('x') }}",
                "${{ -missing }}",
                "${{ 'x' in missing }}",
                "${{ missing | upper }}",
                "${{ missing | list }}",
                "${{ missing | bool }}",
                "${{ [missing] | join(' ') }}"
            })
    void whatIsUndefinedIsAnErrorThatSaysWhatToWrite(String template) {
        assertThatThrownBy(() -> text(template))
                .isInstanceOf(PythonException.class)
                .hasMessage("UndefinedError: 'missing' is undefined for this platform and variant;"
                        + " where that may be, write '| default(…)'");
    }

    @Test
    void aMethodIsRefusedWithTheFilterThatDoesTheSame() {
        assertThatThrownBy(() -> text("${{ version.split('.') }}"))
                .isInstanceOf(PythonException.class)
                .hasMessage("AttributeError: '.split': a str has no methods in a recipe.yaml, but there are filters:"
                        + " write '| split(…)'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "${{ 0 < true }} => TypeError: an order of a int and a bool",
                "${{ true >= 1 }} => TypeError: an order of a bool and a int",
                "${{ version | title }} => no filter named 'title'; there is lower, upper",
                "${{ version is callable }} => no test named 'callable'; there is defined, undefined",
                "a {% if win %} => not supported: '{% … %}' in a recipe.yaml; write an expression with 'if' and 'else'"
            })
    void whatThereIsNotIsRefusedByName(String template, String expected) {
        assertThatThrownBy(() -> text(template))
                .isInstanceOf(PythonException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void namesAreThoseOfAllBranchesAndWhatFunctionsLookUp() {
        assertThat(TextTemplate.of("${{ compiler('c') if win else mpi.x | lower is startingwith 'a' }}")
                        .names())
                .containsExactlyInAnyOrder(
                        "compiler", "c_compiler", "c_compiler_version", "CONDA_BUILD_SYSROOT", "win", "mpi");
    }

    @Test
    void aBranchThatIsNotTakenLooksNothingUp() {
        StringBuilder asked = new StringBuilder();
        Scope recording = name -> {
            asked.append(name).append(' ');
            return Optional.of(PyBool.of(name.equals("linux")));
        };
        TextTemplate.ofExpression("linux or cuda").value(recording, new Meter(Limits.RECIPE));
        TextTemplate.ofExpression("win and cuda").value(recording, new Meter(Limits.RECIPE));
        assertThat(asked).hasToString("linux win ");
    }
}
