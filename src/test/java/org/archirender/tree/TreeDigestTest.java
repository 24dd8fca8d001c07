package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreeDigestTest {
    private static String hex(FileTree tree) {
        return TreeDigest.empty().add(tree).hex();
    }

    /** Digests stand in commits and in refs of remotes: another one for the same inputs would publish all anew. */
    @Test
    void isTheSameOnEveryMachineAndInEveryVersion() {
        assertThat(TreeDigest.empty().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(TreeDigest.empty()
                        .add("linux-aarch64")
                        .add(FileTrees.of("recipe/meta.yaml", "x\n"))
                        .hex())
                .isEqualTo("fa4bed049ff961886426c101f0843cb1f250e8027f8343539d1d850fca32fc47");
    }

    @Test
    void equalTreesHaveEqualOnesHoweverTheyWereMade() {
        FileTree one = FileTrees.of("a", "1").with(FileTrees.of("b", "2"));
        FileTree other = FileTrees.of("b", "2").with(FileTrees.of("a", "0")).with(FileTrees.of("a", "1"));
        assertThat(hex(one)).isEqualTo(hex(other));
    }

    @Test
    void pathModeBytesAndEndCount() {
        FileTree executable = FileTree.empty().with(TreePath.of("a"), TreeFile.of(new byte[] {'1'}, true));
        assertThat(List.of(
                        hex(FileTrees.of("a", "1")),
                        hex(FileTrees.of("b", "1")),
                        hex(FileTrees.of("a", "2")),
                        hex(executable),
                        hex(FileTree.empty()),
                        TreeDigest.empty().hex()))
                .doesNotHaveDuplicates();
        assertThat(TreeDigest.empty()
                        .add(FileTrees.of("a", "1"))
                        .add(FileTrees.of("b", "2"))
                        .hex())
                .isNotEqualTo(hex(FileTrees.of("a", "1").with(FileTrees.of("b", "2"))));
    }

    @Test
    void textsAreNotRunTogether() {
        assertThat(TreeDigest.empty().add("ab").add("c").hex())
                .isNotEqualTo(TreeDigest.empty().add("a").add("bc").hex());
    }

    @Test
    void whatIsAddedMakesAnotherOneAndTheFirstStays() {
        TreeDigest first = TreeDigest.empty().add("a");
        String before = first.hex();
        assertThat(first.add("b").hex()).isNotEqualTo(before);
        assertThat(first.hex()).isEqualTo(before);
        assertThat(first.add("b").hex())
                .isEqualTo(TreeDigest.empty().add("a").add("b").hex());
    }
}
