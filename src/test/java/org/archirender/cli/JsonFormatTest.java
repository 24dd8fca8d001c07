package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents of {@code --format json}, to the byte: programs read them. */
class JsonFormatTest {
    private final Shell shell = Shell.empty().withPort();

    private static String document(int exitCode, Said said) {
        assertThat(said.exitCode()).as(said.err()).isEqualTo(exitCode);
        return said.out();
    }

    @Test
    void aRunThatDeliversAndFails(@TempDir Path temp) {
        Shell port = Shell.in(temp).withPort();
        port.withPackage("gone", "")
                .withPackage("xz", "- delete-lines: build.sh\n  match: mkae\n  why: no make\n")
                .withPackage("zlib", "")
                .file(
                        "overlays/port.yaml",
                        port.read("overlays/port.yaml")
                                + "commits: {author: A Porter, email: porter@example.org, date: 2019-01-15}\n")
                .file("overlays/gone/overlay.yaml", "overlay: 1\npackage: gone\nskip: merged into zlib\n");
        String document = document(2, port.run("gone", "xz", "zlib", "--commit", "--format", "json"));
        assertThat(document.replaceFirst("committed [0-9a-f]{10}", "committed 0123456789"))
                .isEqualTo("""
                {
                  "check" : false,
                  "feedstocks" : [
                    {
                      "name" : "gone",
                      "folder" : "rendered/gone-feedstock",
                      "state" : "skipped",
                      "note" : "merged into zlib",
                      "absence" : "",
                      "variants" : [ ],
                      "edits" : [ ],
                      "files" : [ ],
                      "problems" : [ ],
                      "warnings" : [ ]
                    },
                    {
                      "name" : "xz",
                      "folder" : "rendered/xz-feedstock",
                      "state" : "failed",
                      "note" : "",
                      "absence" : "",
                      "variants" : [ ],
                      "edits" : [
                        {
                          "edit" : "delete-lines build.sh",
                          "status" : "ANCHOR_MISSING",
                          "why" : "no make",
                          "file" : "overlays/xz/overlay.yaml",
                          "line" : 5,
                          "message" : "recipe/build.sh has no line 'mkae'"
                        }
                      ],
                      "files" : [ ],
                      "problems" : [
                        {
                          "file" : "overlays/xz/overlay.yaml",
                          "line" : 5,
                          "column" : 5,
                          "message" : "delete-lines build.sh: ANCHOR_MISSING: recipe/build.sh has no line 'mkae'; did you mean 'make' (line 1)?",
                          "fix" : "give a line that is there, whole and trimmed, as '^prefix' or as '~regex'"
                        }
                      ],
                      "warnings" : [ ]
                    },
                    {
                      "name" : "zlib",
                      "folder" : "rendered/zlib-feedstock",
                      "state" : "written",
                      "note" : "",
                      "absence" : "",
                      "delivery" : {
                        "state" : "committed",
                        "text" : "committed 0123456789 to aarch64"
                      },
                      "variants" : [
                        "linux_aarch64_"
                      ],
                      "edits" : [ ],
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
                    "written" : 1,
                    "removed" : 0,
                    "stale" : 0,
                    "skipped" : 1,
                    "failed" : 1
                  }
                }
                """);
    }

    @Test
    void aRerenderOfTwoFeedstocks() {
        shell.file("good/recipe/meta.yaml", "package:\n  name: good\n")
                .file("good/conda-forge.yml", "provider: {linux_aarch64: default}\n")
                .file("empty/recipe/other.yaml", "");
        String[] command = {"rerender", "good", "empty", "--pinnings", "pinnings.yaml", "--format=json"};
        assertThat(document(2, shell.run(command))).isEqualTo("""
                {
                  "check" : false,
                  "feedstocks" : [
                    {
                      "name" : "good",
                      "folder" : "/port/good",
                      "state" : "written",
                      "note" : "",
                      "absence" : "",
                      "variants" : [
                        "linux_aarch64_"
                      ],
                      "edits" : [ ],
                      "files" : [
                        {
                          "path" : "linux_aarch64_.yaml",
                          "change" : "added"
                        }
                      ],
                      "problems" : [ ],
                      "warnings" : [ ]
                    },
                    {
                      "name" : "empty",
                      "folder" : "/port/empty",
                      "state" : "failed",
                      "note" : "",
                      "absence" : "",
                      "variants" : [ ],
                      "edits" : [ ],
                      "files" : [ ],
                      "problems" : [
                        {
                          "file" : "/port/empty",
                          "line" : 0,
                          "column" : 0,
                          "message" : "is not a feedstock: it has neither recipe/meta.yaml nor recipe/recipe.yaml",
                          "fix" : "give the folder that holds recipe/"
                        }
                      ],
                      "warnings" : [ ]
                    }
                  ],
                  "summary" : {
                    "unchanged" : 0,
                    "written" : 1,
                    "removed" : 0,
                    "stale" : 0,
                    "skipped" : 0,
                    "failed" : 1
                  }
                }
                """);
    }

    @Test
    void anExplanation() {
        shell.file("pinnings.yaml", "python:\n- 3.6\n- 3.7\n")
                .withPackage("six", "- insert-lines: build.sh\n  at: end\n  lines: ['true']\n  why: it is so\n")
                .file("overlays/six/base/recipe/meta.yaml", """
                        package: {name: six, version: "1.0"}
                        build:
                          skip: true  # [py<37]
                        requirements:
                          host:
                            - python
                        """);
        assertThat(document(0, shell.run("explain", "six", "--format=json"))).isEqualTo("""
                {
                  "name" : "six",
                  "target" : "linux-aarch64",
                  "skip" : "",
                  "edits" : [
                    {
                      "edit" : "insert-lines build.sh",
                      "status" : "APPLIED",
                      "why" : "it is so",
                      "file" : "overlays/six/overlay.yaml",
                      "line" : 5,
                      "message" : ""
                    }
                  ],
                  "files" : [
                    {
                      "name" : "linux_aarch64_python3.7",
                      "keys" : [
                        {
                          "key" : "docker_image",
                          "values" : [
                            {
                              "text" : "quay.io/condaforge/linux-anvil-aarch64:alma9",
                              "file" : "conda-forge.yml",
                              "line" : 0
                            }
                          ],
                          "use" : {
                            "why" : "in every variant file"
                          }
                        },
                        {
                          "key" : "python",
                          "values" : [
                            {
                              "text" : "3.7",
                              "file" : "pinnings.yaml",
                              "line" : 3
                            }
                          ],
                          "use" : {
                            "why" : "- python",
                            "file" : "recipe/meta.yaml",
                            "line" : 6
                          }
                        },
                        {
                          "key" : "target_platform",
                          "values" : [
                            {
                              "text" : "linux-aarch64",
                              "file" : "conda-build's defaults",
                              "line" : 0
                            }
                          ],
                          "use" : {
                            "why" : "in every variant file"
                          }
                        }
                      ]
                    }
                  ],
                  "outputs" : [ ],
                  "conditionals" : [ ],
                  "skipped" : [
                    {
                      "why" : "build/skip is true",
                      "file" : "recipe/meta.yaml",
                      "line" : 3,
                      "values" : "python=3.6"
                    }
                  ],
                  "absence" : "",
                  "problems" : [ ],
                  "warnings" : [ ]
                }
                """);
    }

    @Test
    void anExplanationOfWhatFails() {
        shell.withPackage("xz", "- delete-lines: build.sh\n  match: mkae\n  why: no make\n");
        assertThat(document(2, shell.run("explain", "xz", "--format=json"))).isEqualTo("""
                {
                  "name" : "xz",
                  "target" : "linux-aarch64",
                  "skip" : "",
                  "edits" : [
                    {
                      "edit" : "delete-lines build.sh",
                      "status" : "ANCHOR_MISSING",
                      "why" : "no make",
                      "file" : "overlays/xz/overlay.yaml",
                      "line" : 5,
                      "message" : "recipe/build.sh has no line 'mkae'"
                    }
                  ],
                  "files" : [ ],
                  "outputs" : [ ],
                  "conditionals" : [ ],
                  "skipped" : [ ],
                  "absence" : "",
                  "problems" : [
                    {
                      "file" : "overlays/xz/overlay.yaml",
                      "line" : 5,
                      "column" : 5,
                      "message" : "delete-lines build.sh: ANCHOR_MISSING: recipe/build.sh has no line 'mkae'; did you mean 'make' (line 1)?",
                      "fix" : "give a line that is there, whole and trimmed, as '^prefix' or as '~regex'"
                    }
                  ],
                  "warnings" : [ ]
                }
                """);
    }

    @Test
    void anExplanationOfWhatIsNotRendered() {
        shell.file("overlays/port.yaml", shell.read("overlays/port.yaml").replace("default", "null"))
                .withPackage("zlib", "");
        assertThat(document(0, shell.run("explain", "zlib", "--format=json"))).isEqualTo("""
                {
                  "name" : "zlib",
                  "target" : "linux-aarch64",
                  "skip" : "",
                  "edits" : [ ],
                  "files" : [ ],
                  "outputs" : [ ],
                  "conditionals" : [ ],
                  "skipped" : [ ],
                  "absence" : "conda-forge.yml has no provider for linux_aarch64",
                  "problems" : [ ],
                  "warnings" : [ ]
                }
                """);
        shell.file("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\nskip: no need\n");
        assertThat(document(0, shell.run("explain", "zlib", "--format=json")))
                .contains("\n  \"skip\" : \"no need\",\n")
                .contains("\n  \"absence\" : \"\",\n");
    }

    @Test
    void whatLintFinds() {
        shell.withPackage("xz", "")
                .withPackage("zlib", """
                - delete-lines: build.sh
                  match: make
                  why: the image has no make yet
                  until: 2019-12-31
                """)
                .file("overlays/xz/overlay.yaml", "overlay: 1\npackage: xz\nedits: 7\n");
        assertThat(document(2, shell.run("lint", "--format=json"))).isEqualTo("""
                {
                  "problems" : [
                    {
                      "file" : "overlays/xz/overlay.yaml",
                      "line" : 3,
                      "column" : 8,
                      "message" : "'edits' is no list",
                      "fix" : "give a list of edits"
                    }
                  ],
                  "warnings" : [
                    {
                      "file" : "overlays/zlib/overlay.yaml",
                      "line" : 5,
                      "column" : 5,
                      "message" : "delete-lines build.sh: EXPIRED: it was to last until 2019-12-31",
                      "fix" : "delete the edit, or say anew how long it lasts"
                    }
                  ]
                }
                """);
    }

    @Test
    void aFailureOfTheWholeCommand() {
        shell.remove("overlays/port.yaml");
        assertThat(document(2, shell.run("--all", "--format=json"))).isEqualTo("""
                {
                  "problems" : [
                    {
                      "file" : "overlays/port.yaml",
                      "line" : 0,
                      "column" : 0,
                      "message" : "there is no such file",
                      "fix" : "begin it with 'port: 1' and 'target: linux-aarch64'"
                    }
                  ]
                }
                """);
    }
}
