package org.archirender.overlay.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.overlay.Edits;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesLintTest {
    private static final FileTree RECIPE = FileTrees.of(
            "meta.yaml",
            "source:\n  patches:\n    - old.patch\n",
            "old.patch",
            "x\n",
            "build.sh",
            "patch < used.diff\n");

    private static List<String> found(String edits, String... files) {
        FileTree own = FileTree.empty();
        for (String file : files) {
            own = own.with(FileTrees.of(file, "x\n"));
        }
        return FilesLint.check(Edits.overlay(edits), RECIPE.under("recipe"), "recipe", own).stream()
                .map(finding ->
                        finding.severity() + " " + finding.problem().at().file() + ": "
                                + finding.problem().message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- add-file: used.diff\n",
                "- add-file: old.patch\n",
                "- add-file: sub/new.patch\n- add-item: source/patches\n  items: [sub/new.patch]\n  why: w\n",
                "- add-file: new.patch\n- insert-lines: build.sh\n  at: end\n  lines: [patch -p1 -i $RECIPE_DIR/new.patch]\n",
                "- add-file: new.sh\n"
            })
    void anAddedPatchIsNamedByAnEditOrByTheBase(String edits) {
        assertThat(found(edits)).isEmpty();
    }

    @Test
    void aPatchOfUpstreamsThatNothingNamesIsFound() {
        FileTree base = RECIPE.with(FileTrees.of("idle.patch", "x\n")).under("recipe");
        assertThat(FilesLint.check(Edits.overlay("- delete-file: x.sh\n  why: w\n"), base, "recipe", FileTree.empty()))
                .singleElement()
                .extracting(finding -> finding.severity() + " "
                        + finding.problem().at() + ": " + finding.problem().message())
                .isEqualTo(
                        "WARNING overlays/example/base/recipe/idle.patch: no line of the recipe and no edit names this"
                                + " patch");
        FileTree made = base.with(FileTrees.of("recipe/meta.yaml", "- {{ name }}.patch\n"));
        assertThat(FilesLint.check(Edits.overlay("- delete-file: x.sh\n  why: w\n"), made, "recipe", FileTree.empty()))
                .as("a name that Jinja makes may be any")
                .isEmpty();
    }

    @Test
    void anAddedPatchThatNothingNamesIsFound() {
        assertThat(found("- add-file: new.patch\n- add-file: also/new.patch\n"))
                .as("another file to add does not use it")
                .hasSize(2);
        assertThat(found("- add-file: new.diff\n  why: as new.diff says\n"))
                .containsExactly(
                        "WARNING overlays/example/overlay.yaml: nothing refers to the patch 'new.diff' that is added");
    }

    @Test
    void anItemOfPatchesIsThereOrAdded() {
        String item = "- add-item: source/patches\n  why: w\n  items: ";
        assertThat(found(item + "[\"'old.patch'  # [aarch64]\"]\n")).isEmpty();
        assertThat(found(item + "[\"{{ name }}.patch\"]\n")).isEmpty();
        assertThat(found(item + "[new.patch]\n- add-file: new.patch\n", "new.patch"))
                .isEmpty();
        assertThat(found("- add-item: requirements/host\n  items: [new.patch]\n"))
                .isEmpty();
        assertThat(found(item + "[odl.patch, nowhere]\n"))
                .containsExactly(
                        "ERROR overlays/example/overlay.yaml: the patch 'odl.patch' is neither in the base nor added;"
                                + " did you mean 'old.patch'?",
                        "ERROR overlays/example/overlay.yaml: the patch 'nowhere' is neither in the base nor added");
    }

    @Test
    void aFileInFilesIsUsedByWhatAddsOrAppliesIt() {
        String unused = "WARNING overlays/example/files/x.diff: no edit uses this file";
        assertThat(found("- apply-patch: x.diff\n  why: w\n", "x.diff")).isEmpty();
        assertThat(found("- add-file: x.sh\n", "x.sh")).isEmpty();
        assertThat(found("- bump-number: 1\n", "x.diff")).containsExactly(unused);
    }

    /** It names a file below recipe/, and has nothing to do with one of the overlay's. */
    @Test
    void aFileInFilesIsNotUsedByWhatDeletesOneOfThatName() {
        assertThat(found("- delete-file: old.patch\n  why: w\n", "old.patch"))
                .containsExactly("WARNING overlays/example/files/old.patch: no edit uses this file");
        assertThat(found("- insert-lines: build.sh\n  at: end\n  lines: [x]\n", "build.sh"))
                .containsExactly("WARNING overlays/example/files/build.sh: no edit uses this file");
    }
}
