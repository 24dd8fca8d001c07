package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.GitHubServer;
import org.junit.jupiter.api.Test;

/** From upstream's feedstocks to our own, on a stand-in for GitHub that serves git and REST. */
class GitHubJourneyTest extends PortOnGitHub {
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
    void aFeedstockOfAnotherNameGoesAllTheWayToItsOwnRemote() {
        String overlay = shell.read("overlays/zlib/overlay.yaml");
        shell.file(
                "overlays/zlib/overlay.yaml", overlay + "remote: " + github().endpoint() + "/a-port/{name}-ported\n");
        assertThat(run("status", "zlib").out()).contains("not forked");
        assertThat(run("fork", "zlib").exitCode()).isZero();
        assertThat(run("zlib", "--push").out()).contains("pushed ");
        assertThat(run("status", "zlib").out()).contains("in sync");
        shell.file("overlays/zlib/base/recipe/build.sh", "make -j2\nmake install\n");
        String pull = "pull request #1 (" + github().endpoint() + "/a-port/zlib-ported/pull/1)";
        assertThat(run("zlib", "--pull-request").out()).contains("opened " + pull);
        assertThat(run("status", "zlib").out()).contains(pull + " is open");
        assertThat(temp.resolve("hub/Archiconda")).doesNotExist();
    }

    @Test
    void aRemoteOnAServerThatPortYamlDoesNotNameGetsNoToken() throws IOException {
        run("fork", "--all", "--keep-default-branch");
        try (GitHubServer other = new GitHubServer(temp.resolve("hub"), Optional.of(TOKEN))) {
            String overlay = shell.read("overlays/zlib/overlay.yaml");
            String remote = other.endpoint() + "/Archiconda/{name}-feedstock";
            shell.file("overlays/zlib/overlay.yaml", overlay + "remote: " + remote + "\n");
            Said said = run("--all", "--push", "-j", "1");
            assertThat(said.err())
                    .contains("zlib: the token is not given to " + other.endpoint()
                            + ": its overlay's remote: names it, and port.yaml's does not\n");
            assertThat(said.out()).contains("2 pushed");
            assertThat(other.requests())
                    .isNotEmpty()
                    .allMatch(request -> request.authorization().isEmpty());
        }
    }

    @Test
    void anExpiredTokenStopsTheRunAndIsNeverTold() throws IOException {
        run("fork", "--all", "--keep-default-branch");
        github().expireToken();
        for (String way : List.of("--pull-request", "--push")) {
            github().requests().clear();
            Said said = run("--all", way, "-j", "1", "--stacktrace", "-v");
            assertThat(said.exitCode()).isEqualTo(3);
            assertThat(said.out())
                    .contains("not tried: " + github().endpoint() + " did not let us in\n")
                    .endsWith("1 failed; 2 not tried\n");
            assertThat(said.err())
                    .containsOnlyOnce("fix: the token was refused: has it expired?")
                    .containsOnlyOnce(github().endpoint() + ": it did not let us in: 2 feedstocks not tried\n");
            assertThat(github().requests())
                    .isNotEmpty()
                    .allMatch(request -> request.toString().contains("bzip2"));
        }
        tokenIsNowhere();
    }

    @Test
    void aStatusEndsWithTheFirstQuestionThatIsRefused() {
        run("fork", "--all", "--keep-default-branch");
        run("--all", "--push");
        shell.file("templates/ci/build.sh.ftl", "make test\n");
        run("--all", "--pull-request");
        github().expireToken();
        Said said = run("status", "-j", "1");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.out()).isEqualTo("""
                bzip2                failed
                xz                   not tried        %1$s did not let us in
                zlib                 not tried        %1$s did not let us in
                1 failed, 2 not tried
                """.formatted(github().endpoint()));
        assertThat(said.err()).contains(": it did not let us in: 2 feedstocks not tried\n");
    }

    @Test
    void aLimitOfGitHubsIsWaitedForAndSaid() {
        github().answerOnce(403, Map.of("Retry-After", "3"), GitHubServer.message("secondary rate limit"));
        Said said = run("fork", "zlib");
        assertThat(said.exitCode()).isZero();
        assertThat(said.err()).isEqualTo("waiting 3 seconds, as the server asks\n");
    }

    private void tokenIsNowhere() throws IOException {
        assertThat(everythingSaid()).doesNotContain(TOKEN);
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
}
