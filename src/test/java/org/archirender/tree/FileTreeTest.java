package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileTreeTest {
    @Test
    void iteratesByPathWhateverTheOrderOfAdding() {
        FileTree tree = FileTree.empty()
                .with(TreePath.of("recipe/meta.yaml"), TreeFile.of("b"))
                .with(TreePath.of("README.md"), TreeFile.of("a"));
        assertThat(tree.files().keySet()).extracting(TreePath::value).containsExactly("README.md", "recipe/meta.yaml");
    }

    @Test
    void aFolderAndItsMoveBackAreInverse() {
        FileTree recipe = FileTree.empty().with(TreePath.of("meta.yaml"), TreeFile.of("x"));
        FileTree tree = recipe.under("recipe").with(TreePath.of("recipes"), TreeFile.of("y"));
        assertThat(tree.folder("recipe")).isEqualTo(recipe);
    }

    @Test
    void bytesThatAreNotUtf8AreNoText() {
        assertThat(TreeFile.of(new byte[] {(byte) 0xff}, false).text()).isEmpty();
        assertThat(TreeFile.of("\ufeffé").text()).hasValue("\ufeffé");
    }
}
