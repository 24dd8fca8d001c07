package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.tree.TreeScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreeReaderTest {
    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build());
    private final Path root = disk.getPath("/w");
    private final Path base = root.resolve("overlays/zlib/base");

    @BeforeEach
    void aRecipe() throws IOException {
        Files.createDirectories(base.resolve("recipe"));
        Files.writeString(base.resolve("recipe/meta.yaml"), "x");
    }

    @Test
    void aMissingFolderIsAnEmptyTree() {
        assertThat(TreeReader.read(root.resolve("nowhere"), root)).isEqualTo(FileTree.empty());
    }

    @Test
    void gitsOwnFolderIsNoPartOfATree() throws IOException {
        Files.createDirectories(base.resolve(".git"));
        Files.writeString(base.resolve(".git/config"), "x");
        assertThat(TreeReader.read(base, root).files()).containsOnlyKeys(TreePath.of("recipe/meta.yaml"));
    }

    @Test
    void aLinkInsideTheFolderIsReadAsTheFile() throws IOException {
        Files.createSymbolicLink(base.resolve("recipe/LICENSE"), disk.getPath("meta.yaml"));
        assertThatThrownBy(() -> TreeReader.readPlain(base, root, TreeScope.ALL))
                .as("where a branch is made of it")
                .hasMessage("overlays/zlib/base/recipe/LICENSE: is a symbolic link\n"
                        + "  fix: put a copy of what it leads to in its place");
        assertThat(TreeReader.read(base, root).get("recipe/LICENSE")).hasValue(TreeFile.of("x"));
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Files.writeString(root.resolve("secret"), "x");
        Files.createSymbolicLink(base.resolve("recipe/LICENSE"), disk.getPath("../../../../secret"));
        assertThatThrownBy(() -> TreeReader.read(base, root))
                .isInstanceOf(InputException.class)
                .hasMessage("overlays/zlib/base/recipe/LICENSE: is a symbolic link that leads out of the folder\n"
                        + "  fix: put a copy of the file in its place");
    }

    @Test
    void allBadLinksAreToldAtOnce() throws IOException {
        Files.createSymbolicLink(base.resolve("a"), disk.getPath("nothing"));
        Files.createSymbolicLink(base.resolve("b"), disk.getPath("recipe"));
        assertThatThrownBy(() -> TreeReader.read(base, root)).hasMessage("""
                overlays/zlib/base/a: is a symbolic link to nothing
                  fix: remove it or add the file that it names
                overlays/zlib/base/b: is a symbolic link to a folder
                  fix: put a file or folder in its place""");
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        Files.write(base.resolve("big"), new byte[(16 << 20) + 1]);
        assertThatThrownBy(() -> TreeReader.read(base, root))
                .hasMessageStartingWith(
                        "overlays/zlib/base/big: has 16777217 bytes; a feedstock's file may have 16777216");
    }

    @Test
    void whatIsNotWantedIsNotLookedAt() throws IOException {
        Files.createSymbolicLink(base.resolve("a"), disk.getPath("nothing"));
        assertThat(TreeReader.read(base, root, new TreeScope(List.of("recipe"))).files())
                .hasSize(1);
    }

    @Test
    void aBackslashInANameIsNoSeparator() throws IOException {
        Files.writeString(base.resolve("recipe/a\\b"), "x");
        assertThatThrownBy(() -> TreeReader.read(base, root))
                .isInstanceOf(InputException.class)
                .hasMessage("overlays/zlib/base/recipe/a\\b: the file's path has a backslash or a control character\n"
                        + "  fix: rename it");
    }

    @Test
    void aFolderOfTooManyFilesIsNotReadToItsEnd() throws IOException {
        for (int file = 0; file < 20_000; file++) {
            Files.createFile(base.resolve("recipe/" + file));
        }
        assertThatThrownBy(() -> TreeReader.read(base, root))
                .isInstanceOf(InputException.class)
                .hasMessage("overlays/zlib/base: has more than 20000 files and folders\n"
                        + "  fix: is this the right folder or repository?");
    }

    @Test
    void manyFilesThatNobodyWantsAreNotCounted() throws IOException {
        Files.createDirectories(base.resolve("build"));
        for (int file = 0; file < 20_001; file++) {
            Files.createFile(base.resolve("build/" + file));
        }
        assertThat(TreeReader.read(base, root, new TreeScope(List.of("recipe"))).files())
                .hasSize(1);
    }

    @Test
    void filesThatAreTooLargeTogetherAreNotReadToTheEnd() throws IOException {
        for (int file = 0; file < 5; file++) {
            Files.write(base.resolve("recipe/" + file), new byte[14 << 20]);
        }
        assertThatThrownBy(() -> TreeReader.read(base, root))
                .hasMessage("overlays/zlib/base: has files of more than 67108864 bytes together\n"
                        + "  fix: is this the right folder or repository?");
    }

    @Test
    void aFileWhereAFolderIsExpectedIsNoEmptyTree() {
        assertThatThrownBy(() -> TreeReader.read(base.resolve("recipe/meta.yaml"), root))
                .isInstanceOf(InputException.class)
                .hasMessage("overlays/zlib/base/recipe/meta.yaml: is a plain file\n  fix: put a folder in its place");
    }

    @Test
    void aFolderBehindALinkIsReadWhereTheUserNamesIt() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), base);
        assertThat(TreeReader.read(link, link).files()).hasSize(1);
        assertThatThrownBy(() -> TreeReader.read(link, root))
                .hasMessage("link: is a symbolic link\n  fix: put a folder in its place");
    }
}
