package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    @TempDir
    private Path temp;

    private Shell shell = Shell.empty();

    @BeforeEach
    void aPortAndAFeedstock() {
        shell = Shell.in(temp.resolve("port")).withPort();
        shell.file("../xz-feedstock/recipe/meta.yaml", """
                        {% set version = "5.2.4" %}
                        package:
                          name: xz
                          version: {{ version }}
                        """)
                .file("../xz-feedstock/recipe/build.sh", "make\n")
                .file("../xz-feedstock/conda-forge.yml", "provider: {linux_aarch64: default}\n")
                .file("../xz-feedstock/README.md", "not vendored\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta.yaml", "recipe.yaml"})
    void aRecipeThatIsTooLongIsRefusedBeforeItIsRead(String name) {
        shell.remove("../xz-feedstock/recipe").file("../xz-feedstock/recipe/" + name, "a: b\n".repeat(2_000_000));
        Said said = shell.run("init", "xz", "--from", "../xz-feedstock");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                        recipe/%s: error: has 10000000 bytes; a file that is read for what it says may have 524288
                          fix: is this the right file?
                        """.formatted(name));
        assertThat(shell.list("overlays")).doesNotContain("xz");
    }

    @Test
    void aFolderIsVendoredAndTheOverlaySaysNothingYet() {
        Said said = shell.run("init", "xz", "--from", "../xz-feedstock");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("wrote overlays/xz: 3 files vendored\n");
        assertThat(said.err())
                .isEqualTo(
                        "Next: say what this port changes in overlays/xz/overlay.yaml, then: archi-render xz --diff\n");
        assertThat(shell.list("overlays/xz")).isEqualTo("""
                base/conda-forge.yml
                base/recipe/build.sh
                base/recipe/meta.yaml
                overlay.yaml
                """);
        assertThat(shell.read("overlays/xz/overlay.yaml")).isEqualTo("""
                overlay: 1
                package: xz
                base: {repo: conda-forge/xz-feedstock, version: "5.2.4"}
                # What this port changes, each with its why; docs/overlays.md has the operations.
                edits: []
                """);
    }

    @Test
    void whatItBeginsRenders() {
        shell.run("init", "xz", "--from", "../xz-feedstock");
        Said said = shell.run("xz");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("xz                    1 variant   written: ");
    }

    @Test
    void aRecipeElsewhereIsVendoredEditedAndRenderedThere() {
        shell.remove("../xz-feedstock/recipe")
                .file(
                        "../xz-feedstock/conda-forge.yml",
                        "provider: {linux_aarch64: default}\nrecipe_dir: conda.recipe\n")
                .file("../xz-feedstock/conda.recipe/conda_build_config.yaml", "zlib:\n- 1.2\n- 1.3\n")
                .file("../xz-feedstock/conda.recipe/meta.yaml", """
                        package:
                          name: xz
                          version: 5.2.4
                        build:
                          number: 0
                        requirements:
                          host:
                            - zlib
                        """);
        Said init = shell.run("init", "xz", "--from", "../xz-feedstock");
        assertThat(init.exitCode()).as(init.err()).isZero();
        shell.file(
                "overlays/xz/overlay.yaml",
                shell.read("overlays/xz/overlay.yaml")
                        .replace("edits: []", "edits:\n  - bump-number: 100\n    why: x\n"));
        Said said = shell.run("xz");
        assertThat(said.err()).isEmpty();
        assertThat(shell.list("rendered/xz-feedstock")).isEqualTo("""
                .ci_support/linux_aarch64_zlib1.2.yaml
                .ci_support/linux_aarch64_zlib1.3.yaml
                build.sh*
                conda-forge.yml
                conda.recipe/conda_build_config.yaml
                conda.recipe/meta.yaml
                """);
        assertThat(shell.read("rendered/xz-feedstock/conda.recipe/meta.yaml")).contains("number: 100\n");
        assertThat(shell.run("lint")).isEqualTo(new Said(0, "", "1 package, 0 problems, 0 warnings\n"));
        assertThat(shell.run("explain", "../xz-feedstock").err()).contains("add --pinnings FILE");
    }

    @Test
    void aRepositoryIsVendoredAtItsHeadWithTheCommit() throws Exception {
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "one");
        String commit = git("rev-parse", "HEAD").strip();
        shell.file("../xz-feedstock/recipe/build.sh", "not committed\n");
        Said said = shell.run("init", "xz", "--from", "../xz-feedstock");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(shell.read("overlays/xz/overlay.yaml"))
                .contains("base: {repo: conda-forge/xz-feedstock, commit: " + commit + ", version: \"5.2.4\", tree: ");
        assertThat(shell.run("xz", "--check").err()).doesNotContain("was changed since");
        assertThat(shell.read("overlays/xz/base/recipe/build.sh")).isEqualTo("make\n");
        assertThat(shell.path("work/init-xz.git")).doesNotExist();
    }

    @Test
    void linksOfARepositoryAreRefusedByName() throws Exception {
        Files.createSymbolicLink(temp.resolve("xz-feedstock/recipe/run_test.sh"), Path.of("build.sh"));
        Files.createSymbolicLink(temp.resolve("xz-feedstock/LICENSE"), Path.of("README.md"));
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "one");
        Said said = shell.run("init", "xz", "--from", "../xz-feedstock");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                %s/recipe/run_test.sh: error: is a symbolic link
                  fix: put a copy of what it leads to in its place, in a folder of your own
                """.formatted(temp.resolve("xz-feedstock")));
        assertThat(shell.path("overlays/xz")).doesNotExist();
    }

    @Test
    void aFileAddressIsARepositoryToo() throws Exception {
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "one");
        Said said = shell.run("init", "xz", "--from", "file://" + temp.resolve("xz-feedstock"));
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(shell.read("overlays/xz/base/recipe/build.sh")).isEqualTo("make\n");
    }

    @Test
    void aPackageThatExistsIsLeftAlone() {
        shell.withPackage("xz", "");
        String before = shell.read("overlays/xz/overlay.yaml");
        Said said = shell.run("init", "xz", "--from", "../xz-feedstock");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                overlays/xz: error: exists already
                  fix: edit it, or remove it to start again
                """);
        assertThat(shell.read("overlays/xz/overlay.yaml")).isEqualTo(before);
    }

    @Test
    void aFolderWithoutARecipeIsNoFeedstock() throws IOException {
        Files.createDirectories(temp.resolve("empty"));
        Said said = shell.run("init", "xz", "--from", "../empty");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                ../empty: error: is not a feedstock: it has neither recipe/meta.yaml nor recipe/recipe.yaml
                  fix: give the folder or repository that holds recipe/
                """);
        assertThat(shell.path("overlays/xz")).doesNotExist();
    }

    @Test
    void aRepositoryThatIsNotThereIsNoFaultOfTheInput() {
        Said said = shell.run("init", "xz", "--from", "file://" + temp.resolve("nothing.git"));
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).contains("fix: check the address and the network, then run the command again");
        assertThat(shell.path("overlays/xz")).doesNotExist();
    }

    @Test
    void anAddressIsSaidOnce() {
        String address = "file://" + temp.resolve("nothing.git");
        Said said = shell.run("init", "xz", "--from", address);
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).startsWith("archi-render: " + address + ": there is no such repository,");
    }

    @Test
    void aFolderThatIsNotThereIsTheInputs() {
        for (String from : List.of("/nothing/here", "../nothing", "nothing")) {
            Said said = shell.run("init", "xz", "--from", from);
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err()).isEqualTo(from + ": error: there is no such folder\n  fix: correct --from\n");
        }
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        Said said = shell.run("init", "../xz", "--from", "../xz-feedstock");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("overlays/../xz: error: '../xz' is not a package name\n");
    }

    @Test
    void nothingIsFetchedForANameThatIsNone() {
        Said said = shell.run("init", "a b", "--from", "file:///nothing/here");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("overlays/a b: error: 'a b' is not a package name\n");
    }

    @Test
    void fetchingKeepsNobodyFromTheWorkspace() throws Exception {
        assumeTrue(GitHubServer.servesGit(), "skipped: no git-http-backend on this machine");
        Git.init(temp.resolve("hub/conda-forge/zlib-feedstock")).commit("master", "Re-rendered");
        AtomicInteger rendered = new AtomicInteger(-1);
        shell.withPackage("bzip2", "");
        try (GitHubServer server = new GitHubServer(temp.resolve("hub"))) {
            server.watch((request, served) -> {
                rendered.compareAndSet(-1, shell.run("bzip2").exitCode());
                return true;
            });
            shell.run("init", "zlib", "--from", server.endpoint() + "/conda-forge/zlib-feedstock");
        }
        assertThat(rendered).hasValue(0);
    }

    private String git(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-C",
                temp.resolve("xz-feedstock").toString(),
                "-c",
                "user.name=A Person",
                "-c",
                "user.email=person@example.org"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
