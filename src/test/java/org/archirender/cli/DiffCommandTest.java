package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.archirender.cli.Shell.Said;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a port's inputs, told as what they mean; the workspace is a folder of its repository. */
class DiffCommandTest {
    @TempDir
    private Path temp;

    private Shell shell = Shell.empty();

    @BeforeEach
    void twoPackagesInAFolderOfARepository() throws GitAPIException {
        shell = Shell.in(temp.resolve("repository/port"))
                .withPort()
                .withPackage("zlib", "")
                .withPackage("xz", "");
        assertThat(shell.run("--all").exitCode()).isZero();
        commit();
    }

    private void commit() throws GitAPIException {
        try (Git git =
                Git.init().setDirectory(temp.resolve("repository").toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setAuthor("p", "p@example.org")
                    .setMessage("m")
                    .call();
        }
    }

    @Test
    void withoutAChangeItSaysSo() {
        assertThat(shell.run("diff").out()).isEqualTo("no feedstock changes since HEAD\n");
    }

    @Test
    void aTemplatesLineIsToldOnceWithItsFeedstocks() {
        shell.file("templates/ci/build.sh.ftl", shell.read("templates/ci/build.sh.ftl") + "make all\n");
        Said said = shell.run("diff");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("""
                build.sh  (2 feedstocks: xz, zlib)
                  +make all
                2 feedstocks to build since HEAD: xz, zlib
                """);
    }

    @Test
    void aPackageThatComesOrGoesIsAWord() throws GitAPIException {
        shell.withPackage("bzip2", "").remove("overlays/xz");
        commit();
        assertThat(shell.run("diff").out()).isEqualTo("no feedstock changes since HEAD\n");
        assertThat(shell.run("diff", "--since", "HEAD~1").out())
                .startsWith("new   bzip2, 1 variant\ngone  xz\n")
                .endsWith("1 feedstock to build since HEAD~1: bzip2\n");
    }

    @Test
    void aPinIsAKeyOfTheVariantsThatUseIt() throws GitAPIException {
        shell.file("overlays/zlib/base/recipe/meta.yaml", """
                package: {name: zlib, version: 1.2}
                requirements:
                  host:
                    - xz
                """);
        String pinnings = shell.read("pinnings.yaml");
        shell.file("pinnings.yaml", pinnings + "xz:\n- 5.2\n");
        commit();
        shell.file("pinnings.yaml", pinnings + "xz:\n- 5.4\n");
        assertThat(shell.run("diff").out()).isEqualTo("""
                xz: '5.2' -> '5.4'  (1 feedstock: zlib)
                1 feedstock to build since HEAD: zlib
                of these need a new build number where they are published: zlib
                """);
    }

    @Test
    void aRevisionThatIsNoneAndAFolderWithoutHistoryAreRefused() {
        assertThat(shell.run("diff", "--since", "nope").err())
                .isEqualTo("--since nope: error: is no commit of the workspace's repository\n  fix: see: git log\n");
        Shell alone = Shell.in(temp.resolve("alone")).withPort();
        assertThat(alone.run("diff").err()).contains("error: is in no git repository, so it has no history");
    }
}
