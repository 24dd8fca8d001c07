package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --commit}, with git itself to look at the result. */
class CommitTest {
    private static final String COMMITS = "commits: {author: A Porter, email: porter@example.org, date: 2019-01-15}\n";

    @TempDir
    private Path temp;

    private Shell shell = Shell.empty();

    @BeforeEach
    void aPort() {
        shell = Shell.in(temp.resolve("one")).withPort().withPackage("zlib", "");
        shell.file("overlays/port.yaml", shell.read("overlays/port.yaml") + COMMITS);
    }

    @Test
    void upstreamComesFirstThenTheRendering() throws Exception {
        assertThat(shell.run("zlib", "--commit").exitCode()).isZero();
        assertThat(git("log", "--format=%an %aI %s", "aarch64")).isEqualTo("""
                A Porter 2019-01-15T00:00:01+00:00 Render zlib 1.0 for linux-aarch64
                A Porter 2019-01-15T00:00:00+00:00 zlib 1.0 as upstream has it
                """);
        assertThat(git("ls-tree", "-r", "--format=%(objectmode) %(path)", "aarch64"))
                .isEqualTo("""
                100644 .ci_support/linux_aarch64_.yaml
                100755 build.sh
                100644 conda-forge.yml
                100644 recipe/build.sh
                100644 recipe/meta.yaml
                """);
    }

    @Test
    void aBaseWrittenFromFactsIsCommittedHereAndSaysSo() throws Exception {
        String overlay = shell.read("overlays/zlib/overlay.yaml");
        shell.file("overlays/zlib/overlay.yaml", overlay.replace("base: {", "base: {written: true, "));
        assertThat(shell.run("zlib", "--commit").exitCode()).isZero();
        assertThat(git("log", "--format=%s", "aarch64")).isEqualTo("""
                Render zlib 1.0 for linux-aarch64
                zlib 1.0 written from facts
                """);
        assertThat(git("log", "-1", "--format=%b", "aarch64"))
                .startsWith("The base is written from facts, and not upstream's.\n\nArchi-Render-Upstream: ");
    }

    @Test
    void nothingChangedMakesNoCommit() throws Exception {
        shell.run("zlib", "--commit");
        String tip = git("rev-parse", "aarch64").strip();
        assertThat(shell.run("zlib", "--commit").out())
                .startsWith("zlib                  1 variant   unchanged, aarch64 has it as " + tip.substring(0, 10));
        assertThat(git("rev-parse", "aarch64").strip()).isEqualTo(tip);
    }

    @Test
    void theSameInputsGiveTheSameCommitInAnotherPlace() throws Exception {
        shell.run("zlib", "--commit");
        String tip = git("rev-parse", "aarch64");
        Shell other = Shell.in(temp.resolve("two")).withPort().withPackage("zlib", "");
        other.file("overlays/port.yaml", other.read("overlays/port.yaml") + COMMITS);
        other.run("zlib", "--commit");
        assertThat(gitIn(temp.resolve("two"), "rev-parse", "aarch64")).isEqualTo(tip);
    }

    @Test
    void commitsOfPeopleAreNeverOverwritten() throws Exception {
        shell.run("zlib", "--commit");
        String tree = git("rev-parse", "aarch64^{tree}").strip();
        String byHand =
                git("commit-tree", tree, "-p", "aarch64", "-m", "by hand").strip();
        git("update-ref", "refs/heads/aarch64", byHand);
        shell.withPackage("zlib", "- delete-lines: build.sh\n  match: make\n  why: no need\n");
        Said said = shell.run("zlib", "--commit");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).isEqualTo("""
                zlib: branch aarch64 of work/zlib-feedstock.git has commits that archi-render did not make:
                    %s by hand (A Person)
                  fix: put what they do into the overlay, then: git -C work/zlib-feedstock.git branch -m aarch64 aarch64-by-hand
                """.formatted(byHand.substring(0, 10)));
        assertThat(git("rev-parse", "aarch64").strip()).isEqualTo(byHand);
    }

    @Test
    void aPortThatDoesNotSayWhoCommitsIsAsked() {
        shell.withPort();
        Said said = shell.run("zlib", "--commit");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                overlays/port.yaml: error: does not say who commits
                  fix: add commits: {author: NAME, email: ADDRESS, date: 2019-01-15}
                """);
    }

    @Test
    void anOverlayWithoutItsUpstreamCommitCannotBeCommitted() {
        shell.file("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\nedits: []\n");
        Said said = shell.run("zlib", "--commit");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                overlays/zlib/overlay.yaml: error: has no 'base', which says what upstream commit it is made for
                  fix: add base: {repo: OWNER/NAME, commit: …, version: …}
                """);
    }

    @Test
    void whatABaseLacksIsNamed() {
        String overlay = "overlay: 1\npackage: zlib\nbase: {repo: conda-forge/zlib-feedstock%s}\nedits: []\n";
        String noCommit = """
                overlays/zlib/overlay.yaml: error: base has no commit
                  fix: add commit: …, the upstream commit that base/ holds
                """;
        String noVersion = """
                overlays/zlib/overlay.yaml: error: base has no version
                  fix: add version: "…", the one of the recipe at that commit
                """;
        shell.file("overlays/zlib/overlay.yaml", overlay.formatted(""));
        assertThat(shell.run("zlib", "--commit").err()).isEqualTo(noCommit + noVersion);
        shell.file("overlays/zlib/overlay.yaml", overlay.formatted(", version: '1'"));
        assertThat(shell.run("zlib", "--commit").err()).isEqualTo(noCommit);
        shell.file("overlays/zlib/overlay.yaml", overlay.formatted(", commit: " + "0123456789".repeat(4)));
        assertThat(shell.run("zlib", "--commit").err()).isEqualTo(noVersion);
    }

    private String git(String... args) throws IOException, InterruptedException {
        return gitIn(temp.resolve("one"), args);
    }

    private static String gitIn(Path workspace, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=A Person",
                "-c",
                "user.email=person@example.org",
                "--git-dir",
                workspace.resolve("work/zlib-feedstock.git").toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
