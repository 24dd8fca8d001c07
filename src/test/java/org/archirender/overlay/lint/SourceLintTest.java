package org.archirender.overlay.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLintTest {
    private static List<String> found(String text) {
        return SourceLint.check(text, "overlay.yaml").stream()
                .map(finding -> finding.problem().toString())
                .toList();
    }

    @Test
    void aSelectorThatYamlTookForACommentIsFoundWhereItStands() {
        assertThat(found("edits:\n  - add-item: a\n    items:\n      - gr\u00f6\u00dfe \ud83d\ude00  # [aarch64]\n"))
                .containsExactly(
                        "overlay.yaml:4:9: 'gr\u00f6\u00dfe \ud83d\ude00' lost its '# [aarch64]', which YAML reads as a"
                                + " comment\n  fix: quote the whole: \"gr\u00f6\u00dfe \ud83d\ude00  # [aarch64]\"");
    }

    @Test
    void theFixOfAListIsOneThatMeansTheSame() {
        assertThat(found("edits:\n  - items: [a, tk]  # [win]\n"))
                .containsExactly(
                        "overlay.yaml:2:16: 'tk' lost its '# [win]', which YAML reads as a comment\n  fix: write it"
                                + " behind each item that it is for, and quote that: [\"tk  # [win]\"]");
        assertThat(found("pins:\n  numpy: [9]  # [aarch64]\n"))
                .containsExactly(
                        "overlay.yaml:2:11: '9' lost its '# [aarch64]', which YAML reads as a comment\n  fix: take it"
                                + " out: no line here has a selector");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edits:\n  with: tk # [win]\n",
                "edits:\n  with: tk\t#[win]  \n",
                "edits:\n  items: [a, tk]  # [win]\n",
                "edits:\n  when: {has: tk}  # [win]\n",
                "edits:\r\n  - tk >=8  # [ win ]\r\n"
            })
    void anyFormOfIt(String text) {
        assertThat(found(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with: \"tk  # [win]\"\n",
                "with: 'tk'  # [win]\n",
                "with: tk  # a note [1] of mine\n",
                "with: tk  # note\n",
                "with: tk#[win]\n",
                "with: |  # [win]\n  tk\n",
                "with: tk\n# [win]\n",
                "# [win]\nwith: tk\n"
            })
    void whatIsQuotedOrANoteIsMeantSo(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void anOverlayWithoutTextHasNothing() {
        assertThat(found("")).isEmpty();
        assertThat(found("# [win]\n")).isEmpty();
    }

    @Test
    void aSecretIsFoundByItsKeyAtAnyDepth() {
        String config = "config:\n  azure:\n    upload:\n      - token: correcthorse\n";
        assertThat(found(config))
                .containsExactly("overlay.yaml:4:16: this looks like a token in clear\n"
                        + "  fix: keep it with the CI provider, refer to it by name, and revoke this one");
        assertThat(found("password: [correcthorse, batterystaple]\n")).hasSize(2);
    }

    @Test
    void whatStandsBelowSecureIsEncrypted() {
        assertThat(found("travis: {secure: {BINSTAR_TOKEN: correcthorse}}\n")).isEmpty();
        assertThat(found("travis: {BINSTAR_TOKEN: {secure: correcthorsebattery}}\n"))
                .isEmpty();
    }
}
