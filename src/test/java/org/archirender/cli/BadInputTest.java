package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.archirender.cli.Shell.Said;
import org.archirender.cli.console.Surroundings;
import org.archirender.workspace.WorkspaceLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input and bad luck get: a message that says who has to do what, and the exit code that goes with it. */
class BadInputTest {
    private final Shell shell = Shell.empty().withPort().withPackage("zlib", "");

    @Test
    void aMistypedCommandIsNoPackage() {
        Said said = shell.run("lnit");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                command line: error: there is neither a command nor a package 'lnit'; did you mean 'init' or 'lint'?
                  fix: correct it; a package is vendored with: archi-render init lnit --from DIR|URL
                """);
    }

    @Test
    void nothingToRender() {
        Said said = shell.run();
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                command line: error: no packages are named
                  fix: name packages, or use --all; see archi-render --help
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".NaN",
                "a..b",
                "a.lock",
                "a b",
                "a~1",
                "outputs[]/x",
                "/a",
                "a/",
                "a//b",
                "-a",
                "HEAD",
                "a@{u}",
                "a."
            })
    void aBranchThatGitTakesForNone(String branch) {
        String port = shell.read("overlays/port.yaml").replace("branch: aarch64", "branch: '" + branch + "'");
        Said said = shell.file("overlays/port.yaml", port).run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                overlays/port.yaml:3:9: error: 'branch' is '%s'
                  fix: give a branch's name, such as 'aarch64'
                """.formatted(branch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "2038-01-01", "+999999999-12-31", "2019-02-30"})
    void aDayThatGitCannotDateACommit(String day) {
        String commits = "commits: {author: A, email: a@b, date: '" + day + "'}\n";
        Said said = shell.file("overlays/port.yaml", shell.read("overlays/port.yaml") + commits)
                .run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("error: 'date' is '" + day + "'");
    }

    @Test
    void allAndNames() {
        Said said = shell.run("--all", "zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                command line: error: --all and package names exclude each other
                  fix: give one or the other
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3"})
    void fewerJobsThanOne(String jobs) {
        Said said = shell.run("zlib", "--jobs", jobs);
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                --jobs %s: error: jobs must be at least 1
                  fix: give 1 or more
                """.formatted(jobs));
    }

    @Test
    void anUnknownOption() {
        Said said = shell.run("--chek");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                archi-render: Unknown option: '--chek'
                Possible solutions: --check
                Try 'archi-render --help'.
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--format=jsn|'--format': 'jsn' is not one of text, json, github, markdown; did you mean 'json'?",
                "--color=x|'--color': 'x' is not one of auto, always, never",
                "--diff=ful|'--diff': 'ful' is not one of bounded, full; did you mean 'full'?"
            })
    void aWordThatAnOptionDoesNotKnow(String option, String message) {
        Said said = shell.run(option, "zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo("archi-render: Invalid value for option " + message + "\nTry 'archi-render --help'.\n");
    }

    @Test
    void theWordsOfOptionsMayBeInCapitals() {
        assertThat(shell.run("--format=JSON", "--color=Never", "zlib").out()).startsWith("{");
    }

    @Test
    void aPackageThatDoesNotExist() {
        Said said = shell.run("zlip");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                overlays/zlip: error: there is no package 'zlip' in this workspace
                  fix: did you mean 'zlib'?
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "/", "zlib/", "./zlib", "zlib/base", "../overlays/zlib", "/port/overlays/zlib"})
    void aNameThatLeadsElsewhereIsNoPackage(String name) {
        Said said = shell.run(name);
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("overlays/" + name + ": error: there is no package '" + name + "'");
        assertThat(shell.list("rendered")).isEmpty();
    }

    @Test
    void noPortFile() throws IOException {
        Files.delete(shell.path("overlays/port.yaml"));
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                overlays/port.yaml: error: there is no such file
                  fix: begin it with 'port: 1' and 'target: linux-aarch64'
                """);
    }

    @Test
    void aProviderWithoutAnyTemplates() throws IOException {
        shell.remove("templates");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                overlays/port.yaml:7:13: error: there is no provider 'ci'; templates/ has none
                  fix: make the folder templates/ci, see docs/templates.md, or take it out
                """);
    }

    @Test
    void aProviderThatDoesNotExistIsNamedWhereItIsChosen() {
        String chosen = "overlay: 1\npackage: xz\nproviders: [ci, docekr]\n";
        shell.withPackage("xz", "").file("overlays/xz/overlay.yaml", chosen);
        shell.file("templates/docker/provider.yaml", "provider: 1\nabout: Docker\nrequires: [image]\n");
        String message = """
                overlays/xz/overlay.yaml:3:17: error: there is no provider 'docekr'; did you mean 'docker'?
                  fix: choose among ci, docker
                """;
        Said said = shell.run("--all");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo(message);
        assertThat(shell.run("lint").err()).isEqualTo(message + "2 packages, 1 problem, 0 warnings\n");
        shell.file("overlays/xz/overlay.yaml", chosen.replace("docekr", "docker"));
        assertThat(shell.run("xz").err())
                .startsWith(
                        "overlays/xz/overlay.yaml:3:17: error: provider 'docker' needs 'image', which is not chosen\n");
    }

    @Test
    void aProviderThatThePortChoosesInVainIsToldOnce() {
        shell.withPackage("xz", "");
        shell.file("overlays/port.yaml", shell.read("overlays/port.yaml").replace("[ci]", "[cl]"));
        String message = """
                overlays/port.yaml:7:13: error: there is no provider 'cl'; did you mean 'ci'?
                  fix: choose among ci
                """;
        assertThat(shell.run("--all").err()).isEqualTo(message);
        assertThat(shell.run("lint").err()).isEqualTo(message + "2 packages, 1 problem, 0 warnings\n");
    }

    @Test
    void aProviderThatIsNoYamlIsToldOnce() {
        shell.file("templates/ci/provider.yaml", "provider: 1\nfiles: [x\n");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                templates/ci/provider.yaml:2:8: error: not valid YAML: expected ',' or ']', but got <stream end> (while parsing a flow sequence)
                """);
    }

    @Test
    void noWorkspaceAnywhere() {
        Said said = Shell.empty().run("--all");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                /port: error: no workspace here or above: none of these folders has overlays/ and pinnings.yaml
                  fix: change into one, or give it with -C DIR
                """);
    }

    @Test
    void aFolderThatIsNoWorkspace() {
        Said said = shell.run("-C", "overlays", "--all");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                /port/overlays: error: is not a workspace: overlays/ or pinnings.yaml is missing
                  fix: give a folder that has both
                """);
    }

    @Test
    void anUnknownKeyInTheOverlay() {
        shell.file("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\nedit: []\n");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .startsWith(
                        "overlays/zlib/overlay.yaml:3:1: error: an overlay has no key 'edit'; did you mean 'edits'?");
    }

    @Test
    void malformedPinnings() {
        shell.file("pinnings.yaml", "zlib: [1.2\n");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("pinnings.yaml:").contains("not valid YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void emptyPinnings(String text) {
        shell.file("pinnings.yaml", text);
        Said said = shell.run("--check", "zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("""
                pinnings.yaml: error: is empty: it pins nothing
                  fix: restore the conda_build_config.yaml that belongs here, or write {} to pin nothing
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# c_compiler: gcc", "---\n  # to be written\n\n...\n"})
    void pinningsOfCommentsAlone(String text) {
        shell.file("pinnings.yaml", text);
        for (String command : new String[] {"explain", "lint"}) {
            Said said = shell.run(command, "zlib");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err()).startsWith("pinnings.yaml: error: has nothing but comments: it pins nothing\n");
        }
    }

    @Test
    void nothingMayBePinnedWhereThatIsSaid() {
        shell.file("pinnings.yaml", "{}\n");
        assertThat(shell.run("zlib").exitCode()).isZero();
    }

    @Test
    void anOverlayThatIsMissing() throws IOException {
        Files.delete(shell.path("overlays/zlib/overlay.yaml"));
        assertThat(shell.run("zlib").err()).isEqualTo("""
                overlays/zlib/overlay.yaml: error: there is no such file
                  fix: begin it with 'overlay: 1' and 'package: zlib'
                """);
    }

    @Test
    void aTemplateThatCannotBeParsed() {
        shell.file("templates/ci/build.sh.ftl", "[#if");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("templates/ci/build.sh.ftl:1");
    }

    @Test
    void aTemplateThatAsksForWhatIsNotThere() {
        shell.file("templates/ci/build.sh.ftl", "[=feedstock.nmae]");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("templates/ci/build.sh.ftl:1").contains("nmae");
    }

    @Test
    void aProvidersFileThatUpstreamHasToo() {
        shell.file("overlays/zlib/base/build.sh", "upstream's\n");
        assertThat(shell.run("zlib").err()).isEqualTo("""
                overlays/zlib/overlay.yaml: error: a template renders build.sh, which the base has too
                  fix: choose other providers for this package, or remove the file from its base
                """);
    }

    @Test
    void aLinkThatLeadsOutOfTheOverlay() throws IOException {
        Files.createSymbolicLink(
                shell.path("overlays/zlib/base/recipe/LICENSE"),
                shell.path("/").getFileSystem().getPath("/etc/passwd"));
        Files.createDirectories(shell.path("/etc"));
        Files.writeString(shell.path("/etc/passwd"), "secret");
        assertThat(shell.run("zlib").err())
                .startsWith(
                        "overlays/zlib/base/recipe/LICENSE: error: is a symbolic link that leads out of the folder");
    }

    @Test
    void aDiskThatCannotBeWritten() {
        shell.file("rendered", "a file where a folder should be\n");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).startsWith("zlib: can't write /port/rendered/zlib-feedstock: ");
    }

    @Test
    void aFullDiskLosesNothing() {
        Shell small = Shell.in(Jimfs.newFileSystem(Configuration.unix().toBuilder()
                        .setAttributeViews("basic", "posix")
                        .setBlockSize(512)
                        .setMaxSize(40_000)
                        .build())
                .getPath("/port"));
        small.withPort().withPackage("zlib", "").run("--all");
        String before = small.list("rendered");
        small.file("overlays/zlib/base/recipe/big.patch", "x".repeat(15_000));
        Said said = small.run("--all");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).startsWith("zlib: can't write /port/rendered/zlib-feedstock: ");
        assertThat(small.list("rendered")).isEqualTo(before);
    }

    @Test
    void twoRunsAtOnce(@TempDir Path temp) {
        Shell real = Shell.in(temp).withPort().withPackage("zlib", "");
        try (WorkspaceLock held = WorkspaceLock.take(temp.resolve("work"))) {
            assertThat(held).isNotNull();
            Said said = real.run("zlib");
            assertThat(said.exitCode()).isEqualTo(3);
            assertThat(said.err().replaceFirst("since [0-9T:-]+Z", "since NOW"))
                    .isEqualTo("""
                    archi-render: another archi-render is writing this workspace (process %d since NOW, it holds %s)
                      fix: wait until it is done, then run the command again
                    """.formatted(ProcessHandle.current().pid(), temp.resolve("work/lock")));
            assertThat(real.run("zlib", "--check").exitCode()).isEqualTo(1);
        }
        assertThat(real.run("zlib").exitCode()).isZero();
    }

    @Test
    void aBugIsCalledOne() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Surroundings broken = new Surroundings(Map.of(), stream, stream, shell.path(""), false, false, hook -> {
            throw new IllegalStateException("no hooks here");
        });
        assertThat(Main.run(broken, "zlib")).isEqualTo(70);
        assertThat(err).hasToString("""
                archi-render: a bug in archi-render: java.lang.IllegalStateException: no hooks here
                  fix: run it again with --stacktrace and report what it prints
                """);
        err.reset();
        assertThat(Main.run(broken, "zlib", "--stacktrace")).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat org.archirender.cli.RenderCommand");
    }
}
