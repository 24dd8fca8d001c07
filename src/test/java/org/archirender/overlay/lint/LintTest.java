package org.archirender.overlay.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.Edits;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.Rule;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.lint.LintFinding.Severity;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class LintTest {
    private static final String FILE = "overlays/example/overlay.yaml";
    private static final FileTree BASE = FileTrees.of(
            "recipe/meta.yaml",
            "source:\n  patches:\n    - old.patch\n",
            "recipe/there.patch",
            "x\n",
            "recipe/build.sh",
            "patch -i there.patch\n");

    private static List<LintFinding> lint(String edits, FileTree files) {
        String text = "overlay: 1\npackage: example\nedits:\n" + edits;
        return Lint.overlay(Overlay.read(text, FILE), text, BASE, files, List.of("cuda_compiler_version"));
    }

    private static List<String> found(String edits) {
        return words(lint(edits, FileTree.empty()));
    }

    private static List<String> words(List<LintFinding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() + " " + finding.problem())
                .toList();
    }

    @Test
    void aSumThatIsNoneIsFound() {
        String sum = "0".repeat(64);
        assertThat(found("- set-version: 1\n  sha256: abc\n  why: w\n- set-key: source/sha256\n  value: " + sum
                        + "0\n  why: w\n"))
                .containsExactly(
                        "WARNING " + FILE
                                + ":4:3: set-version 1: 'abc' is no sha256, which has 64 digits of 0-9 and a-f\n"
                                + "  fix: give what sha256sum prints of the source",
                        "WARNING " + FILE + ":7:3: set-key source/sha256: '" + sum
                                + "0' is no sha256, which has 64 digits of"
                                + " 0-9 and a-f\n  fix: give what sha256sum prints of the source");
        assertThat(found("- set-version: 1\n  sha256: " + sum
                        + "\n  why: w\n- set-key: source/sha256\n  value: '{{ sum }}'\n  why: w\n"))
                .isEmpty();
    }

    @Test
    void anUnquotedItemLosesItsSelector() {
        assertThat(found("- add-item: requirements/host\n  items:\n    - tk  # [aarch64]\n    - \"xz  # [aarch64]\"\n"))
                .containsExactly("ERROR " + FILE + ":6:7: 'tk' lost its '# [aarch64]', which YAML reads as a comment\n"
                        + "  fix: quote the whole: \"tk  # [aarch64]\"");
        assertThat(
                        found(
                                "- replace-item: requirements/host\n  item: \ud83d\ude00  # [a comment] of mine\n  with: tk # [linux]\n  why: w\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains(":6:9: 'tk' lost its '# [linux]'");
        assertThat(found("- bump-number: 1  # the first build\n")).isEmpty();
    }

    @Test
    void aPatchThatNothingRefersTo() {
        assertThat(words(lint("- add-file: new.patch\n", FileTrees.of("new.patch", "x"))))
                .containsExactly("WARNING " + FILE + ":4:3: nothing refers to the patch 'new.patch' that is added\n"
                        + "  fix: add it to source/patches, or delete the edit");
        assertThat(lint("- add-file: old.patch\n", FileTrees.of("old.patch", "x")))
                .isEmpty();
        assertThat(lint(
                        "- add-item: source/patches\n  items: [\"new.patch  # [aarch64]\"]\n  why: w\n- add-file: new.patch\n",
                        FileTrees.of("new.patch", "x")))
                .isEmpty();
    }

    @Test
    void aPatchThatIsNowhere() {
        assertThat(found("- add-item: source/patches\n  items: [ther.patch]\n  why: w\n"))
                .containsExactly("ERROR " + FILE + ":4:3: the patch 'ther.patch' is neither in the base nor added;"
                        + " did you mean 'there.patch'?\n  fix: put it into files/ and say 'add-file: ther.patch'");
        assertThat(found("- add-item: source/patches\n  items: [there.patch]\n  why: w\n"))
                .isEmpty();
    }

    @Test
    void aFileThatNoEditUses() {
        assertThat(words(lint("- bump-number: 1\n", FileTrees.of("sub/x.sh", "x"))))
                .containsExactly("WARNING overlays/example/files/sub/x.sh: no edit uses this file\n"
                        + "  fix: say 'add-file: sub/x.sh', or delete it");
    }

    @Test
    void aChecksumThatGoes() {
        assertThat(found("- unset-key: \"source[folder=tcl]/sha256\"\n  keep: comment\n  why: w\n"))
                .containsExactly("WARNING " + FILE + ":4:3: unset-key source[folder=tcl]/sha256 removes a sha256\n"
                        + "  fix: set the one of the source that is meant, with set-key or set-version: without it a"
                        + " download is not checked");
        assertThat(found("- delete-lines: meta.yaml\n  match: \"^sha256:\"\n  why: w\n"))
                .hasSize(1);
        assertThat(found("- unset-key: source/md5\n  why: w\n")).isEmpty();
    }

    @Test
    void aSelectorWithAnUnknownName() {
        assertThat(found("- select-item: requirements/host\n  item: tk\n  when: not aarch46\n  why: w\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR " + FILE + ":4:3: select-item requirements/host: the selector [not aarch46] has the"
                        + " unknown name 'aarch46'; did you mean 'aarch64'")
                .endsWith("\n  fix: an unknown name is false on every platform: correct it, or add it to the pinnings");
        assertThat(found("- add-item: requirements/host\n  items: [\"tk  # [linux and (py27]\"]\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("the selector [linux and (py27] is no expression: ");
        assertThat(found(
                        "- add-item: requirements/host\n  items: [\"tk  # [linux and py>=36 and (cuda_compiler_version or"
                                + " 'None') != 'None' and environ.get('X')]\"]\n"))
                .isEmpty();
        assertThat(found("- select-item: requirements/host\n  item: tk\n  when: np > 120 and r_base\n  why: w\n"))
                .as("what conda-build's own defaults define")
                .isEmpty();
    }

    @Test
    void aSecretInClear() {
        String token = "ghp_" + "a1".repeat(18);
        assertThat(found("- set-env: build.sh\n  vars: {X: " + token + "}\n"))
                .containsExactly("ERROR " + FILE + ":5:13: this looks like a token of GitHub\n"
                        + "  fix: keep it with the CI provider, refer to it by name, and revoke this one");
        assertThat(found("- set-env: build.sh\n  vars: {UPLOAD_TOKEN: correcthorse}\n"))
                .containsExactly("ERROR " + FILE + ":5:24: this looks like a UPLOAD_TOKEN in clear\n"
                        + "  fix: keep it with the CI provider, refer to it by name, and revoke this one");
        assertThat(
                        found(
                                "- set-env: build.sh\n  vars: {UPLOAD_TOKEN: \"${BINSTAR_TOKEN}\", A_PASSWORD: BINSTAR_TOKEN}\n"))
                .isEmpty();
        assertThat(words(lint(
                        "- add-file: run.sh\n",
                        FileTrees.of("run.sh", "git clone https://me:hunter22@example.org/x\n"))))
                .containsExactly("ERROR overlays/example/files/run.sh: has a password in an address\n"
                        + "  fix: keep it with the CI provider, refer to it by name, and revoke this one");
    }

    @Test
    void whatTheCiProviderKeepsIsNoSecret() {
        String text = "overlay: 1\npackage: example\nconfig:\n  shippable: {secure: {A_TOKEN: archiconda-upload}}\n";
        assertThat(Lint.overlay(Overlay.read(text, FILE), text, BASE, FileTree.empty(), List.of()))
                .isEmpty();
        String clear = text.replace("secure", "env");
        assertThat(Lint.overlay(Overlay.read(clear, FILE), clear, BASE, FileTree.empty(), List.of()))
                .hasSize(1);
    }

    @Test
    void aRuleIsLintedToo() {
        String text =
                "rules:\n  - select-item: requirements/host\n    item: tk\n    selector: aarch46\n    when: {uses: tk}\n    why: w\n";
        YamlReader.read(text, "port.yaml");
        List<Rule> rules = new ArrayList<>();
        rules.addAll(Rule.read(
                ((Sequence) YamlReader.read(text.substring(7).indent(-2), "port.yaml")
                                .orElseThrow())
                        .items(),
                problem -> {
                    throw new AssertionError(problem);
                }));
        assertThat(Lint.port(text, "port.yaml", rules, List.of())).hasSize(1);
    }

    @Test
    void anEditThatHasServedItsTime() {
        List<Edit> edits = Edits.overlay(
                        "- bump-number: 1\n  until: 2026-12-31\n- number: 1\n  until: version >= 1.7\n- number: 2\n")
                .edits();
        LocalDate day = LocalDate.of(2026, 12, 31);
        assertThat(Lint.expired(edits, day, Optional.of("1.6"))).isEmpty();
        assertThat(Lint.expired(edits, day, Optional.empty())).isEmpty();
        List<LintFinding> over = Lint.expired(edits, day.plusDays(1), Optional.of("1.7"));
        assertThat(over).extracting(LintFinding::severity).containsOnly(Severity.WARNING);
        assertThat(words(over))
                .containsExactly(
                        "WARNING " + FILE + ":4:3: bump-number: EXPIRED: it was to last until 2026-12-31\n"
                                + "  fix: delete the edit, or say anew how long it lasts",
                        "WARNING " + FILE + ":6:3: number: EXPIRED: it was to last until version >= 1.7\n"
                                + "  fix: delete the edit, or say anew how long it lasts");
    }

    @Test
    void inARecipeYamlConditionsHaveItsNames() {
        FileTree base = FileTrees.of("recipe/recipe.yaml", """
                context:
                  with_gui: false
                requirements:
                  host:
                    - tk  # [win]
                    - zlib  # as in a[0]
                    # - png  # [win]
                """);
        String text = """
                overlay: 1
                package: example
                edits:
                  - add-item: requirements/host
                    items: [a]
                    when: linux and with_gui and cuda_compiler_version != "None" and match(python, ">=3")
                  - add-item: requirements/host
                    items: [b]
                    when: aarch and py < 312
                  - select-item: requirements/host
                    item: tk
                    when: not (win
                    why: w
                """;
        assertThat(words(Lint.overlay(
                        Overlay.read(text, FILE),
                        text,
                        base,
                        FileTree.empty(),
                        List.of("cuda_compiler_version", "python"))))
                .containsExactly("""
                        WARNING overlays/example/base/recipe/recipe.yaml:5: # [win] is only a comment in a recipe.yaml: what \
                        stands there counts always
                          fix: say select-item with 'when: win', where that is meant""", """
                        ERROR overlays/example/overlay.yaml:7:5: add-item requirements/host: the condition 'aarch and py < \
                        312' has the unknown name 'aarch'; did you mean 'aarch64', 'match' or 'linuxaarch64'?
                          fix: an unknown name is an error in a recipe.yaml: correct it, or add it to the pinnings""", """
                        ERROR overlays/example/overlay.yaml:7:5: add-item requirements/host: the condition 'aarch and py < \
                        312' has the unknown name 'py'
                          fix: a recipe.yaml has no py: write match(python, "<3.12")""", """
                        ERROR overlays/example/overlay.yaml:10:5: select-item requirements/host: the condition 'not (win' is \
                        no expression: SyntaxError: an unexpected '}'
                          fix: write it as in 'linux and not aarch64'""");
    }
}
