package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.archirender.problem.RepositoryException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

class TreeStoreTest {
    private static final FileTree TREE = FileTrees.of("recipe/meta.yaml", "a")
            .with(TreePath.of("build-locally.sh"), TreeFile.of("#!/bin/sh\n").withExecutable(true));

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build());
    private final Path rendered = disk.getPath("/w/rendered");
    private final Path folder = rendered.resolve("zlib-feedstock");
    private final TreeStore store = new TreeStore();

    @Test
    void whatIsWrittenIsReadBackWithItsModes() {
        store.replace(folder, TREE);
        assertThat(TreeReader.read(folder, folder)).isEqualTo(TREE);
    }

    @Test
    void filesOfTheOldTreeAreGone() {
        store.replace(folder, TREE.with(TreePath.of(".ci_support/linux_aarch64_.yaml"), TreeFile.of("x")));
        store.replace(folder, TREE);
        assertThat(TreeReader.read(folder, folder)).isEqualTo(TREE);
        assertThat(folder.resolve(".ci_support")).doesNotExist();
    }

    @Test
    void anEmptyTreeRemovesTheFolder() throws IOException {
        store.replace(folder, TREE);
        store.replace(folder, FileTree.empty());
        assertThat(names(rendered)).isEmpty();
    }

    @Test
    void nothingStaysBesideTheTree() throws IOException {
        store.replace(folder, TREE);
        store.replace(folder, TREE.without(TreePath.of("build-locally.sh")));
        assertThat(names(rendered)).containsExactly("zlib-feedstock");
    }

    @Test
    void whatAKilledRunLeftBesideIsClearedAway() throws IOException {
        store.replace(folder.resolveSibling(".zlib-feedstock.archi-render-new"), TREE);
        store.replace(folder.resolveSibling(".zlib-feedstock.archi-render-old"), TREE);
        store.replace(folder, TREE);
        assertThat(names(rendered)).containsExactly("zlib-feedstock");
    }

    @Test
    void aTreeThatAKilledRunHadMovedAwayIsPutBackBeforeTheNewOneIsTried() throws IOException {
        Path old = folder.resolveSibling(".zlib-feedstock.archi-render-old");
        store.replace(old, TREE);
        store.close();
        assertThatThrownBy(() -> store.replace(folder, FileTrees.of("x", "new")))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("can't write /w/rendered/zlib-feedstock: stopped");
        assertThat(TreeReader.read(folder, folder)).isEqualTo(TREE);
        assertThat(names(rendered)).containsExactly("zlib-feedstock");
    }

    @Test
    void aFullDiskLeavesTheOldTree() throws IOException {
        try (FileSystem small = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(512)
                .setMaxSize(8192)
                .build())) {
            Path place = small.getPath("/w/zlib-feedstock");
            FileTree old = FileTrees.of("a", "old");
            store.replace(place, old);
            assertThatThrownBy(() -> store.replace(place, FileTrees.of("a", "x".repeat(20_000))))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageStartingWith("can't write /w/zlib-feedstock: ");
            assertThat(TreeReader.read(place, place)).isEqualTo(old);
            assertThat(names(small.getPath("/w"))).containsExactly("zlib-feedstock");
        }
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void twoNamesThatAreOneOnTheDiskAreNotWrittenOverEachOther() {
        Path mac = Jimfs.newFileSystem(Configuration.osX()).getPath("/w/zlib");
        FileTree tree = FileTrees.of("LICENSE", "a", "License", "b");
        assertThatThrownBy(() -> new TreeStore().replace(mac, tree))
                .isInstanceOf(RepositoryException.class)
                .hasMessageStartingWith(
                        "can't write /w/zlib: on this disk, another file of the tree has the same name (")
                .hasMessageEndingWith("/License)");
        assertThat(mac).doesNotExist();
    }
}
