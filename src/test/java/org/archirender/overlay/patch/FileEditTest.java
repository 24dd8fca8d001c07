package org.archirender.overlay.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.overlay.Edits;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

/** What golden files can't show: modes, bytes, and folders. */
class FileEditTest {
    private static final FileTree RECIPE = FileTrees.of("meta.yaml", "package: {}\n", "sub/run.sh", "x\n");
    private static final TreePath RUN = TreePath.of("sub/run.sh");

    private static Edit edit(String text) {
        return Edits.overlay(text).edits().get(0);
    }

    private static FileTree with(TreeFile file) {
        return FileTree.empty().with(RUN, file);
    }

    @Test
    void anAddedFileHasTheBytesAndTheModeOfTheOverlays() {
        TreeFile binary = TreeFile.of(new byte[] {0, (byte) 0xff, '\r', '\n', 0}, true);
        FileTree added = edit("- add-file: sub/run.sh\n").apply(FileTree.empty(), with(binary));
        assertThat(added).isEqualTo(with(binary));
    }

    @Test
    void aFileIsThereAlreadyWithTheSameBytesAndModeOnly() {
        Edit add = edit("- add-file: sub/run.sh\n");
        assertThatThrownBy(() -> add.apply(RECIPE, with(TreeFile.of("x\n"))))
                .isInstanceOfSatisfying(
                        EditRefusal.class, e -> assertThat(e.status()).isEqualTo(EditStatus.ALREADY_PRESENT))
                .hasMessage("recipe/sub/run.sh has these bytes already");
        assertThatThrownBy(() -> add.apply(RECIPE, with(TreeFile.of("x\n").withExecutable(true))))
                .isInstanceOfSatisfying(
                        EditRefusal.class, e -> assertThat(e.status()).isEqualTo(EditStatus.FILE_EXISTS))
                .hasMessage("recipe/sub/run.sh is there with 2 bytes, the overlay's has 2 bytes, executable");
    }

    @Test
    void aDeletedFileLeavesTheOthers() {
        assertThat(edit("- delete-file: sub/run.sh\n  why: w\n").apply(RECIPE, FileTree.empty()))
                .isEqualTo(FileTrees.of("meta.yaml", "package: {}\n"));
        assertThatThrownBy(() -> edit("- delete-file: sub\n  why: w\n").apply(RECIPE, FileTree.empty()))
                .as("a folder is no file")
                .isInstanceOfSatisfying(
                        EditRefusal.class, e -> assertThat(e.status()).isEqualTo(EditStatus.FILE_MISSING))
                .hasMessage("recipe/ has no file 'sub'");
    }

    @Test
    void aPatchKeepsTheModeThatItDoesNotSet() {
        FileTree recipe = with(TreeFile.of("x\n").withExecutable(true));
        FileTree files = FileTrees.of("x.diff", "--- a/sub/run.sh\n+++ b/sub/run.sh\n@@ -1 +1,2 @@\n x\n+\u00e9\n");
        assertThat(edit("- apply-patch: x.diff\n  why: w\n")
                        .apply(recipe, files)
                        .get(RUN))
                .hasValue(TreeFile.of("x\n\u00e9\n").withExecutable(true));
    }

    @Test
    void aPatchThatIsNotThereIsTheOverlaysMatter() {
        Edit patch = edit("- apply-patch: sub/run.sh\n  why: w\n");
        assertThatThrownBy(() -> patch.apply(RECIPE, FileTrees.of("sub/run.diff", "")))
                .isInstanceOf(EditRefusal.class)
                .hasMessage("the overlay's files/ has no file 'sub/run.sh'");
        assertThat(patch.remedy(EditStatus.FILE_MISSING)).isEqualTo("put the file into the overlay's files/");
    }

    @Test
    void whatTheyUseIsKnownToLint() {
        assertThat(edit("- add-file: a\n").addedFile()).hasValue("a");
        assertThat(edit("- add-file: a\n").ownFile()).hasValue("a");
        assertThat(edit("- apply-patch: a\n  why: w\n").ownFile()).hasValue("a");
        assertThat(edit("- apply-patch: a\n  why: w\n").addedFile()).isEmpty();
        assertThat(edit("- delete-file: a\n  why: w\n").ownFile()).isEmpty();
    }
}
