package org.archirender.variant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFinderTest {
    private static final KeyFinder KEYS = KeyFinder.among(List.of(
            "python",
            "r_base",
            "mpi",
            "c_compiler",
            "c_compiler_version",
            "cxx_compiler",
            "c_stdlib",
            "c_stdlib_version",
            "cdt_name",
            "CONDA_BUILD_SYSROOT"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: {{ mpi }}",
                "x: {{mpi}}",
                "x: {{ mpi.split('.')[0] }}",
                "x: {{ mpi ~ 'a' }}",
                "  - {{ pin_compatible('mpi', max_pin='x') }}",
                "  - {{ pin_subpackage(\"mpi\") }}",
                "  - mpi",
                "  -  mpi  # [unix]",
                "  - mpi # why",
                "{% if mpi == 'nompi' %}",
                "{% elif not mpi %}",
                "{% if x_mpi_y %}",
                "{% for m in mpi %}",
                "{% set build = 1 + mpi %}",
                "{% set m = mpi|lower %}"
            })
    void aLineThatUsesTheKey(String line) {
        assertThat(KEYS.inText(line)).containsExactly("mpi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- mpi",
                "  - mpi >=4",
                "  - mpich",
                "  - 'mpi'",
                "x: {{ mpi_version }}",
                "x: {{ (mpi) }}",
                "x: {{ 'a' ~ mpi }}",
                "x: mpi",
                "{% set mpi = 1 %}",
                "{% set x = mpich %}",
                "{% for mpi in range(3) %}",
                "{{% if mpi %}",
                "{%- if mpi %}",
                "  skip: true  # [mpi]"
            })
    void aLineThatDoesNot(String line) {
        assertThat(KEYS.inText(line)).isEmpty();
    }

    @Test
    void aRequirementMayHaveADashForAnUnderscore() {
        assertThat(KEYS.inText("    - r-base\n")).containsExactly("r_base");
        assertThat(KEYS.inText("    - r_base\n")).containsExactly("r_base");
    }

    @Test
    void anExpressionMayNot() {
        assertThat(KEYS.inText("x: {{ pin_compatible('r-base') }}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"c, c_compiler, c_compiler_version", "cxx, cxx_compiler, cxx_compiler"})
    void aCompilerUsesItsKeys(String language, String first, String last) {
        KeyFinder keys = KeyFinder.among(List.of("c_compiler", "c_compiler_version", "cxx_compiler"));

        assertThat(keys.inText("    - {{ compiler('" + language + "') }}"))
                .startsWith(first)
                .endsWith(last);
    }

    @Test
    void compilersAndStdlibBringTheSysroot() {
        assertThat(KEYS.inText("    - {{ stdlib(\"c\") }}"))
                .containsExactly("CONDA_BUILD_SYSROOT", "c_stdlib", "c_stdlib_version");
    }

    @Test
    void aCompilerOfAVariableLanguageUsesNothing() {
        assertThat(KEYS.inText("    - {{ compiler(language) }}")).isEmpty();
    }

    @Test
    void aCdtUsesItsKeysEvenWhereItsLineIsNotKept() {
        String line = "    - {{ cdt('mesa') }}  # [osx]";

        assertThat(KEYS.inText(line)).containsExactly("cdt_name");
        assertThat(KEYS.inSelectors(line)).containsExactly("cdt_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  skip: true  # [mpi == 'nompi']",
                "  skip: true  # [mpi]",
                "  - hdf5 * {{ x }}  # [unix and mpi != 'nompi']",
                "  - x [mpi]"
            })
    void aSelectorThatNamesTheKey(String line) {
        assertThat(KEYS.inSelectors(line)).containsExactly("mpi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  skip: true  #  [mpi]",
                "  skip: true  #[mpi]",
                "  skip: true  # [(mpi)]",
                "  skip: true  # [mpich]",
                "  skip: true  # [x_mpi]",
                "  # a [b] # [mpi]",
                "  x: a[0]  # [mpi]",
                "  - mpi"
            })
    void aSelectorThatDoesNot(String line) {
        assertThat(KEYS.inSelectors(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo $mpi \n", "if [ ${mpi} ]", "a=${ mpi }", "cat $mpi | x", "x\n  y $mpi\n"})
    void aScriptThatExpandsTheKey(String script) {
        assertThat(KEYS.inShellScript(script)).containsExactly("mpi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"echo $mpi", "echo \"$mpi\"", "echo $a ${mpi}", "echo ${mpi:-x}", "echo $mpich ", "mpi=1\n", "$"
            })
    void aScriptThatDoesNot(String script) {
        assertThat(KEYS.inShellScript(script)).isEmpty();
    }

    @Test
    void aBatchFileExpandsBetweenPercentSigns() {
        assertThat(KEYS.inScript("bld.bat", "echo %mpi% $python \r\n")).containsExactly("mpi");
        assertThat(KEYS.inScript("build.py", "$mpi ")).isEmpty();
    }

    @Test
    void keysThatCanNotOccurAreLeftOut() {
        String recipe = "    - {{ compiler('c') }}\n    - r-base\n{% if x_mpi_y %}\n    - {{ cdt('x') }}\n";
        KeyFinder narrowed = KeyFinder.occurring(KEYS.keys(), List.of(recipe));

        assertThat(narrowed.keys()).doesNotContain("python", "cxx_compiler");
        assertThat(narrowed.inText(recipe)).isEqualTo(KEYS.inText(recipe)).contains("mpi", "r_base", "cdt_name");
    }

    @Test
    void linesAreThoseOfPython() {
        assertThat(new TreeSet<>(KeyFinder.lines("a\r\nb\rc\u2028d\u000be"))).containsExactly("a", "b", "c", "d", "e");
    }
}
