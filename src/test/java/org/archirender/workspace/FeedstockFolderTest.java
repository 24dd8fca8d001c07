package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.tree.FileChange;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

class FeedstockFolderTest {
    private static final Platform AARCH64 = Platform.of("linux-aarch64");

    private final Path folder = Jimfs.newFileSystem(Configuration.unix()).getPath("/work/zlib-feedstock");
    private final FeedstockFolder feedstock = new FeedstockFolder(folder);

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).resolveSibling("."));
        Files.writeString(folder.resolve(path), text);
    }

    private List<String> paths(FileTree tree) {
        return tree.files().keySet().stream().map(TreePath::value).toList();
    }

    @Test
    void onlyWhatARenderingReadsIsRead() throws IOException {
        write("recipe/meta.yaml", "x");
        write("recipe/patches/a.patch", "x");
        write("conda-forge.yml", "{}");
        write(".ci_support/migrations/a.yaml", "x");
        write(".ci_support/linux_64_.yaml", "x");
        write("README.md", "x");
        assertThat(paths(feedstock.inputs()))
                .containsExactly(
                        ".ci_support/migrations/a.yaml",
                        "conda-forge.yml",
                        "recipe/meta.yaml",
                        "recipe/patches/a.patch");
    }

    @Test
    void theRecipeMayHaveAnotherFolder() throws IOException {
        write("conda.recipe/meta.yaml", "x");
        write("recipe/meta.yaml", "another one");
        write("conda-forge.yml", "recipe_dir: conda.recipe\n");
        assertThat(paths(feedstock.inputs())).containsExactly("conda-forge.yml", "conda.recipe/meta.yaml");
    }

    @Test
    void aFolderWithoutARecipeIsNoFeedstock() throws IOException {
        write("conda-forge.yml", "recipe_dir: conda.recipe\n");
        write("recipe/meta.yaml", "x");
        assertThatThrownBy(feedstock::inputs).isInstanceOf(InputException.class).hasMessage("""
                /work/zlib-feedstock: is not a feedstock: it has neither conda.recipe/meta.yaml nor conda.recipe/recipe.yaml
                  fix: give the folder that holds conda.recipe/""");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(feedstock::inputs)
                .isInstanceOf(InputException.class)
                .hasMessage("/work/zlib-feedstock: there is no such folder");
    }

    @Test
    void variantFilesOfThePlatformAreReplacedAndNoOtherFileIs() throws IOException {
        write(".ci_support/linux_aarch64_python3.6.yaml", "gone");
        write(".ci_support/linux_aarch64_python3.7.yaml", "old");
        write(".ci_support/linux_64_.yaml", "another platform's");
        write(".ci_support/migrations/linux_aarch64_.yaml", "a migration");
        FileTree files = FileTrees.of(
                ".ci_support/linux_aarch64_python3.7.yaml", "new", ".ci_support/linux_aarch64_python3.8.yaml", "new");
        assertThat(feedstock.replaceVariants(AARCH64, files, new TreeStore()).changes())
                .extracting(FileChange::path)
                .extracting(TreePath::value)
                .containsExactly(
                        "linux_aarch64_python3.6.yaml", "linux_aarch64_python3.7.yaml", "linux_aarch64_python3.8.yaml");
        assertThat(TreeReader.read(folder, folder).files()).hasSize(4).containsAllEntriesOf(files.files());
        assertThat(Files.readString(folder.resolve(".ci_support/linux_64_.yaml")))
                .isEqualTo("another platform's");
        assertThat(Files.readString(folder.resolve(".ci_support/migrations/linux_aarch64_.yaml")))
                .isEqualTo("a migration");
    }

    @Test
    void whereNothingChangesNothingIsWritten() throws IOException {
        write(".ci_support/linux_aarch64_.yaml", "same");
        Object before = Files.readAttributes(folder.resolve(".ci_support"), "*").get("fileKey");
        assertThat(before).isNotNull();
        FileTree same = FileTrees.of(".ci_support/linux_aarch64_.yaml", "same");
        assertThat(feedstock.replaceVariants(AARCH64, same, new TreeStore()).isEmpty())
                .isTrue();
        assertThat(Files.readAttributes(folder.resolve(".ci_support"), "*").get("fileKey"))
                .isEqualTo(before);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve(".ci_support"));
        }
    }
}
