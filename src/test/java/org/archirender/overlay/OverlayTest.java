package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.Pair;
import org.archirender.overlay.edit.Place;
import org.archirender.overlay.edit.Until;
import org.archirender.overlay.patch.AddFile;
import org.archirender.overlay.recipe.AddItem;
import org.archirender.overlay.recipe.BumpNumber;
import org.archirender.overlay.script.EditFlags;
import org.archirender.overlay.script.InsertLines;
import org.archirender.overlay.script.ReplaceLines;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final String FILE = "overlays/libpng/overlay.yaml";

    private static Overlay read(String text) {
        return Overlay.read(text, FILE);
    }

    private static Edit edit(String edit) {
        return read("overlay: 1\npackage: libpng\nedits:\n" + edit.indent(2))
                .edits()
                .get(0);
    }

    private static String refusal(String text) {
        try {
            read(text);
        } catch (InputException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("read without a word: " + text);
    }

    private static String refusedEdit(String edit) {
        return refusal("overlay: 1\npackage: libpng\nedits:\n" + edit.indent(2));
    }

    @Test
    void readsWhatAnOverlaySays() {
        Overlay overlay = read("""
                        overlay: 1
                        package: libpng
                        base: {repo: conda-forge/libpng-feedstock, commit: 0035b25c, version: 1.6.36}
                        skip: no NEON here
                        config:
                          shippable: {projectId: 5c34}
                        pins: {numpy: ["1.11"]}
                        providers: [docker]
                        edits:
                          - bump-number: 1
                            why: first linux-aarch64 build of a published version
                          - add-item: source/patches
                            items: ["revert-neon.patch  # [aarch64]"]
                            why: NEON palette expansion fails the test suite
                            upstream: https://example.org/issues/266
                            only-version: "1.6.36"
                            until: version >= 1.7
                          - add-file: revert-neon.patch
                        """);
        assertThat(overlay.name()).isEqualTo("libpng");
        assertThat(overlay.base()).hasValueSatisfying(base -> {
            assertThat(base.repo()).isEqualTo("conda-forge/libpng-feedstock");
            assertThat(base.commit()).hasValue("0035b25c");
            assertThat(base.version()).hasValue("1.6.36");
        });
        assertThat(overlay.skip()).hasValue("no NEON here");
        assertThat(overlay.config())
                .hasValueSatisfying(config -> assertThat(config.entries())
                        .extracting(entry -> entry.key().text())
                        .containsExactly("shippable"));
        assertThat(overlay.pins())
                .hasValueSatisfying(pins -> assertThat(pins.entries())
                        .extracting(entry -> entry.key().text())
                        .containsExactly("numpy"));
        assertThat(overlay.providers()).hasValue(List.of("docker"));
        assertThat(overlay.edits())
                .extracting(Edit::title)
                .containsExactly("bump-number", "add-item source/patches", "add-file revert-neon.patch");
        assertThat(overlay.edits().get(0)).isInstanceOfSatisfying(BumpNumber.class, bump -> {
            assertThat(bump.by()).isEqualTo(1);
            assertThat(bump.at()).hasToString(FILE + ":10:5");
        });
        assertThat(overlay.edits().get(1)).isInstanceOfSatisfying(AddItem.class, add -> {
            assertThat(add.items()).containsExactly("revert-neon.patch  # [aarch64]");
            assertThat(add.place()).isEqualTo(new Place<>(Place.Where.END, Optional.empty()));
            assertThat(add.upstream()).hasValue("https://example.org/issues/266");
            assertThat(add.onlyVersion()).hasValue("1.6.36");
            assertThat(add.until()).hasValue(new Until.Version("1.7"));
        });
        assertThat(overlay.edits().get(2)).isInstanceOf(AddFile.class);
    }

    @Test
    void anOverlayMaySayNothingYet() {
        Overlay overlay = read("overlay: 1\npackage: libpng\nconfig:\nedits: []\n");
        assertThat(overlay.edits()).isEmpty();
        assertThat(overlay.config()).isEmpty();
    }

    @Test
    void linesMayBeAListOrABlock() {
        String list = "- insert-lines: build.sh\n  at: start\n  lines: [\"if true; then\", \"  make\", fi]\n";
        String block = "- insert-lines: build.sh\n  at: start\n  lines: |\n    if true; then\n      make\n    fi\n";
        assertThat(((InsertLines) edit(list)).lines()).containsExactly("if true; then", "  make", "fi");
        assertThat(((InsertLines) edit(block)).lines()).isEqualTo(((InsertLines) edit(list)).lines());
    }

    @Test
    void anchorsCarryNthAndWithin() {
        ReplaceLines replace = (ReplaceLines) edit("""
                        - replace-lines: build.sh
                          match: make
                          with: [make -j2]
                          nth: 2
                          within: {after: ^if, before: fi}
                          why: memory
                        """);
        assertThat(replace.match().pattern()).isEqualTo("make");
        assertThat(replace.match().nth()).isEqualTo(OptionalInt.of(2));
        assertThat(replace.match().after()).hasValue("^if");
        assertThat(replace.match().before()).hasValue("fi");
    }

    @Test
    void flagsMayBeChanged() {
        EditFlags flags = (EditFlags) edit("""
                        - edit-flags: build.sh
                          command: ^./configure
                          change: {--enable-readline: --disable-readline}
                          why: the port has libedit only
                        """);
        assertThat(flags.change()).containsExactly(new Pair("--enable-readline", "--disable-readline"));
    }

    @Test
    void anUnknownOperationIsToldWithWhatWasMeant() {
        assertThat(refusedEdit("- add-itm: source/patches\n  items: [a]\n"))
                .startsWith(FILE + ":4:5: there is no operation 'add-itm'; did you mean 'add-item'")
                .contains("fix: there is bump-number, number, add-item, ");
    }

    @Test
    void theFirstKeyNamesTheOperation() {
        assertThat(refusedEdit("- why: because\n  add-file: a.patch\n"))
                .isEqualTo(FILE + ":4:5: the first key names the operation, and 'why' is none\n"
                        + "  fix: put 'add-file: …' first");
    }

    @Test
    void anUnknownFieldIsToldWithWhatWasMeant() {
        assertThat(refusedEdit("- edit-flags: build.sh\n  command: ^make\n  ad: [-j2]\n"))
                .isEqualTo(FILE + ":6:5: edit-flags has no field 'ad'; did you mean 'add'?\n"
                        + "  fix: there is command, add, remove, change, after, nth, within, why, upstream, until,"
                        + " only-version");
    }

    @Test
    void twoOperationsInOneEditAreRefused() {
        assertThat(refusedEdit("- add-file: a.patch\n  delete-file: b.patch\n"))
                .isEqualTo(FILE + ":5:5: 'delete-file' is an operation, in an edit that is 'add-file' already\n"
                        + "  fix: begin an edit of its own with '- delete-file: …'");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(refusal("overlay: 2\npakage: x\nedits:\n  - add-file: ../x\n  - set-key: build/skip\n"))
                .isEqualTo("""
                        overlays/libpng/overlay.yaml:1:1: an overlay has no 'package'
                          fix: add 'package': the package's name, which is the folder's
                        overlays/libpng/overlay.yaml:1:10: 'overlay' is '2'
                          fix: give '1', the version of this language
                        overlays/libpng/overlay.yaml:2:1: an overlay has no key 'pakage'; did you mean 'package'?
                          fix: there is overlay, package, base, skip, config, config-after, pins, remote, providers, settings, edits
                        overlays/libpng/overlay.yaml:4:15: 'add-file' has a part '..', which may leave the tree
                          fix: give a path below 'recipe/'
                        overlays/libpng/overlay.yaml:5:5: set-key has no 'value'
                          fix: add 'value': verbatim, as it stands behind 'key: '""");
    }

    @Test
    void whatTakesAwayMustSayWhy() {
        assertThat(refusedEdit("- remove-item: requirements/host\n  item: mkl\n"))
                .isEqualTo(FILE + ":4:5: remove-item removes an item and must say why\n"
                        + "  fix: add 'why:' with the reason, for whoever reads this next year");
        for (String edit : List.of(
                "- replace-item: a\n  item: b\n  with: c\n",
                "- select-item: a\n  item: b\n  when: not aarch64\n",
                "- set-key: build/skip\n  value: \"True\"\n",
                "- set-key: a\n  value: b\n  was: c\n",
                "- unset-key: a\n",
                "- set-var: a\n  value: b\n",
                "- set-version: a\n  sha256: b\n",
                "- add-item: source/patches\n  items: [a.patch]\n",
                "- replace-lines: a\n  match: b\n  with: c\n",
                "- delete-lines: a\n  match: b\n",
                "- comment-lines: a\n  match: b\n",
                "- guard-lines: a\n  match: b\n  if: c\n",
                "- edit-flags: a\n  command: b\n  remove: c\n",
                "- edit-flags: a\n  command: b\n  change: {c: d}\n",
                "- delete-file: a\n",
                "- apply-patch: a\n")) {
            assertThat(refusedEdit(edit)).as(edit).contains(" and must say why\n");
        }
    }

    @Test
    void whatOnlyAddsNeedNotSayWhy() {
        for (String edit : List.of(
                "- bump-number: 1\n",
                "- number: 1\n",
                "- add-item: a\n  items: [b]\n",
                "- select-item: a\n  item: b\n  when: always\n",
                "- set-key: a\n  value: b\n",
                "- set-env: a\n  vars: {B: c}\n",
                "- insert-lines: a\n  lines: [b]\n  at: end\n",
                "- edit-flags: a\n  command: b\n  add: c\n",
                "- add-file: a\n")) {
            assertThat(edit(edit)).as(edit).isNotNull();
        }
    }

    @Test
    void everyShapeIsChecked() {
        assertThat(refusedEdit("- bump-number: one\n"))
                .isEqualTo(FILE + ":4:18: 'bump-number' is 'one'\n  fix: give a whole number");
        assertThat(refusedEdit("- insert-lines: a\n  lines: []\n  at: top\n  repeat: yes\n  unless: \"(\"\n"))
                .contains(":5:12: 'lines' is an empty list\n  fix: give a list of lines, or one block of text")
                .contains(":6:9: 'at' is 'top'\n  fix: give 'start' or 'end'")
                .contains(":7:13: 'repeat' is 'yes'\n  fix: give 'true' or 'false'")
                .contains(":8:13: 'unless' does not work: '(' is no regular expression: Unclosed group");
        assertThat(refusedEdit("- delete-lines: a\n  match: ^\n  why: w\n  nth: 0\n  within: {befor: b}\n"))
                .contains(":5:12: 'match' is empty and would hit every line\n  fix: give an anchor")
                .contains(":7:10: 'nth' is '0'\n  fix: give a whole number from 1")
                .contains(":8:14: 'within' has no field 'befor'; did you mean 'before'?");
        assertThat(refusedEdit("- set-env: a\n  vars: {A-B: c}\n")).contains("'A-B' is no name of a shell variable");
        assertThat(refusedEdit("- unset-key: a\n  keep: yes\n  why: w\n  until: soon\n"))
                .contains(":5:11: 'keep' is 'yes'\n  fix: give 'comment'")
                .contains(":7:12: 'until' is 'soon'\n  fix: give a date such as '2026-12-31', or 'version >= X'");
        assertThat(refusedEdit("- add-item: [source/url, \"source[0\"]\n  items: a\n"))
                .isEqualTo(FILE + ":4:28: 'add-item' is no path: 'source[0' has a [ without its ]\n"
                        + "  fix: write it as 'requirements/host' or 'source[0]/url'");
        assertThat(refusedEdit("- set-key: a\n  value:\n")).contains(":5:11: 'value' is empty");
    }

    @Test
    void placesExcludeEachOther() {
        assertThat(refusedEdit("- insert-lines: a\n  lines: [b]\n  at: start\n  after: c\n"))
                .contains(":4:5: insert-lines says where twice: 'at' and 'after'\n  fix: keep one of them");
        assertThat(refusedEdit("- insert-lines: a\n  lines: [b]\n"))
                .contains(":4:5: insert-lines does not say where\n  fix: give one of 'at', 'before' and 'after'");
    }

    @Test
    void aChoiceNeedsAnAnchor() {
        assertThat(refusedEdit("- insert-lines: a\n  lines: [b]\n  at: start\n  nth: 2\n"))
                .isEqualTo(FILE + ":4:5: 'nth' and 'within' pick a line, but neither 'before' nor 'after' names one\n"
                        + "  fix: add one, or remove them");
    }

    @Test
    void theFolderHasThePackagesName() {
        assertThat(refusal("overlay: 1\npackage: zlib\n"))
                .isEqualTo(FILE + ":2:10: the package is 'zlib', its folder 'libpng'\n  fix: give both the same name");
    }

    @Test
    void whatIsNoMappingIsNoOverlay() {
        assertThatThrownBy(() -> read("- a\n"))
                .hasMessage(FILE + ": an overlay is a mapping\n  fix: begin with 'overlay: 1' and 'package: NAME'");
        assertThatThrownBy(() -> read("")).isInstanceOf(InputException.class);
    }
}
