package org.archirender.overlay.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.overlay.Overlay;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.junit.jupiter.api.Test;

class IndentLintTest {
    private static final String FILE = "overlays/example/overlay.yaml";
    private static final FileTree BASE = FileTrees.of(
            "recipe/meta.yaml",
            "requirements:\n  host:\n    - zlib\ntest:\n",
            "recipe/build.sh",
            "if true; then\n    make check\nfi\nmake install\n");

    private static List<String> found(String edits) {
        String text = "overlay: 1\npackage: example\nedits:\n" + edits;
        return Lint.overlay(Overlay.read(text, FILE), text, BASE, FileTree.empty(), List.of()).stream()
                .map(finding ->
                        finding.severity() + " " + finding.problem().toString().substring(FILE.length()))
                .toList();
    }

    @Test
    void aBlockLosesTheIndentThatTheReplacedLineHas() {
        String advice = "\n  fix: write '|2', and for an indent of 4 put %d blanks before the line;"
                + " or a list of quoted lines";
        assertThat(found("""
                        - replace-lines: build.sh
                          match: make check
                          with: |
                            make check || true
                          why: x
                        """))
                .containsExactly(
                        "WARNING :6:9: replace-lines build.sh: 'make check || true' lands without an indent, beside"
                                + " a line that has one of 4: YAML takes that of a block's first line away"
                                + advice.formatted(8));
        assertThat(found("""
                          - insert-lines: build.sh
                            after: make check
                            lines:
                            - |-
                                  make more
                        """))
                .containsExactly(
                        "WARNING :7:7: insert-lines build.sh: 'make more' lands without an indent, beside a line"
                                + " that has one of 4: YAML takes that of a block's first line away"
                                + advice.formatted(10));
    }

    @Test
    void theAdviceGivesTheIndent() {
        String text = "overlay: 1\npackage: example\nedits:\n- replace-lines: build.sh\n  match: make check\n"
                + "  with: |2\n" + " ".repeat(8) + "make check || true\n  why: x\n";
        assertThat(Overlay.read(text, FILE).edits().get(0).written().lines("with"))
                .containsExactly("    make check || true");
        String list = "overlay: 1\npackage: example\nedits:\n  - insert-lines: build.sh\n    after: make check\n"
                + "    lines:\n    - |2\n" + " ".repeat(10) + "make more\n";
        assertThat(Overlay.read(list, FILE).edits().get(0).written().lines("lines"))
                .containsExactly("    make more");
    }

    @Test
    void whatIsMeantIsLeftAlone() {
        assertThat(found("""
                        - replace-lines: build.sh
                          match: make check
                          with: |2
                                make check || true
                          why: x
                        - replace-lines: build.sh
                          match: make install
                          with: |
                              ./make install
                          why: x
                        - insert-lines: build.sh
                          at: end
                          lines: >
                            one
                        - insert-lines: build.sh
                          before: make check
                          lines: ["    one", two, "  three"]
                        - insert-lines: build.sh
                          before: no such line
                          lines: |
                            one
                        """)).isEmpty();
    }

    @Test
    void whereAnIndentMeansSomethingItIsMissedAnywhere() {
        assertThat(found("""
                        - insert-lines: meta.yaml
                          before: "test:"
                          lines: |
                              run:
                                - zlib
                        """))
                .containsExactly(
                        "WARNING :6:10: insert-lines meta.yaml: 'run:' lands without an indent: YAML takes that of a"
                                + " block's first line away\n  fix: write '|2', and for an indent of 2 put 6 blanks before the"
                                + " line; or a list of quoted lines");
    }

    @Test
    void blanksBeforeAnUnquotedLineAreGone() {
        assertThat(found("""
                        - insert-lines: build.sh
                          before: make check
                          lines:
                            -     one
                            - two
                        """))
                .containsExactly(
                        "WARNING :7:11: insert-lines build.sh: 'one' lands without an indent: YAML takes blanks"
                                + " before a text away\n  fix: quote the line, its indent too, or write one blank before it");
    }

    @Test
    void linesThatBecomeOneAreTold() {
        String keep = "\n  fix: write them as a block behind '|', or as a list of lines";
        assertThat(found("""
                        - insert-lines: build.sh
                          at: end
                          lines:
                            cd test
                            make
                        - insert-lines: build.sh
                          at: end
                          lines: >-
                            cd test
                            make test
                        """))
                .containsExactly(
                        "WARNING :7:5: insert-lines build.sh: its lines become one, 'cd test make'" + keep,
                        "WARNING :11:10: insert-lines build.sh: its 2 lines become 'cd test make test'" + keep);
    }
}
