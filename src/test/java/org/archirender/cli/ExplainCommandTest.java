package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    private final Shell shell = Shell.empty().withPort();

    @Test
    void everyEditHasItsReasonAndEveryKeyItsUseAndItsSource() {
        Said said = shell.withPackage("zlib", """
                - replace-lines: build.sh
                  match: make
                  with: [make -j2]
                  why: quicker
                """).run("explain", "zlib");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).isEqualTo("""
                zlib for linux-aarch64, from conda-forge/zlib-feedstock at 0123456789

                Edits
                  APPLIED  replace-lines build.sh  overlays/zlib/overlay.yaml:5:5
                      quicker

                .ci_support/linux_aarch64_.yaml
                  c_compiler       gcc                 from pinnings.yaml:2:3
                      used at recipe/meta.yaml:8: - {{ compiler('c') }}
                  channel_targets  archiarm main       from pinnings.yaml:6:3
                      in every variant file
                  docker_image     archiconda/centos7  from pinnings.yaml:4:3
                      in every variant file
                  target_platform  linux-aarch64       from conda-build's defaults
                      in every variant file
                """);
    }

    @Test
    void anEditOfAStagingOutputReachesItsHeirs() {
        shell.withPackage("six", """
                - add-item: outputs[made]/requirements/host
                  items: [zlib]
                - add-item: outputs[other]/requirements/host
                  items: [xz]
                """)
                .file("overlays/six/base/conda-forge.yml", "conda_build_tool: rattler-build\n")
                .file("overlays/six/base/recipe/recipe.yaml", """
                        recipe:
                          name: six
                          version: "1"
                        outputs:
                          - staging:
                              name: made
                            requirements:
                              host: [a]
                          - package:
                              name: lib
                            inherit: made
                          - package:
                              name: tools
                            inherit:
                              from: made
                          - package:
                              name: other
                            requirements:
                              host: [b]
                        """);
        assertThat(shell.run("explain", "six").out()).contains("""
                  APPLIED  add-item outputs[made]/requirements/host  overlays/six/overlay.yaml:5:5
                      reaches what inherits from it: lib, tools
                  APPLIED  add-item outputs[other]/requirements/host  overlays/six/overlay.yaml:7:5

                """);
    }

    @Test
    void whatAllFilesShareIsSaidOnce() {
        shell.file("pinnings.yaml", """
                        c_compiler:
                        - gcc
                        python:
                        - 3.6
                        - 3.7
                        """).withPackage("six", "").file("overlays/six/base/recipe/meta.yaml", """
                        package: {name: six, version: "1.0"}
                        build:
                          skip: true  # [py<37]
                        requirements:
                          host:
                            - python
                          run:
                            - python
                        """);
        assertThat(shell.run("explain", "six").out())
                .contains("""
                .ci_support/linux_aarch64_python3.7.yaml
                """)
                .contains("\nCombinations without a file\n  python=3.6: ");
    }

    @Test
    void aRecipeYamlTellsOfItsOutputsAndItsConditionals() {
        String recipe = """
                recipe: {name: a, version: '1'}
                outputs:
                  - package: {name: liba}
                    build:
                      skip: c_compiler == "gcc"
                  - package: {name: a}
                    requirements:
                      build:
                        - ${{ compiler("c") }}
                        - if: unix and not win
                          then: make
                        - if: win
                          then: nmake
                """;
        shell.withPackage("a", "")
                .file("overlays/a/base/conda-forge.yml", "conda_build_tool: rattler-build\n")
                .file("overlays/a/base/recipe/recipe.yaml", recipe);
        assertThat(shell.run("explain", "a").out()).contains("""

                Outputs
                  liba: skipped  recipe/recipe.yaml:5:13
                  a: built  recipe/recipe.yaml:6:5

                Conditionals
                  unix and not win: true  recipe/recipe.yaml:10:15
                  win: false  recipe/recipe.yaml:12:15
                """);
        assertThat(shell.run("explain", "a", "--format=json").out()).contains("""
                  "outputs" : [
                    {
                      "what" : "liba",
                      "file" : "recipe/recipe.yaml",
                      "line" : 5,
                      "holds" : 0,
                      "of" : 1
                    },
                """.indent(0));
    }

    @Test
    void explainAndLintTellThatCondaSmithyWouldWriteAFileForNothing() {
        shell.withPackage("a", "")
                .file("overlays/a/base/conda-forge.yml", "conda_build_tool: rattler-build\n")
                .file(
                        "overlays/a/base/recipe/recipe.yaml",
                        "recipe: {version: '1'}\noutputs:\n  - package: {name: a}\n    build: {skip: aarch64}\n");
        String told = """
                overlays/a/base/recipe/recipe.yaml: warning: every output skips for linux-aarch64, and conda-smithy writes\
                 a variant file for nothing
                  fix: write the skip as build/skip for all outputs
                """;
        assertThat(shell.run("explain", "a").err()).contains(told);
        assertThat(shell.run("lint", "a").err()).contains(told);
    }

    @Test
    void noFileAtAllHasAReason() {
        shell.file("overlays/port.yaml", shell.read("overlays/port.yaml").replace("default", "null"));
        assertThat(shell.withPackage("zlib", "").run("explain", "zlib").out())
                .endsWith("\nNo variant file: conda-forge.yml has no provider for linux_aarch64\n");
    }

    @Test
    void aFailedEditIsShownWithWhatToDo() {
        Said said = shell.withPackage("zlib", """
                - replace-lines: build.sh
                  match: mkae
                  with: [make -j2]
                  why: quicker
                """).run("explain", "zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).contains("  ANCHOR_MISSING  replace-lines build.sh  overlays/zlib/overlay.yaml:5:5\n");
        assertThat(said.err()).startsWith("overlays/zlib/overlay.yaml:5:5: error: replace-lines build.sh");
    }

    @Test
    void aSkippedPackageSaysWhy() {
        shell.withPackage("zlib", "").file("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\nskip: no need\n");
        assertThat(shell.run("explain", "zlib").out()).isEqualTo("zlib for linux-aarch64\n\nSkipped: no need\n");
    }

    @Test
    void aFolderIsExplainedWithItsPinnings() {
        shell.withPackage("zlib", "")
                .file("overlays/zlib/base/conda-forge.yml", "provider: {linux_aarch64: default}\n");
        Said said = shell.run("explain", "overlays/zlib/base", "--pinnings", "pinnings.yaml");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("base for linux-aarch64\n\n.ci_support/linux_aarch64_.yaml\n");
        assertThat(shell.run("explain", "overlays/zlib/base").err()).isEqualTo("""
                overlays/zlib/base: error: a folder is explained with its pinnings
                  fix: add --pinnings FILE
                """);
    }

    @Test
    void aFolderThatIsBrokenIsToldAsARerenderTellsIt() {
        shell.file("x-feedstock/recipe/meta.yaml", "package:\n  name: x\nbuild:\n  noarch: ]\n")
                .file("x-feedstock/conda-forge.yml", "provider: {linux_aarch64: default}\n");
        Said said = shell.run("explain", "x-feedstock", "--pinnings", "pinnings.yaml");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("x-feedstock/recipe/meta.yaml:4:11: error: not valid YAML")
                .isEqualTo(shell.run("rerender", "x-feedstock", "--pinnings", "pinnings.yaml")
                        .err());
    }

    @Test
    void aTargetThatIsNoneIsNamed() {
        shell.withPackage("zlib", "");
        Said said = shell.run("explain", "overlays/zlib/base", "--pinnings", "pinnings.yaml", "--target", "nonsense");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("command line: error: --target is 'nonsense', which nothing is rendered for\n");
    }

    @Test
    void aPackageOfTheWorkspaceHasTheTargetOfItsPort() {
        Said said = shell.withPackage("zlib", "").run("explain", "zlib", "--target", "linux-64");
        assertThat(said).isEqualTo(new Said(2, "", """
                        command line: error: --target is for a feedstock's folder, and zlib is a package of the workspace
                          fix: leave it out: overlays/port.yaml says the target
                        """));
    }

    @Test
    void programsGetADocument() {
        assertThat(shell.withPackage("zlib", "")
                        .run("explain", "zlib", "--format=json")
                        .out())
                .startsWith("""
                        {
                          "name" : "zlib",
                          "target" : "linux-aarch64",
                          "skip" : "",
                          "edits" : [ ],
                          "files" : [
                            {
                              "name" : "linux_aarch64_",
                              "keys" : [
                                {
                                  "key" : "c_compiler",
                                  "values" : [
                                    {
                                      "text" : "gcc",
                                      "file" : "pinnings.yaml",
                                      "line" : 2
                                    }
                                  ],
                                  "use" : {
                                    "why" : "- {{ compiler('c') }}",
                                    "file" : "recipe/meta.yaml",
                                    "line" : 8
                                  }
                                },
                        """);
    }
}
