package org.archirender.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.archirender.conda.Platform;
import org.archirender.python.library.Python;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

/** Selectors for linux-aarch64 with python 3.10. */
class SelectorTest {
    static Scope names() {
        Map<String, String> variant = new LinkedHashMap<>();
        variant.put("python", "3.10.* *_cpython");
        variant.put("numpy", "1.22");
        variant.put("perl", "5.32.1");
        variant.put("lua", "5");
        variant.put("target_platform", "linux-aarch64");
        variant.put("cuda_compiler_version", "None");
        variant.put("c_compiler_version", "13");
        variant.put("mpi", "openmpi");
        variant.put("is_abi3", "true");
        variant.put("hdf5", "1.14.6");
        Map<String, String> environ = new LinkedHashMap<>();
        environ.put("CF_CUDA_ENABLED", "True");
        return SelectorNames.scope(Platform.of("linux-aarch64"), variant, environ);
    }

    private static String outcome(String selector) {
        try {
            return String.valueOf(Selector.of(selector).holds(names()));
        } catch (PythonException e) {
            return e.family().label();
        }
    }

    private static void check(String table) {
        Python.check(table, SelectorTest::outcome);
    }

    @Test
    void platforms() {
        check("""
                linux                    => true
                unix                     => true
                win                      => false
                osx                      => false
                aarch64                  => true
                arm64                    => false
                linux64                  => false
                x86                      => false
                x86_64                   => false
                ppc64le or aarch64       => true
                linux and not aarch64    => false
                not win                  => true
                linux & (ppc64le | aarch64) => true
                """);
    }

    @Test
    void languages() {
        check("""
                py == 310                => true
                py >= 39                 => true
                py>=38 and py<311        => true
                py3k                     => true
                py2k                     => false
                py27                     => false
                not py==27               => true
                np == 122                => true
                lua == '5'               => true
                luajit                   => false
                pl == '5.32.1'           => true
                """);
    }

    @Test
    void variantValuesAreNumbersOrBoolsWhereTheyReadAsSuch() {
        check("""
                c_compiler_version >= 12 => true
                c_compiler_version == '13' => false
                cuda_compiler_version == 'None' => true
                cuda_compiler_version != "None" => false
                mpi == 'openmpi'         => true
                mpi != 'nompi'           => true
                is_abi3                  => true
                is_abi3 == True          => true
                hdf5 == '1.14.6'         => true
                build_platform == target_platform => true
                target_platform.startswith('linux-') => true
                """);
    }

    @Test
    void theEnvironment() {
        check("""
                environ.get('CF_CUDA_ENABLED') == 'True' => true
                os.environ.get('CF_CUDA_ENABLED', 'False') == 'True' => true
                os.environ.get('NOSUCH')  => false
                os.getenv('NOSUCH', 'x') == 'x' => true
                CF_CUDA_ENABLED == 'True' => true
                os.sep == '/'            => true
                os.nosuch                => AttributeError
                """);
    }

    @Test
    void unknownNamesAreFalse() {
        check("""
                vc                       => false
                vc<14                    => true
                not vc                   => true
                win and vc<14            => false
                vc == 'x'                => false
                cross == target          => true
                megabuild or linux       => true
                """);
    }

    @Test
    void unknownNamesBecomeTextOnlyWhenTheyAreMet() {
        check("""
                win and nosuch.x         => false
                linux or nosuch.x        => true
                linux and nosuch.x       => AttributeError
                linux-64                 => true
                nosuch-64                => true
                variant and variant.startswith('root_') => false
                """);
    }

    @Test
    void theTextFalseIsPutWhereverTheSelectorHasTheName() {
        check("""
                a and x                  => SyntaxError
                a or x == 'a'            => false
                nosuch or x == 'nosuch'  => false
                nosuch or 'False' == 'nosuch' => true
                """);
    }

    @Test
    void builtInNamesHold() {
        check("""
                license                  => true
                any                      => true
                ...                      => true
                int(py) > 300            => true
                float('1.5') > 1         => true
                len(mpi) == 7            => true
                """);
    }

    @Test
    void proseMayBeASelectorToo() {
        check("""
                LGPL-2.1, GPL-2.0        => true
                unix x86_64              => SyntaxError
                py=27                    => SyntaxError
                win and (py              => SyntaxError
                see https://example.com  => SyntaxError
                """);
    }

    @Test
    void errorsKnowTheirPlace() {
        assertThatThrownBy(() -> Selector.of("linux and py=27").holds(names()))
                .isInstanceOfSatisfying(
                        PythonException.class, e -> assertThat(e.offset()).isEqualTo(12));
    }

    @Test
    void replacingThatComesToNoEndStops() {
        assertThat(outcome("F")).isEqualTo("false");
        assertThat(outcome("Fals")).isEqualTo("false");
        assertThat(outcome("e + e")).isNotEmpty();
    }

    @Test
    void selectorsAreEqualByTheirText() {
        assertThat(Selector.of("win")).isEqualTo(Selector.of("win")).isNotEqualTo(Selector.of("osx"));
        assertThat(Selector.of("win")).hasToString("[win]").hasSameHashCodeAs(Selector.of("win"));
    }
}
