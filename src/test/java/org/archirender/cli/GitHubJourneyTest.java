package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From upstream's feedstocks to our own, on a stand-in for GitHub that serves git and REST. */
class GitHubJourneyTest {
    private static final String TOKEN = "ghp_0123456789secret";

    @TempDir
    private Path temp;

    private final StringBuilder everythingSaid = new StringBuilder();
    private Shell shell = Shell.empty();
    private Optional<GitHubServer> github = Optional.empty();

    @BeforeEach
    void aPortOfThreePackages() throws IOException {
        assumeTrue(GitHubServer.servesGit(), "skipped: no git-http-backend on this machine");
        github = Optional.of(new GitHubServer(temp.resolve("hub"), Optional.of(TOKEN)));
        shell = Shell.in(temp.resolve("port")).withPort().variable("ARCHI_RENDER_TOKEN", TOKEN);
        shell.file(
                "overlays/port.yaml",
                shell.read("overlays/port.yaml")
                        + "commits: {author: A Porter, email: porter@example.org, date: 2019-01-15}\n"
                        + "remote: " + github().endpoint() + "/Archiconda/{name}-feedstock\n");
        for (String name : List.of("bzip2", "xz", "zlib")) {
            String start = Git.init(temp.resolve("hub/conda-forge/" + name + "-feedstock"))
                    .commit("master", "Re-rendered " + name);
            shell.withPackage(name, "");
            shell.file(
                    "overlays/" + name + "/overlay.yaml",
                    shell.read("overlays/" + name + "/overlay.yaml").replaceFirst("[0-9a-f]{40}", start));
        }
    }

    @AfterEach
    void stop() {
        github.ifPresent(GitHubServer::close);
    }

    @Test
    void forkPushProposeMergeAndTheStatusOnTheWay() throws IOException {
        assertThat(status()).isEqualTo("""
                bzip2                not forked       make it with: archi-render fork bzip2
                xz                   not forked       make it with: archi-render fork xz
                zlib                 not forked       make it with: archi-render fork zlib
                3 not forked
                """);
        assertThat(run("fork", "bzip2", "zlib", "--keep-default-branch").exitCode())
                .isZero();
        assertThat(status()).contains("""
                zlib                 behind           added .ci_support/linux_aarch64_.yaml, \
                removed .ci_support/linux_aarch64_old.yaml, added build.sh and 3 more
                2 behind, 1 not forked
                """);

        Said pushed = run("--all", "--push");
        assertThat(pushed.exitCode()).isEqualTo(3);
        assertThat(pushed.err()).isEqualTo("""
                xz: %s/Archiconda/xz-feedstock: there is no such repository, or the token may not see it
                  fix: make it with: archi-render fork xz
                """.formatted(github().endpoint()));
        assertThat(pushed.out()).endsWith("3 written, 1 failed; 2 pushed\n");
        run("fork", "xz", "--keep-default-branch");
        assertThat(run("--all", "--push").out()).endsWith("4 unchanged; 2 in sync, 1 pushed\n");
        assertThat(status()).endsWith("3 in sync\n");
        assertThat(run("status", "-q").out()).isEqualTo("3 in sync\n");

        shell.file("overlays/zlib/base/recipe/build.sh", "make -j2\nmake install\n");
        Said proposed = run("--all", "--pull-request");
        assertThat(proposed.err()).isEmpty();
        assertThat(proposed.out())
                .contains("zlib                  1 variant   written: 1 changed, opened pull request #1 ("
                        + github().endpoint() + "/Archiconda/zlib-feedstock/pull/1)\n");
        assertThat(status())
                .contains("zlib                 behind           changed recipe/build.sh; pull request #1 ("
                        + github().endpoint() + "/Archiconda/zlib-feedstock/pull/1) is open\n");
        assertThat(run("status", "zlib", "--format", "json").out()).contains("""
                      "changes" : [
                        {
                          "path" : "recipe/build.sh",
                          "change" : "changed"
                        }
                      ],
                      "foreign" : [ ],
                      "pullRequest" : {
                        "number" : 1,
                        "url" : "%s/Archiconda/zlib-feedstock/pull/1"
                      },
                """.formatted(github().endpoint()));
        assertThat(run("--all", "--pull-request").out()).contains(" is open\n");
        github().merge("Archiconda/zlib-feedstock", 1, false);
        assertThat(run("--all", "--pull-request").out()).endsWith("4 unchanged; 3 in sync\n");
        assertThat(run("fork", "--all", "--keep-default-branch").out()).isEqualTo("""
                        bzip2                nothing to do
                        xz                   nothing to do
                        zlib                 nothing to do
                        """);
        tokenIsNowhere();
    }

    @Test
    void upstreamHasToBeGreenWhereThePortSaysSo() throws IOException {
        shell.file("overlays/port.yaml", shell.read("overlays/port.yaml") + "when: upstream-green\n");
        run("fork", "--all", "--keep-default-branch");
        github().status(upstream("zlib"), "ci/circle", "success");
        github().checkRun(upstream("xz"), "linux", "in_progress", "");
        assertThat(status()).isEqualTo("""
                bzip2                waiting          upstream's CI has said nothing of this commit
                xz                   waiting          upstream's CI still runs: linux
                zlib                 behind           added .ci_support/linux_aarch64_.yaml, \
                removed .ci_support/linux_aarch64_old.yaml, added build.sh and 3 more
                1 behind, 2 waiting
                """);
        Said first = run("--all", "--push");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("waiting: upstream's CI still runs: linux")
                .endsWith("; 1 pushed, 2 waiting\n");
        github().status(upstream("xz"), "ci/circle", "success");
        assertThat(run("--all", "--push").out()).endsWith("; 1 in sync, 2 waiting\n");
        github().status(upstream("bzip2"), "ci/circle", "success");
        assertThat(run("--all", "--push").out()).endsWith("; 1 in sync, 1 pushed, 1 waiting\n");
    }

    @Test
    void eachThatFailsIsOneLineThatSaysWhoMustActAndTheOthersGoOn() throws IOException {
        run("fork", "--all", "--keep-default-branch");
        github().archive("Archiconda/bzip2-feedstock");
        github().protect("Archiconda/xz-feedstock", "aarch64");
        Path summary = temp.resolve("summary.md");
        shell.variable("GITHUB_STEP_SUMMARY", summary.toString());
        Said said = run("--all", "--push", "--format", "github");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("::error file=overlays/bzip2/overlay.yaml,title=bzip2::")
                        && line.contains("archived"))
                .anyMatch(line -> line.startsWith("::error file=overlays/xz/overlay.yaml,title=xz::")
                        && line.contains("protected"));
        assertThat(run("status", "zlib").out()).endsWith("1 in sync\n");
        assertThat(Files.readString(summary)).isEqualTo("""
                ### archi-render

                | feedstock | state | files | remark |
                |---|---|---|---|
                | bzip2 | failed | 0 | %1$s/Archiconda/bzip2-feedstock: git-receive-pack not permitted |
                | xz | failed | 0 | %1$s/Archiconda/xz-feedstock: branch aarch64 was rejected by the remote: \
                protected branch hook declined: error: GH006: Protected branch update failed for refs/heads/aarch64. \
                error: Changes must be made through a pull request. |
                | zlib | written | 5 | pushed %2$s to aarch64 |
                | port | written | 1 |  |

                0 of 4 unchanged.
                """.formatted(
                github().endpoint(), own("zlib").git("rev-parse", "aarch64").substring(0, 10)));
    }

    @Test
    void anExpiredTokenIsSaidOnceAFeedstockAndNeverTold() throws IOException {
        run("fork", "--all", "--keep-default-branch");
        github().expireToken();
        Said said = run("--all", "--pull-request", "--stacktrace", "-v");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).contains("fix: the token was refused: has it expired?");
        tokenIsNowhere();
    }

    @Test
    void aLimitOfGitHubsIsWaitedForAndSaid() {
        github().answerOnce(403, Map.of("Retry-After", "3"), GitHubServer.message("secondary rate limit"));
        Said said = run("fork", "zlib");
        assertThat(said.exitCode()).isZero();
        assertThat(said.err()).isEqualTo("waiting 3 seconds, to keep to GitHub's limits\n");
    }

    @Test
    void forProgramsTheStatusIsOneDocument() {
        Said said = run("status", "zlib", "--format", "json");
        assertThat(said.out()).isEqualTo("""
                {
                  "feedstocks" : [
                    {
                      "name" : "zlib",
                      "state" : "not forked",
                      "detail" : "make it with: archi-render fork zlib",
                      "changes" : [ ],
                      "foreign" : [ ],
                      "problems" : [ ]
                    }
                  ],
                  "summary" : {
                    "not forked" : 1
                  }
                }
                """);
    }

    @Test
    void forProgramsThereIsWhatIsInSyncAndWhatPeopleDid() {
        run("fork", "--all", "--keep-default-branch");
        run("--all", "--push");
        String ours = own("xz").git("rev-parse", "aarch64").strip();
        String theirs = own("zlib")
                .commit(
                        "aarch64",
                        "Fix it by hand",
                        own("zlib").git("rev-parse", "aarch64").strip());
        shell.file("overlays/bzip2/overlay.yaml", "overlay: 1\npackage: bzip2\nskip: no need\n");
        String overlay = shell.read("overlays/zlib/overlay.yaml");
        String repository = "conda-forge/zlib-feedstock";
        shell.file(
                "overlays/zlib/overlay.yaml",
                overlay.replace(repository, "'" + github().endpoint() + "/" + repository + "'"));
        assertThat(run("status", "--format", "json").out()).isEqualTo("""
                {
                  "feedstocks" : [
                    {
                      "name" : "bzip2",
                      "state" : "skipped",
                      "detail" : "no need",
                      "changes" : [ ],
                      "foreign" : [ ],
                      "problems" : [ ]
                    },
                    {
                      "name" : "xz",
                      "state" : "in sync",
                      "detail" : "",
                      "commit" : "%1$s",
                      "changes" : [ ],
                      "foreign" : [ ],
                      "problems" : [ ]
                    },
                    {
                      "name" : "zlib",
                      "state" : "foreign",
                      "detail" : "%2$.10s Fix it by hand (A Porter)",
                      "changes" : [ ],
                      "foreign" : [
                        {
                          "commit" : "%2$.10s",
                          "author" : "A Porter",
                          "subject" : "Fix it by hand"
                        }
                      ],
                      "problems" : [ ]
                    }
                  ],
                  "summary" : {
                    "foreign" : 1,
                    "in sync" : 1,
                    "skipped" : 1
                  }
                }
                """.formatted(ours, theirs));
    }

    private void tokenIsNowhere() throws IOException {
        assertThat(everythingSaid.toString()).doesNotContain(TOKEN);
        try (var files = Files.walk(temp)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().noneMatch(GitHubJourneyTest::holdsTheToken);
        }
    }

    private static boolean holdsTheToken(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(TOKEN);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Git own(String name) {
        return new Git(temp.resolve("hub/Archiconda/" + name + "-feedstock"));
    }

    private String upstream(String name) {
        return new Git(temp.resolve("hub/conda-forge/" + name + "-feedstock"))
                .git("rev-parse", "master")
                .strip();
    }

    private String status() {
        return run("status").out();
    }

    private Said run(String... args) {
        String[] command = java.util.Arrays.copyOf(args, args.length + 2);
        command[args.length] = "--api";
        command[args.length + 1] = github().endpoint();
        Said said = shell.run(command);
        everythingSaid.append(said.out()).append(said.err());
        return said;
    }

    private GitHubServer github() {
        return github.orElseThrow();
    }
}
