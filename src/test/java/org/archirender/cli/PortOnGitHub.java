package org.archirender.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of commands: a port of three packages, whose upstream feedstocks are on a stand-in for GitHub. */
abstract class PortOnGitHub {
    static final String TOKEN = "ghp_0123456789secret";

    @TempDir
    Path temp;

    private final StringBuilder everythingSaid = new StringBuilder();
    Shell shell = Shell.empty();
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

    /** What every command of the test said. */
    String everythingSaid() {
        return everythingSaid.toString();
    }

    /** One of our own feedstocks, from outside. */
    Git own(String name) {
        return new Git(temp.resolve("hub/Archiconda/" + name + "-feedstock"));
    }

    /** The newest commit of an upstream feedstock. */
    String upstream(String name) {
        return new Git(temp.resolve("hub/conda-forge/" + name + "-feedstock"))
                .git("rev-parse", "master")
                .strip();
    }

    String status() {
        return run("status").out();
    }

    /** Runs a command with the stand-in for GitHub. */
    Said run(String... args) {
        String[] command = Arrays.copyOf(args, args.length + 2);
        command[args.length] = "--api";
        command[args.length + 1] = github().endpoint();
        Said said = shell.run(command);
        everythingSaid.append(said.out()).append(said.err());
        return said;
    }

    GitHubServer github() {
        return github.orElseThrow();
    }
}
