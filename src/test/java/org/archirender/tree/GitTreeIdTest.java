package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTreeIdTest {
    /** Git sorts a folder as if its name ended in a slash: {@code a-b} is before it, and {@code a0} behind. */
    private static final FileTree TREE = FileTrees.of(
                    "recipe/meta.yaml",
                    "a: é\r\n",
                    "a/x",
                    "1",
                    "a-b",
                    "2",
                    "a0",
                    "3",
                    ".ci_support/migrations/m.yaml",
                    "")
            .with(TreePath.of("recipe/build.sh"), TreeFile.of("make\n").withExecutable(true));

    @Test
    void itIsTheOneThatGitGives(@TempDir Path temp) throws Exception {
        for (TreePath path : TREE.files().keySet()) {
            Path file = temp.resolve(path.value());
            Files.createDirectories(file.resolveSibling("."));
            TreeFile content = TREE.get(path).orElseThrow();
            Files.write(file, content.bytes());
            assertThat(file.toFile().setExecutable(content.executable())).isTrue();
        }
        try (Git git = Git.init().setDirectory(new File(temp.toString())).call()) {
            Repository repository = git.getRepository();
            repository.getConfig().setString("core", null, "autocrlf", "false");
            git.add().addFilepattern(".").call();
            RevCommit commit = git.commit()
                    .setSign(false)
                    .setAuthor("u", "u@example.org")
                    .setMessage("m")
                    .call();
            assertThat(GitTreeId.of(TREE)).isEqualTo(commit.getTree().name());
        }
    }

    @Test
    void nothingIsGitsEmptyTree() {
        assertThat(GitTreeId.of(FileTree.empty())).isEqualTo("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    }
}
