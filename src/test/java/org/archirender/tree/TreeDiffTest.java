package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TreeDiffTest {
    private static final TreePath PATH = TreePath.of("recipe/build.sh");

    private static FileTree tree(TreeFile file) {
        return FileTree.empty().with(PATH, file);
    }

    private static String diff(FileTree before, FileTree after) {
        return diff(before, after, "");
    }

    private static String diff(FileTree before, FileTree after, String folder) {
        return TreeDiff.between(before, after).changes().stream()
                .flatMap(change -> change.unified(folder).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void equalTreesHaveNoDifference() {
        assertThat(TreeDiff.between(tree(TreeFile.of("x")), tree(TreeFile.of("x")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aChangedLineStandsInItsContext() {
        String before = IntStream.range(1, 21).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertThat(diff(tree(TreeFile.of(before)), tree(TreeFile.of(before.replace("10\n", "ten\n")))))
                .isEqualTo("""
                diff --git a/recipe/build.sh b/recipe/build.sh
                --- a/recipe/build.sh
                +++ b/recipe/build.sh
                @@ -7,7 +7,7 @@
                 7
                 8
                 9
                -10
                +ten
                 11
                 12
                 13
                """);
    }

    @Test
    void changesFarApartAreHunksOfTheirOwn() {
        String before = IntStream.range(1, 31).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String after = before.replaceFirst("^1\n", "").replace("30\n", "30\n31\n");
        assertThat(diff(tree(TreeFile.of(before)), tree(TreeFile.of(after))))
                .contains("@@ -1,4 +1,3 @@\n-1\n 2\n", "@@ -28,3 +27,4 @@\n 28\n 29\n 30\n+31\n");
    }

    @Test
    void aNewAndAGoneFileAreSaidToBeSo() {
        assertThat(diff(FileTree.empty(), tree(TreeFile.of("a\n").withExecutable(true))))
                .isEqualTo("""
                diff --git a/recipe/build.sh b/recipe/build.sh
                new file mode 100755
                --- /dev/null
                +++ b/recipe/build.sh
                @@ -0,0 +1 @@
                +a
                """);
        assertThat(diff(tree(TreeFile.of("a\nb\n")), FileTree.empty())).isEqualTo("""
                diff --git a/recipe/build.sh b/recipe/build.sh
                deleted file mode 100644
                --- a/recipe/build.sh
                +++ /dev/null
                @@ -1,2 +0,0 @@
                -a
                -b
                """);
    }

    @Test
    void aMissingFinalNewlineIsMarked() {
        assertThat(diff(tree(TreeFile.of("a\nb")), tree(TreeFile.of("a\nb\n")))).endsWith("""
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +b
                """);
    }

    @Test
    void anExecutableBitAloneIsAChange() {
        FileTree before = tree(TreeFile.of("a\n"));
        FileTree after = tree(TreeFile.of("a\n").withExecutable(true));
        assertThat(TreeDiff.between(before, after).changes())
                .extracting(FileChange::kind)
                .containsExactly("mode");
        assertThat(diff(before, after)).isEqualTo("""
                diff --git a/recipe/build.sh b/recipe/build.sh
                old mode 100644
                new mode 100755
                """);
    }

    @Test
    void bytesThatAreNoTextOnlyDiffer() {
        assertThat(diff(tree(TreeFile.of(new byte[] {0, 1}, false)), tree(TreeFile.of("a\n"))))
                .endsWith("Binary files a/recipe/build.sh and b/recipe/build.sh differ\n");
    }

    @Test
    void namesStandBelowTheFolder() {
        assertThat(diff(FileTree.empty(), tree(TreeFile.of("a\n")), "rendered/zlib-feedstock"))
                .startsWith("diff --git a/rendered/zlib-feedstock/recipe/build.sh b/rendered/");
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        assertThatThrownBy(() -> new FileChange(PATH, Optional.empty(), Optional.empty()))
                .hasMessage("nothing changes in recipe/build.sh");
    }

    @Property
    void readFromTheTopItTurnsTheOldLinesIntoTheNewOnes(
            @ForAll @Size(max = 40) List<@StringLength(max = 1) @CharRange(from = 'a', to = 'c') String> before,
            @ForAll @Size(max = 40) List<@StringLength(max = 1) @CharRange(from = 'a', to = 'c') String> after) {
        List<String> made = new ArrayList<>();
        int done = 0;
        for (String line : FileChange.hunks(joined(before), joined(after))) {
            String text = line.substring(1);
            if (line.startsWith("@@")) {
                int start = Integer.parseInt(line.substring(4).split("[ ,]", 2)[0]);
                boolean inserts = line.contains(",0 +");
                made.addAll(before.subList(done, inserts ? start : start - 1));
                done = inserts ? start : start - 1;
                assertThat(line).contains("+" + (line.contains(",0 @@") ? made.size() : made.size() + 1));
            } else if (line.startsWith("+")) {
                made.add(text);
            } else {
                assertThat(text).isEqualTo(before.get(done++));
                if (line.startsWith(" ")) {
                    made.add(text);
                }
            }
        }
        made.addAll(before.subList(done, before.size()));
        assertThat(made).isEqualTo(after);
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
