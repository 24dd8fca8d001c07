package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFormatTest {
    private final Shell shell = Shell.empty().withPort();

    @Test
    void jsonIsOneDocumentWithStableKeys() {
        Said said = shell.withPackage("zlib", """
                - replace-lines: build.sh
                  match: make
                  with: [make -j2]
                  why: quicker
                """).run("zlib", "--check", "--format", "json");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isEqualTo("""
                {
                  "check" : true,
                  "feedstocks" : [
                    {
                      "name" : "zlib",
                      "folder" : "rendered/zlib-feedstock",
                      "state" : "stale",
                      "note" : "",
                      "absence" : "",
                      "variants" : [
                        "linux_aarch64_"
                      ],
                      "edits" : [
                        {
                          "edit" : "replace-lines build.sh",
                          "status" : "APPLIED",
                          "why" : "quicker",
                          "file" : "overlays/zlib/overlay.yaml",
                          "line" : 5,
                          "message" : ""
                        }
                      ],
                      "files" : [
                        {
                          "path" : ".ci_support/linux_aarch64_.yaml",
                          "change" : "added"
                        },
                        {
                          "path" : "build.sh",
                          "change" : "added"
                        },
                        {
                          "path" : "conda-forge.yml",
                          "change" : "added"
                        },
                        {
                          "path" : "recipe/build.sh",
                          "change" : "added"
                        },
                        {
                          "path" : "recipe/meta.yaml",
                          "change" : "added"
                        }
                      ],
                      "problems" : [ ],
                      "warnings" : [ ]
                    }
                  ],
                  "summary" : {
                    "unchanged" : 0,
                    "written" : 0,
                    "removed" : 0,
                    "stale" : 1,
                    "skipped" : 0,
                    "failed" : 0
                  }
                }
                """);
    }

    @Test
    void aFailureOfTheWholeCommandIsJsonToo() {
        Said said = shell.file("overlays/port.yaml", "port: 2\n").run("--all", "--format=json");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).startsWith("""
                {
                  "problems" : [
                    {
                      "file" : "overlays/port.yaml",
                      "line" : 1,
                """);
    }

    @Test
    void githubGetsOneAnnotationAFeedstockAndASummary() {
        shell.withPackage("xz", "").withPackage("zlib", """
                - replace-lines: build.sh
                  match: mkae
                  with: [make -j2]
                  why: quicker
                - delete-lines: build.sh
                  match: chekc
                  why: no tests
                """).variable("GITHUB_STEP_SUMMARY", "/summary.md");
        Said said = shell.run("--all", "--check", "--format=github");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out().lines().filter(line -> line.contains("title=zlib")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("::error file=overlays/zlib/overlay.yaml,line=5,col=5,title=zlib::replace-lines build.sh")
                .contains("%0Aoverlays/zlib/overlay.yaml:9:5: delete-lines build.sh");
        assertThat(said.out())
                .contains("::warning file=rendered/xz-feedstock/.ci_support/linux_aarch64_.yaml,title=xz is stale::"
                        + "run: archi-render xz\n");
        assertThat(shell.read("/summary.md")).isEqualTo("""
                ### archi-render

                | feedstock | state | files | remark |
                |---|---|---|---|
                | xz | stale | 5 |  |
                | zlib | failed | 0 | replace-lines build.sh: ANCHOR_MISSING: recipe/build.sh has no line 'mkae'; \
                did you mean 'make' (line 1)? |
                | port | stale | 1 |  |

                0 of 3 unchanged.

                To fix it, run: `archi-render --all`
                """);
    }

    @Test
    void aSummaryThatCannotBeWrittenIsNamedOnce() {
        shell.withPackage("zlib", "").variable("GITHUB_STEP_SUMMARY", "/nowhere/summary.md");
        Said said = shell.run("zlib", "--format=github");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err())
                .isEqualTo("archi-render: can't write the step summary /nowhere/summary.md: no such file or folder\n");
    }

    @Test
    void aSummaryThatIsAFolderOrANamedPipeIsNotOpened(@TempDir Path temp) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", temp.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        for (Path place : List.of(temp, temp.resolve("pipe"))) {
            Shell real = Shell.in(temp.resolve("port")).withPort().withPackage("zlib", "");
            Said said = real.variable("GITHUB_STEP_SUMMARY", place.toString()).run("zlib", "--format=github");
            assertThat(said.exitCode()).isEqualTo(3);
            assertThat(said.err())
                    .isEqualTo("archi-render: can't write the step summary " + place
                            + ": it is no plain file\n  fix: correct GITHUB_STEP_SUMMARY\n");
        }
    }
}
