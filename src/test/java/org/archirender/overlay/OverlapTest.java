package org.archirender.overlay;

import static org.archirender.overlay.edit.EditStatus.APPLIED;
import static org.archirender.overlay.edit.EditStatus.OVERLAPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two edits of which one changes what the other wrote, or needs what the other took away, are an error. */
class OverlapTest {
    private static final FileTree BASE = FileTrees.of(
            "recipe/meta.yaml", """
                    build:
                      number: 0
                      noarch: python  # [win]
                    requirements:
                      host:
                        - python
                        - zlib
                    """,
            "recipe/build.sh", "./configure --a\nmake\n");
    private static final FileTree FILES = FileTrees.of(
            "x.diff",
            "--- a/build.sh\n+++ b/build.sh\n@@ -1,2 +1,2 @@\n-./configure --a\n+cmake .\n make\n",
            "new.sh",
            "x\n");

    private static final String SELECT = "- select-item: requirements/host\n  item: zlib\n  when: linux\n  why: w\n";
    private static final String REPLACE = "- replace-item: requirements/host\n  item: zlib\n  with: xz\n  why: w\n";
    private static final String FLAG = "- edit-flags: build.sh\n  command: ^./configure\n  add: [--b]\n";
    private static final String ENV = "- set-env: build.sh\n  vars: {A: b}\n";
    private static final String PATCH = "- apply-patch: x.diff\n  why: w\n";

    private static List<EditStatus> statuses(String edits) {
        return statuses(BASE, edits);
    }

    private static List<EditStatus> statuses(FileTree base, String edits) {
        return OverlayApplier.apply(base, FILES, Edits.overlay(edits), List.of(), new PortNames(new TreeMap<>()))
                .results()
                .stream()
                .map(EditResult::status)
                .toList();
    }

    /** The selector is beside the text that the first edit wrote. */
    @Test
    void anEditOfAPartOfALineLeavesTheOtherPartsToOthers() {
        assertThat(statuses("""
                - add-item: requirements/host
                  items: [xz]
                - select-item: requirements/host
                  item: xz
                  when: linux
                  why: w
                """)).containsExactly(APPLIED, APPLIED);
        assertThat(statuses(SELECT + "- bump-number: 1\n" + FLAG)).containsExactly(APPLIED, APPLIED, APPLIED);
        assertThat(statuses(FLAG + "- edit-flags: build.sh\n  command: ^./configure\n  change: {--a: --c}\n  why: w\n"))
                .containsExactly(APPLIED, APPLIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- remove-item: requirements/host\n  item: zlib\n  why: w\n",
                "- replace-item: requirements/host\n  item: zlib\n  with: xz\n  why: w\n",
                "- select-item: requirements/host\n  item: zlib\n  when: unix\n  why: w\n"
            })
    void whatAnEarlierEditWroteOfALineDoesNotGoWithIt(String edit) {
        assertThat(statuses(SELECT + edit)).containsExactly(APPLIED, OVERLAPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- delete-lines: build.sh\n  match: ^./configure\n  why: w\n",
                "- comment-lines: build.sh\n  match: ^./configure\n  why: w\n",
                "- replace-lines: build.sh\n  match: ^./configure\n  with: [\"./configure --a --b --c\"]\n  why: w\n",
                "- edit-flags: build.sh\n  command: ^./configure\n  remove: [--b]\n  why: w\n",
                "- delete-file: build.sh\n  why: w\n"
            })
    void neitherWithAWholeLineNorAFile(String edit) {
        assertThat(statuses(FLAG + edit)).containsExactly(APPLIED, OVERLAPS);
    }

    @Test
    void whatIsGoneCanNotBeEdited() {
        assertThat(statuses(REPLACE + SELECT)).containsExactly(APPLIED, OVERLAPS);
        assertThat(
                        statuses(
                                "- unset-key: build/noarch\n  why: w\n- set-key: build/noarch\n  value: x\n  was: python\n  why: w\n"))
                .containsExactly(APPLIED, OVERLAPS);
        assertThat(statuses("- delete-file: build.sh\n  why: w\n" + FLAG)).containsExactly(APPLIED, OVERLAPS);
    }

    @Test
    void aPatchedFileIsThePatchesAlone() {
        assertThat(statuses(PATCH + "- insert-lines: build.sh\n  at: end\n  lines: [x]\n"))
                .containsExactly(APPLIED, OVERLAPS);
        assertThat(statuses(ENV + PATCH)).containsExactly(APPLIED, OVERLAPS);
        assertThat(statuses(PATCH + SELECT + "- add-file: new.sh\n")).containsExactly(APPLIED, APPLIED, APPLIED);
    }

    @Test
    void anAddedFileMayBeEditedByItsOwnOverlay() {
        assertThat(statuses("- add-file: new.sh\n- insert-lines: new.sh\n  at: start\n  lines: [\"# new\"]\n"))
                .containsExactly(APPLIED, APPLIED);
        assertThat(statuses("- add-file: new.sh\n- replace-lines: new.sh\n  match: x\n  with: [y]\n  why: w\n"))
                .containsExactly(APPLIED, OVERLAPS);
        assertThat(statuses("- add-file: new.sh\n- add-file: new.sh\n")).containsExactly(APPLIED, OVERLAPS);
    }

    @Test
    void aFailedEditLeavesItsPlaceToOthers() {
        assertThat(statuses(FLAG.replace("--b", "--a") + "- edit-flags: build.sh\n  command: ^./configure\n"
                        + "  change: {--a: --c}\n  why: w\n"))
                .containsExactly(EditStatus.ALREADY_PRESENT, APPLIED);
    }

    private static final String SAME_LINES = """
            make
            ./configure --a --b
            make
            """;

    /** Each writes a line {@code ./configure}, be it by taking something away, or beside an equal one. */
    private static final List<String> WRITERS = List.of(
            "- replace-lines: build.sh\n  match: ^./configure\n  with: [./configure --a]\n  why: w\n",
            "- replace-lines: build.sh\n  match: ^./configure\n  with: [./configure --c, ./configure --a --b]\n  why: w\n",
            "- replace-lines: build.sh\n  match: ^./configure\n  with: [./configure --a --b, ./configure --a --b]\n  why: w\n",
            "- replace-lines: build.sh\n  match: ^./configure\n  with: [./configure --c]\n  why: w\n",
            "- edit-flags: build.sh\n  command: ^./configure\n  remove: [--b]\n  why: w\n",
            "- edit-flags: build.sh\n  command: ^./configure\n  change: {--a: --c}\n  why: w\n",
            "- edit-flags: build.sh\n  command: ^./configure\n  add: [--c]\n",
            "- insert-lines: build.sh\n  before: ^./configure\n  lines: [./configure --a --b]\n  repeat: true\n",
            "- insert-lines: build.sh\n  after: ^./configure\n  lines: [./configure --c]\n",
            "- comment-lines: build.sh\n  match: ^./configure\n  why: w\n");

    /** Each takes every line {@code ./configure} away. */
    private static final List<String> TAKERS = List.of(
            "- delete-lines: build.sh\n  match: ~configure\n  nth: 1\n  through: ^make\n  why: w\n",
            "- replace-lines: build.sh\n  match: ~configure\n  nth: 1\n  through: ^make\n  with: [x]\n  why: w\n",
            "- delete-file: build.sh\n  why: w\n");

    static Stream<Arguments> pairs() {
        return WRITERS.stream().flatMap(writer -> TAKERS.stream().map(taker -> Arguments.of(writer, taker)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whoTakesAwayWhatAnotherWroteIsTold(String writer, String taker) {
        assertThat(statuses(FileTrees.of("recipe/build.sh", SAME_LINES), writer + taker))
                .containsExactly(APPLIED, OVERLAPS);
    }

    @Test
    void aShorterItemIsStillWritten() {
        FileTree base = FileTrees.of("recipe/meta.yaml", "requirements:\n  host:\n    - zlib 1.2\n    - xz\n");
        assertThat(statuses(base, """
                - replace-item: requirements/host
                  item: zlib
                  with: zlib
                  why: w
                - remove-item: requirements/host
                  item: zlib
                  why: w
                """)).containsExactly(APPLIED, OVERLAPS);
    }
}
