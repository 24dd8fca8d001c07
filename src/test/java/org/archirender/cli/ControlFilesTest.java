package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.archirender.publish.fake.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files by which git is controlled, in a recipe and in a user's home, change no byte and no id of what is committed. */
class ControlFilesTest {
    private static final String ATTRIBUTES = """
            * text eol=crlf ident export-ignore filter=upper
            *.txt working-tree-encoding=UTF-16
            """;

    @TempDir
    private Path temp;

    private static String branch(Path workspace) {
        return new Git(workspace.resolve("work/zlib-feedstock.git"))
                .git("ls-tree", "-r", "--format=%(objectmode) %(objectname) %(path)", "aarch64", "recipe/");
    }

    private static String tip(Path workspace) {
        return new Git(workspace.resolve("work/zlib-feedstock.git")).git("rev-parse", "aarch64");
    }

    private Path committed(String name, Map<String, String> files, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path workspace = temp.resolve(name);
        Shell shell = Shell.in(workspace).withPort().withPackage("zlib", "");
        Path port = workspace.resolve("overlays/port.yaml");
        Files.writeString(
                port, Files.readString(port) + "commits: {author: A Porter, email: a@example.org, date: 2019-01-15}\n");
        files.forEach((path, text) -> shell.file("overlays/zlib/base/recipe/" + path, text));
        Path log = temp.resolve(name + ".log");
        Process process = RealProcess.start(workspace, log, environment, "zlib", "--commit");
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return workspace;
    }

    private Path home() throws IOException {
        Path home = temp.resolve("home");
        Path template = home.resolve("template");
        Files.createDirectories(template.resolve("info"));
        Files.writeString(template.resolve("info/attributes"), ATTRIBUTES);
        Files.writeString(template.resolve("info/exclude"), "*\n");
        Files.writeString(home.resolve("attributes"), ATTRIBUTES);
        Files.writeString(home.resolve("ignores"), "*\n");
        Files.writeString(home.resolve(".gitconfig"), """
                [core]
                autocrlf = true
                eol = crlf
                fileMode = false
                attributesFile = %1$s/attributes
                excludesFile = %1$s/ignores
                [init]
                templateDir = %1$s/template
                defaultBranch = other
                [user]
                name = Somebody Else
                email = else@example.org
                [commit]
                gpgSign = true
                [filter "upper"]
                clean = tr a-z A-Z
                required = true
                """.formatted(home));
        return home;
    }

    @Test
    void bytesAndIdsAreTheSameWhateverControlsGit() throws IOException, InterruptedException {
        Map<String, String> files = new TreeMap<>(Map.of(
                ".gitattributes", ATTRIBUTES,
                ".gitignore", "*\n!.gitignore\n",
                ".gitmodules", "[submodule \"a\"]\n\tpath = a\n\turl = ./a\n",
                "patches/.gitattributes", "*.patch -text\r\n",
                "patches/a.patch", "a\r\nb\n",
                "build.sh", "make\r\n# $Id$\n",
                "bld.bat", "nmake\nexit\r\n",
                "notes.txt", "Grüße\r\n"));
        Path plain = committed("plain", files, Map.of("HOME", temp.toString()));
        Path home = home();
        Path odd = committed(
                "odd",
                files,
                Map.of(
                        "HOME", home.toString(),
                        "XDG_CONFIG_HOME", home.toString(),
                        "GIT_CONFIG_GLOBAL", home.resolve(".gitconfig").toString(),
                        "GIT_TEMPLATE_DIR", home.resolve("template").toString(),
                        "TZ", "Asia/Kathmandu",
                        "LC_ALL", "tr_TR.UTF-8"));
        assertThat(tip(odd)).isEqualTo(tip(plain));
        StringBuilder expected = new StringBuilder();
        try (ObjectInserter ids = new ObjectInserter.Formatter()) {
            files.forEach((path, text) -> expected.append("100644 ")
                    .append(ids.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8))
                            .name())
                    .append(" recipe/")
                    .append(path)
                    .append('\n'));
        }
        assertThat(branch(odd).lines().filter(line -> !line.endsWith("/meta.yaml")))
                .containsExactlyInAnyOrderElementsOf(expected.toString().lines().toList());
        assertThat(odd.resolve("work/zlib-feedstock.git/info/attributes")).doesNotExist();
    }

    @Test
    void aCheckoutOfTheWorkspaceRendersAndCommitsTheSame() throws IOException {
        Path upstream = Files.createDirectories(temp.resolve("upstream/recipe"));
        Files.writeString(upstream.resolve("meta.yaml"), "package:\n  name: zlib\n  version: '1.0'\n");
        Files.writeString(upstream.resolve(".gitattributes"), "*.sh text eol=crlf\n*.txt text ident\n");
        Files.writeString(upstream.resolve(".gitignore"), "*.patch\n");
        Files.writeString(upstream.resolve("a.patch"), "--- a\r\n");
        Files.writeString(upstream.resolve("build.sh"), "make\n");
        Files.writeString(upstream.resolve("notes.txt"), "$Id$\r\n");
        Path first = temp.resolve("first");
        Shell shell = Shell.in(first).withPort();
        shell.file(
                "overlays/port.yaml",
                shell.read("overlays/port.yaml")
                        + "commits: {author: A Porter, email: a@example.org, date: 2019-01-15}\n");
        assertThat(shell.run("init", "zlib", "--from", "../upstream").exitCode())
                .isZero();
        assertThat(shell.list("overlays/zlib/base")).contains("recipe/.gitignore.inert");
        shell.file("overlays/zlib/overlay.yaml", """
                overlay: 1
                package: zlib
                base: {repo: conda-forge/zlib-feedstock, commit: 0035b25c1234, version: '1.0'}
                edits: []
                """);
        assertThat(shell.run("zlib", "--commit").exitCode()).isZero();
        assertThat(branch(first).lines().map(line -> line.substring(line.lastIndexOf('/') + 1)))
                .containsExactly(".gitattributes", ".gitignore", "a.patch", "build.sh", "meta.yaml", "notes.txt");

        Git git = Git.init(temp.resolve("first.git"));
        git.git("--work-tree", first.toString(), "add", "-A");
        git.git("--work-tree", first.toString(), "commit", "-q", "-m", "Vendor zlib");
        Path second = Files.createDirectories(temp.resolve("second"));
        git.git("--work-tree", second.toString(), "reset", "-q", "--hard");
        Shell there = Shell.in(second);
        assertThat(there.run("zlib", "--check").exitCode()).isZero();
        assertThat(there.run("zlib", "--commit").exitCode()).isZero();
        assertThat(tip(second)).isEqualTo(tip(first));
    }

    @Test
    void aControlFileOfTwoNamesIsNotGuessed() {
        Shell shell = Shell.empty().withPort().withPackage("zlib", "");
        shell.file("overlays/zlib/base/recipe/.gitignore", "a\n");
        shell.file("overlays/zlib/base/recipe/.gitignore.inert", "b\n");
        assertThat(shell.run("zlib").err()).startsWith("""
                overlays/zlib/base/recipe/.gitignore.inert: error: is .gitignore, which is there too
                  fix: remove one of the two
                """);
    }
}
