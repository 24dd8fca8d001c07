package org.archirender.overlay.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreeFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UnifiedPatchTest {
    private static final String SCRIPT = "one\ntwo\nthree\nfour\n";
    private static final String PATCH = """
            --- a/build.sh
            +++ b/build.sh
            @@ -2,2 +2,2 @@
             two
            -three
            +drei
            """;

    private static FileTree tree(String script) {
        return FileTrees.of("build.sh", script);
    }

    private static FileTree apply(FileTree tree, String patch) {
        return UnifiedPatch.parse(TreeFile.of(patch)).apply(tree);
    }

    private static String patched(String script, String patch) {
        return apply(tree(script), patch)
                .get("build.sh")
                .flatMap(TreeFile::text)
                .orElse("gone");
    }

    private static void assertRefused(ThrowingCallable call, EditStatus status, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EditRefusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.message()).isEqualTo(message);
        });
    }

    @Test
    void appliesWhereItSays() {
        assertThat(patched(SCRIPT, PATCH)).isEqualTo("one\ntwo\ndrei\nfour\n");
    }

    @Test
    void whatStandsBeforeAndBehindADiffIsPassedOver() {
        String mail =
                "From: somebody\nSubject: [PATCH] drei\n\n---\n build.sh | 2 +-\n\ndiff --git a/build.sh b/build.sh\n"
                        + "index 1234567..89abcde 100644\n" + PATCH + "-- \n2.20.1\n";
        assertThat(patched(SCRIPT, mail)).isEqualTo("one\ntwo\ndrei\nfour\n");
    }

    @Test
    void pathsMayStandWithoutPrefixesAndWithTimes() {
        String plain =
                PATCH.replace("a/build.sh", "build.sh\t2019-01-01").replace("b/build.sh", "build.sh\t2019-01-02");
        assertThat(patched(SCRIPT, plain)).isEqualTo("one\ntwo\ndrei\nfour\n");
    }

    /** As quilt writes them: no line says where the next file's diff begins. */
    @Test
    void severalFilesNeedNothingBetweenThem() {
        String patch = PATCH + "--- a/notes\n+++ b/notes\n@@ -1 +1,2 @@\n one\n+-- \n";
        FileTree patched = apply(tree(SCRIPT).with(FileTrees.of("notes", "one\n")), patch);
        assertThat(patched).isEqualTo(FileTrees.of("build.sh", "one\ntwo\ndrei\nfour\n", "notes", "one\n-- \n"));
    }

    @Test
    void aFolderIsNoPrefix() {
        String patch = PATCH.replace("a/build.sh", "win/build.sh").replace("b/build.sh", "win/build.sh");
        assertThat(apply(FileTrees.of("win/build.sh", SCRIPT), patch))
                .isEqualTo(FileTrees.of("win/build.sh", "one\ntwo\ndrei\nfour\n"));
    }

    @Test
    void neitherFuzzNorOffset() {
        assertThatThrownBy(() -> patched("zero\n" + SCRIPT, PATCH))
                .isInstanceOfSatisfying(EditRefusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(EditStatus.PATCH_REJECTED);
                    assertThat(refusal.message())
                            .isEqualTo(
                                    "the hunk in line 3 of the patch does not fit: line 2 of recipe/build.sh is 'one',"
                                            + " the patch has 'two'; what it looks for begins in line 3");
                });
        assertRefused(
                () -> patched("one\nTWO\nthree\n", PATCH),
                EditStatus.PATCH_REJECTED,
                "the hunk in line 3 of the patch does not fit: line 2 of recipe/build.sh is 'TWO', the patch has 'two'");
        assertRefused(
                () -> patched("one\ntwo\r\nthree\r\n", PATCH),
                EditStatus.PATCH_REJECTED,
                "the hunk in line 3 of the patch does not fit: line 2 of recipe/build.sh is 'two' (CRLF),"
                        + " the patch has 'two'");
        assertRefused(
                () -> patched("one\n", PATCH),
                EditStatus.PATCH_REJECTED,
                "the hunk in line 3 of the patch does not fit: line 2 of recipe/build.sh is not there,"
                        + " the patch has 'two'");
    }

    /** Lines that are much like each other are looked at once all the same. */
    @Test
    void whereElseItWouldFitIsToldUpToThreeTimes() {
        String hunk = "--- a/build.sh\n+++ b/build.sh\n@@ -1,4 +1,4 @@\n a\n a\n-b\n+c\n a\n";
        assertThatThrownBy(
                        () -> patched("x\n" + "a\n".repeat(3) + "b\na\na\nb\n" + "a\na\nb\n".repeat(3) + "a\n", hunk))
                .hasMessageEndingWith("begins in line 3, line 6, line 9");
        int lines = 20_000;
        String context = " a\n".repeat(lines);
        String same =
                "--- a/build.sh\n+++ b/build.sh\n@@ -1,%1$d +1,%1$d @@\n".formatted(lines + 1) + context + "-b\n+c\n";
        assertThatThrownBy(() -> patched("a\n".repeat(2 * lines), same))
                .hasMessageContaining("line 20001 of recipe/build.sh is 'a', the patch has 'b'")
                .hasMessageNotContaining("begins in");
    }

    @Test
    void isNewsWhenItIsApplied() {
        assertRefused(
                () -> patched("one\ntwo\ndrei\nfour\n", PATCH),
                EditStatus.PATCH_ALREADY_APPLIED,
                "the files are as the patch would leave them: [build.sh]");
    }

    @Test
    void aFileThatIsNotThereOrShouldNotBe() {
        assertRefused(
                () -> apply(FileTree.empty(), PATCH),
                EditStatus.PATCH_REJECTED,
                "the patch changes recipe/build.sh, which is not there");
        assertRefused(
                () -> patched(SCRIPT, "--- /dev/null\n+++ b/build.sh\n@@ -0,0 +1 @@\n+x\n"),
                EditStatus.PATCH_REJECTED,
                "the patch creates recipe/build.sh, which is there");
        assertRefused(
                () -> patched(SCRIPT, "--- a/build.sh\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n"),
                EditStatus.PATCH_REJECTED,
                "the patch deletes recipe/build.sh, which has more than it knows");
    }

    @Test
    void modesAreSetOrStay() {
        String created = "diff --git a/run b/run\nnew file mode 100755\n--- /dev/null\n+++ b/run\n@@ -0,0 +1 @@\n+x\n";
        assertThat(apply(FileTree.empty(), created).get("run"))
                .hasValueSatisfying(file -> assertThat(file.executable()).isTrue());
        String mode = "diff --git a/build.sh b/build.sh\nold mode 100644\nnew mode 100755\n";
        FileTree executable = apply(tree(SCRIPT), mode);
        assertThat(executable.get("build.sh"))
                .hasValueSatisfying(file -> assertThat(file.executable()).isTrue());
        assertThat(apply(executable, PATCH).get("build.sh"))
                .hasValueSatisfying(file -> assertThat(file.executable()).isTrue());
    }

    @Test
    void whatIsNoDiffIsRefusedWithItsLine() {
        assertRefused(
                () -> patched(SCRIPT, "hello\n"),
                EditStatus.PATCH_REJECTED,
                "the patch has no file header, '--- a/FILE', in it");
        assertRefused(
                () -> patched(SCRIPT, PATCH.replace(" two\n", "")),
                EditStatus.PATCH_REJECTED,
                "line 3 of the patch, '@@ -2,2 +2,2 @@', counts more lines than the hunk has");
        assertRefused(
                () -> patched(SCRIPT, PATCH + "+vier\n"),
                EditStatus.PATCH_REJECTED,
                "line 3 of the patch, '@@ -2,2 +2,2 @@', counts fewer lines than the hunk has");
        assertRefused(
                () -> patched(SCRIPT, PATCH.replace("build.sh", "../build.sh")),
                EditStatus.PATCH_REJECTED,
                "line 1 of the patch, '--- a/../build.sh', has a path that has a part '..', which may leave the tree");
        assertRefused(
                () -> patched(SCRIPT, "diff --git a/x b/y\nrename from x\nrename to y\n"),
                EditStatus.PATCH_REJECTED,
                "line 2 of the patch, 'rename from x', is of a kind that is not supported;"
                        + " 'git diff --no-renames --text' writes one that is");
        assertRefused(
                () -> patched(SCRIPT, "@@ -1 +1 @@\n-one\n+eins\n"),
                EditStatus.PATCH_REJECTED,
                "line 1 of the patch, '@@ -1 +1 @@', is a hunk without a file header, '--- a/FILE' and '+++ b/FILE'");
    }

    @Provide
    Arbitrary<String> contents() {
        return Arbitraries.of("a\n", "b\n", "c\r\n", "-- \n", "+++ x\n", "\n", "\ud83d\ude00\n", "@@ -1 +1 @@\n", "end")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void aDiffBetweenTwoTreesTurnsOneIntoTheOther(@ForAll("contents") String before, @ForAll("contents") String after) {
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return;
        }
        String diff = TreeDiff.between(tree(before), tree(after)).changes().stream()
                .flatMap(change -> change.unified("").stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        assertThat(patched(before, diff)).isEqualTo(after);
    }

    @Property(tries = 500)
    void anyTextIsADiffOrRefused(@ForAll("contents") String content, @ForAll String arbitrary) {
        for (String patch : new String[] {content, arbitrary, PATCH + content, PATCH.substring(0, 40) + arbitrary}) {
            try {
                FileTree patched =
                        apply(tree(SCRIPT), new String(patch.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
                assertThat(patched).isNotEqualTo(tree(SCRIPT));
            } catch (EditRefusal refusal) {
                assertThat(refusal.message()).contains("patch");
            }
        }
    }
}
