package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --push}, to bare repositories that git itself looks into. */
class PushTest {
    @TempDir
    private Path temp;

    private Shell shell = Shell.empty();

    @BeforeEach
    void aPortWithTwoForks() throws IOException {
        shell = Shell.in(temp.resolve("port")).withPort();
        shell.file(
                "overlays/port.yaml",
                shell.read("overlays/port.yaml")
                        + "commits: {author: A Porter, email: porter@example.org, date: 2019-01-15}\n"
                        + "remote: file://" + temp + "/own/{name}-feedstock\n");
        fork("xz");
        fork("zlib");
    }

    private void fork(String name) throws IOException {
        Git upstream = Git.init(temp.resolve("upstream/" + name + "-feedstock"));
        String start = upstream.commit("master", "Re-rendered");
        own(name).git("fetch", "-q", upstream.directory().toString(), "master:master");
        shell.withPackage(name, "");
        String overlay = shell.read("overlays/" + name + "/overlay.yaml");
        shell.file(
                "overlays/" + name + "/overlay.yaml",
                overlay.replace("conda-forge/" + name + "-feedstock", "'file://" + upstream.directory() + "'")
                        .replaceFirst("[0-9a-f]{40}", start));
    }

    private Git own(String name) throws IOException {
        Path directory = temp.resolve("own/" + name + "-feedstock");
        return Files.exists(directory) ? new Git(directory) : Git.init(directory);
    }

    @Test
    void everyFeedstockIsPushedOnceAndThenInSync() throws IOException {
        Said first = shell.run("--all", "--push");
        String zlib = own("zlib").git("rev-parse", "aarch64").substring(0, 10);
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("written: 5 added, pushed " + zlib + " to aarch64");
        assertThat(first.exitCode()).isZero();

        Said second = shell.run("--all", "--push");
        assertThat(second.out()).contains("unchanged, aarch64 has it as " + zlib);
        assertThat(own("zlib").git("rev-parse", "aarch64")).startsWith(zlib);
    }

    @Test
    void whatIsPublishedAndNotCommittedInTheWorkspaceIsWarnedOf() throws Exception {
        Path port = temp.resolve("port");
        workspaceGit("init", "-q");
        workspaceGit("add", "overlays", "pinnings.yaml", "templates");
        workspaceGit("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "one");
        assertThat(shell.run("--all", "--push").err()).isEmpty();
        shell.file("overlays/xz/base/recipe/build.sh", "make install\n");
        assertThat(shell.run("zlib", "--push").err()).isEmpty();
        assertThat(shell.run("--all", "--push", "--dry-run").err()).isEqualTo("""
                overlays/xz/base/recipe/build.sh: warning: is not committed: what is published is not in this \
                workspace's history
                  fix: commit it and share it, so that others publish the same
                """);
        shell.file("overlays/xz/files/new.patch", "");
        Files.delete(port.resolve("templates/ci/build.sh.ftl"));
        shell.file("templates/ci/build.sh.ftl", "make all\n");
        assertThat(shell.run("--all", "--push").err()).contains("is not committed, and 2 more:");
    }

    private void workspaceGit(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", temp.resolve("port").toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    /** The order in which the README has the shipped port published. */
    @Test
    void basesThatWereWrittenArePushedOnceUpdateHasVendoredTheirCommits() throws IOException {
        List<String> commits = List.of(written("xz"), written("zlib"));
        assertThat(shell.run("--all", "--push").exitCode()).isEqualTo(2);
        assertThat(own("zlib").git("for-each-ref", "refs/heads/aarch64")).isEmpty();

        Said update = shell.run("update", "--all", "--to", "base");
        assertThat(update.exitCode()).as(update.err()).isZero();
        Said push = shell.run("--all", "--push");

        assertThat(push.exitCode()).as(push.err()).isZero();
        assertThat(List.of(
                        own("xz").git("rev-parse", "aarch64^").strip(),
                        own("zlib").git("rev-parse", "aarch64^").strip()))
                .isEqualTo(commits);
        assertThat(own("zlib").git("show", "aarch64:recipe/meta.yaml"))
                .endsWith("about:\n  summary: as upstream has it\n");
    }

    /** Puts a recipe upstream that the base of {@code name} is said to be written after; its commit. */
    private String written(String name) throws IOException {
        Git upstream = new Git(temp.resolve("upstream/" + name + "-feedstock"));
        String recipe = "package:\n  name: %s\n  version: '1.0'\nbuild:\n  number: 0\n".formatted(name)
                + "about:\n  summary: as upstream has it\n";
        String blob = upstream.run(recipe, "hash-object", "-w", "--stdin").strip();
        String folder =
                upstream.run("100644 blob " + blob + "\tmeta.yaml\n", "mktree").strip();
        String tree =
                upstream.run("040000 tree " + folder + "\trecipe\n", "mktree").strip();
        String commit = upstream.git("commit-tree", tree, "-m", "Recipe").strip();
        upstream.git("update-ref", "refs/heads/master", commit);
        own(name).git("fetch", "-q", upstream.directory().toString(), "+master:master");
        String overlay = "overlays/" + name + "/overlay.yaml";
        shell.file(
                overlay,
                shell.read(overlay).replace("base: {", "base: {written: true, ").replaceFirst("[0-9a-f]{40}", commit));
        return commit;
    }

    @Test
    void aDryRunPushesNothing() throws IOException {
        assertThat(shell.run("--all", "--push", "--dry-run").out()).contains("would be pushed");
        assertThat(own("zlib").git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/master\n");
    }

    @Test
    void aLimitLeavesTheRestForTheNextRun() throws IOException {
        Said said = shell.run("--all", "--push", "--limit", "1", "-j", "1");
        assertThat(said.out()).contains("xz").contains("not pushed: the limit of this run is reached");
        assertThat(own("xz").git("for-each-ref", "refs/heads/aarch64")).isNotEmpty();
        assertThat(own("zlib").git("for-each-ref", "refs/heads/aarch64")).isEmpty();
        shell.run("--all", "--push", "--limit", "1", "-j", "1");
        assertThat(own("zlib").git("for-each-ref", "refs/heads/aarch64")).isNotEmpty();
    }

    @Test
    void workOfPeopleIsReportedAndTheOthersGoOn() throws IOException {
        shell.run("--all", "--push");
        String theirs = own("xz")
                .commit(
                        "aarch64",
                        "Fix it by hand",
                        own("xz").git("rev-parse", "aarch64").strip());
        shell.file("overlays/zlib/base/recipe/build.sh", "make install\n");
        Said said = shell.run("--all", "--push");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).isEqualTo("""
                xz: branch aarch64 of file://%s/own/xz-feedstock has commits that archi-render did not make:
                    %s Fix it by hand (A Porter)
                  fix: put what they do into the overlay, then: rename the branch there, and run again: a new one is made
                """.formatted(temp, theirs.substring(0, 10)));
        assertThat(said.out()).contains("1 changed, pushed ");
        assertThat(own("xz").git("rev-parse", "aarch64")).isEqualTo(theirs + "\n");
    }

    @Test
    void aTokenFileThatOthersMayReadIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("token"), "ghp_secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Said said = shell.run("--all", "--push", "--token-file", file.toString());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                %s: error: the token file may be read or written by others
                  fix: chmod 600 %s
                """.formatted(file, file));
    }

    @Test
    void contradictionsAreRefused() {
        assertThat(shell.run("--all", "--push", "--check").err()).startsWith("command line: error: --check and --push");
        assertThat(shell.run("--all", "--pull-request", "--check").err())
                .startsWith("command line: error: --check and --pull-request");
        assertThat(shell.run("--all", "--push", "--limit", "0").err())
                .isEqualTo("command line: error: --limit 0\n  fix: give 1 or more, or --dry-run to push nothing\n");
        assertThat(shell.run("--all", "--dry-run").err())
                .isEqualTo("command line: error: --dry-run without --push\n  fix: add --push\n");
    }
}
