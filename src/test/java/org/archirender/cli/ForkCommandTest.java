package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubAnswer;
import org.archirender.publish.fake.GitHubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkCommandTest {
    @TempDir
    private Path temp;

    private Shell shell = Shell.empty();
    private Optional<GitHubServer> github = Optional.empty();

    @BeforeEach
    void anUpstreamFeedstock() throws IOException {
        Git.init(temp.resolve("github/conda-forge/zlib-feedstock")).commit("master", "Re-rendered");
        github = Optional.of(new GitHubServer(temp.resolve("github")));
        shell = Shell.in(temp.resolve("port"))
                .withPort()
                .withPackage("zlib", "")
                .withPackage("xz", "");
    }

    @AfterEach
    void stop() {
        github.ifPresent(GitHubServer::close);
    }

    @Test
    void saysWhatItDidAndThenThatThereIsNothingToDo() {
        assertThat(fork("zlib").out())
                .isEqualTo("zlib                 forked conda-forge/zlib-feedstock,"
                        + " made branch aarch64 from master, made aarch64 the default branch\n");
        Said again = fork("zlib");
        assertThat(again.out()).isEqualTo("zlib                 nothing to do\n");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthers() {
        Said said = fork("--all", "--keep-default-branch");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).isEqualTo("""
                xz: 127.0.0.1: there is no conda-forge/xz-feedstock to fork
                  fix: check upstream-org: in port.yaml and the package's name
                """);
        assertThat(said.out()).startsWith("zlib                 forked conda-forge/zlib-feedstock");
    }

    @Test
    void aWorkflowGetsAnAnnotation() {
        assertThat(fork("xz", "--format", "github").out())
                .isEqualTo("::error file=.,title=xz::127.0.0.1: there is no conda-forge/xz-feedstock to fork"
                        + "%0Afix: check upstream-org: in port.yaml and the package's name\n");
    }

    @Test
    void programsGetADocument() {
        fork("zlib", "--keep-default-branch");
        assertThat(fork("--all", "--format", "json").out()).isEqualTo("""
                {
                  "feedstocks" : [
                    {
                      "name" : "xz",
                      "problems" : [
                        {
                          "file" : ".",
                          "line" : 0,
                          "column" : 0,
                          "message" : "127.0.0.1: there is no conda-forge/xz-feedstock to fork",
                          "fix" : "check upstream-org: in port.yaml and the package's name"
                        }
                      ]
                    },
                    {
                      "name" : "zlib",
                      "done" : [
                        "made aarch64 the default branch"
                      ],
                      "already" : [
                        "fork",
                        "branch aarch64"
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void aTokenIsInNothingThatIsSaid() {
        github.orElseThrow().answerOnce(401, Map.of(), GitHubServer.message("Bad credentials ghp_secret"));
        Said said = shell.variable("ARCHI_RENDER_TOKEN", "ghp_secret")
                .run("fork", "zlib", "--stacktrace", "--api", endpoint());
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).contains("Bad credentials ***").contains("the token was refused: has it expired?");
        assertThat(said.out() + said.err()).doesNotContain("ghp_secret");
    }

    @Test
    void whoIsNotLetInAsksNothingMore() {
        GitHubServer server = github.orElseThrow();
        server.answer(request -> Optional.of(GitHubAnswer.of(401, GitHubServer.message("Bad credentials"))));
        Said said = fork("--all");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.out()).isEqualTo("zlib                 not tried: " + endpoint() + " did not let us in\n");
        assertThat(said.err()).isEqualTo("""
                xz: 127.0.0.1: Archiconda/xz-feedstock: Bad credentials
                  fix: the token was refused: has it expired?
                %s: it did not let us in: 1 feedstock not tried
                  fix: see to the token, then run the same command again: it goes on where it stopped
                """.formatted(endpoint()));
        assertThat(server.requests()).hasSize(1);
    }

    private Said fork(String... names) {
        String[] command = new String[names.length + 3];
        command[0] = "fork";
        System.arraycopy(names, 0, command, 1, names.length);
        command[names.length + 1] = "--api";
        command[names.length + 2] = endpoint();
        return shell.run(command);
    }

    private String endpoint() {
        return github.orElseThrow().endpoint();
    }
}
