package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;

class LintCommandTest {
    private final Shell shell = Shell.empty().withPort();

    @Test
    void aCleanWorkspaceHasNothingToSay() {
        Said said = shell.withPackage("zlib", "").run("lint");
        assertThat(said.err()).isEqualTo("1 package, 0 problems, 0 warnings\n");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void everyFileIsLookedAtWhateverIsWrongWithTheOthers() {
        shell.withPackage("xz", "")
                .withPackage("zlib", "")
                .file("overlays/xz/overlay.yaml", "overlay: 1\npackage: xz\nedit: []\n")
                .file("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\nedits: {}\n")
                .file("templates/ci/build.sh.ftl", "[#if")
                .file("pinnings.yaml", "a: [\n");
        Said said = shell.run("lint");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .contains(
                        "\npinnings.yaml:",
                        "\noverlays/xz/overlay.yaml:3:1: error: ",
                        "\noverlays/zlib/overlay.yaml:3:8:")
                .startsWith("templates/ci/build.sh.ftl:1")
                .endsWith("2 packages, 4 problems, 0 warnings\n");
    }

    @Test
    void aListInBracketsThatPinningsTakeForASelectorIsAWarningOfLintAndOfARendering() {
        shell.withPackage("zlib", "").file("pinnings.yaml", """
                python: ["3.11", "3.12"]
                c_compiler:  # [linux]
                - gcc  # a note
                zlib: ['1.2']  # [osx]
                zip_keys:
                  - [python, numpy]
                """);
        String warnings = """
                pinnings.yaml:1:9: warning: ["3.11", "3.12"] at the end of the line is read as a selector
                  fix: write the list below, a line a value
                pinnings.yaml:6:5: warning: [python, numpy] at the end of the line is read as a selector
                  fix: write the list below, a line a value
                """;
        assertThat(shell.run("lint", "zlib").err()).startsWith(warnings);
        assertThat(shell.run("zlib").err()).startsWith(warnings).contains("zip_keys has a group without keys");
    }

    private String warnings() {
        Said said = shell.run("lint");
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.err();
    }

    @Test
    void whatLiesWhereNobodyReadsItIsAWarning() {
        shell.withPackage("zlib", "")
                .file("overlays/port.yml", "")
                .file("overlays/README.md", "notes")
                .file("overlays/zlib/Overlay.yaml", "")
                .file("overlays/zlib/patches/a.patch", "")
                .file("templates/stray.ftl", "")
                .file("migrations/x.yml", "");
        assertThat(warnings().lines().filter(line -> line.contains("warning:")))
                .containsExactly(
                        "overlays/port.yml: warning: nobody reads this; did you mean 'port.yaml'?",
                        "overlays/zlib/Overlay.yaml: warning: nobody reads this; did you mean 'overlay.yaml'?",
                        "overlays/zlib/patches: warning: nobody reads this",
                        "templates/stray.ftl: warning: nobody reads this",
                        "migrations/x.yml: warning: nobody reads this");
    }

    @Test
    void whatAPortSaysAndNobodyUsesIsAWarning() {
        shell.withPackage("zlib", "- set-env: build.sh\n  vars: {A: '@used@'}\n  why: w\n")
                .file("overlays/port.yaml", shell.read("overlays/port.yaml").replace("archiarm", "other") + """
                        binutils: x
                        names: {used: a, unused: b}
                        settings: {image: c}
                        rules:
                          - unset-key: build/noarch
                            when: {has: build/noarch}
                            why: w
                        """);
        assertThat(warnings().lines().filter(line -> line.contains("warning:")))
                .containsExactly(
                        "overlays/port.yaml:13:5: warning: unset-key build/noarch: no package meets the rule's 'when'",
                        "overlays/port.yaml:9:1: warning: no edit says '@binutils@'",
                        "overlays/port.yaml:10:18: warning: no edit says '@unused@'",
                        "overlays/port.yaml:11:12: warning: no template reads 'settings.image'",
                        "overlays/port.yaml:6:10: warning: the channel is 'other', and channel_targets of pinnings.yaml"
                                + " says 'archiarm'");
    }

    @Test
    void aPinThatNoVariantHasIsAWarning() {
        shell.withPackage("zlib", "")
                .file(
                        "overlays/zlib/overlay.yaml",
                        "overlay: 1\npackage: zlib\npins: {c_compiler: [gcc], c_compilre: [gcc]}\n");
        assertThat(warnings()).isEqualTo("""
                        overlays/zlib/overlay.yaml:3:27: warning: nothing in the recipe uses 'c_compilre', which is pinned \
                        here; did you mean 'c_compiler'?
                          fix: correct it, or take it out
                        1 package, 0 problems, 1 warning
                        """);
    }

    @Test
    void lintSaysWhatRenderingWouldSay() {
        Said said = shell.withPackage("zlib", "- delete-lines: build.sh\n  match: mkae\n  why: w\n")
                .run("lint");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("ANCHOR_MISSING").endsWith("1 package, 1 problem, 0 warnings\n");
    }

    @Test
    void anEditThatHasServedItsTimeIsAWarning() {
        Said said = shell.withPackage("zlib", """
                - delete-lines: build.sh
                  match: make
                  why: the image has no make yet
                  until: 2019-12-31
                """).run("lint", "zlib");
        assertThat(said.exitCode()).isZero();
        assertThat(said.err()).isEqualTo("""
                overlays/zlib/overlay.yaml:5:5: warning: delete-lines build.sh: EXPIRED: it was to last until 2019-12-31
                  fix: delete the edit, or say anew how long it lasts
                1 package, 0 problems, 1 warning
                """);
    }

    @Test
    void anEditLastsUntilItsVersionInCondasOrder() {
        shell.withPackage("zlib", """
                - delete-lines: build.sh
                  match: make
                  why: mended upstream in 1.0
                  until: version >= 1.0rc1
                """);
        assertThat(shell.run("lint").err()).contains("EXPIRED: it was to last until version >= 1.0rc1");
    }

    @Test
    void programsGetADocument() {
        Said said = shell.withPackage("zlib", "").run("lint", "--format", "json");
        assertThat(said.out()).isEqualTo("""
                {
                  "problems" : [ ],
                  "warnings" : [ ]
                }
                """);
    }
}
