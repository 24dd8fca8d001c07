package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreeDigestTest {
    private static FileTree tree(String path, String text) {
        return FileTree.empty().with(TreePath.of(path), TreeFile.of(text));
    }

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
                        .add(tree("recipe/meta.yaml", "x\n"))
                        .hex())
                .isEqualTo("fa4bed049ff961886426c101f0843cb1f250e8027f8343539d1d850fca32fc47");
    }

    @Test
    void equalTreesHaveEqualOnesHoweverTheyWereMade() {
        FileTree one = tree("a", "1").with(tree("b", "2"));
        FileTree other = tree("b", "2").with(tree("a", "0")).with(tree("a", "1"));
        assertThat(hex(one)).isEqualTo(hex(other));
    }

    @Test
    void pathModeBytesAndEndCount() {
        FileTree executable = FileTree.empty().with(TreePath.of("a"), TreeFile.of(new byte[] {'1'}, true));
        assertThat(List.of(
                        hex(tree("a", "1")),
                        hex(tree("b", "1")),
                        hex(tree("a", "2")),
                        hex(executable),
                        hex(FileTree.empty()),
                        TreeDigest.empty().hex()))
                .doesNotHaveDuplicates();
        assertThat(TreeDigest.empty().add(tree("a", "1")).add(tree("b", "2")).hex())
                .isNotEqualTo(hex(tree("a", "1").with(tree("b", "2"))));
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
