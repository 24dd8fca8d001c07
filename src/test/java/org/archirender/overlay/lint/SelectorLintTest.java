package org.archirender.overlay.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.overlay.Edits;
import org.archirender.overlay.edit.Edit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorLintTest {
    private static final SelectorLint LINT = new SelectorLint(List.of("cuda_compiler_version", "blas_impl"));

    private static List<String> found(String edit) {
        Edit read = Edits.overlay(edit).edits().get(0);
        return LINT.check(read).stream()
                .map(finding -> finding.problem().message())
                .toList();
    }

    private static List<String> inSelector(String selector) {
        return found("- select-item: requirements/host\n  item: tk\n  when: |-\n    " + selector + "\n  why: w\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aarch64",
                "linux and not aarch64",
                "win or osx",
                "py27",
                "py>=36 and py < 310",
                "np == 120",
                "target_platform == 'linux-aarch64'",
                "build_platform != target_platform",
                "cuda_compiler_version != 'None'",
                "(blas_impl or '') in ('mkl', \"nomkl\")",
                "environ.get('CI', '').lower() == 'x'",
                "int(py) % 2 and True is not None",
                "linux if unix else osx",
                "x86_64 and str(lua) == '5'",
                "always"
            })
    void whatIsDefinedSomewhereIsKnown(String selector) {
        assertThat(inSelector(selector)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "aarch46, aarch46",
                "linux and blas == 'mkl', blas",
                "not windows, windows",
                "`'aarch64' in platform`, platform",
                "`env['X'] == 'aarch64'`, env"
            })
    void aNameThatNobodyDefinesIsFound(String selector, String name) {
        assertThat(inSelector(selector))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("select-item requirements/host: the selector [" + selector + "] has the unknown name '"
                        + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux and", "(linux", "linux aarch64", "not", "py = 27", "linux && osx"})
    void whatIsNoExpressionIsFound(String selector) {
        assertThat(inSelector(selector))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("select-item requirements/host: the selector [" + selector + "] is no expression: ");
    }

    @Test
    void everySelectorThatAnItemBringsIsLookedAt() {
        assertThat(found("""
                        - add-item: source
                          items: ["url: a  # [aarch46]\\nsha256: b  # a note [linxu]"]
                          comment: see [1]
                        """)).hasSize(2);
        assertThat(found("- replace-item: a\n  item: tk  # [xx]\n  with: \"b  # [yy]\"\n  why: \"c # [zz]\"\n"))
                .singleElement()
                .asString()
                .contains("[yy]");
        assertThat(found("- set-key: build/skip\n  value: \"True  # [aarch46]\"\n  why: w\n"))
                .hasSize(1);
    }

    @Test
    void aBracketBehindWhichAParenthesisFollowsIsNoSelector() {
        assertThat(found("- add-item: a\n  items: [\"tk  # [see] (there)\"]\n")).isEmpty();
        assertThat(found("- add-item: a\n  items: [\"tk[extra]\"]\n")).isEmpty();
    }

    @Test
    void aScriptHasNoSelectors() {
        assertThat(found("- insert-lines: build.sh\n  at: end\n  lines: [\"make  # [aarch46]\"]\n"))
                .isEmpty();
    }

    @Test
    void twoNamesAreTwoFindings() {
        assertThat(inSelector("foo and bar or foo")).hasSize(2);
    }
}
