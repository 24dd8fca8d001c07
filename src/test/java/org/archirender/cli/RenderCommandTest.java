package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;

class RenderCommandTest {
    private static final String MAKE_TWICE = """
            - replace-lines: build.sh
              match: make
              with: [make -j2]
              why: quicker
            """;

    private final Shell shell = Shell.empty().withPort();

    @Test
    void aFeedstockHoldsItsBaseItsVariantsAndItsCi() {
        shell.withPackage("zlib", MAKE_TWICE);
        Said said = shell.run("--all");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isEqualTo("""
                zlib                  1 variant   written: 5 added
                port                              written: 1 added
                2 written
                """);
        assertThat(said.exitCode()).isZero();
        assertThat(shell.list("rendered")).isEqualTo("""
                port/images/Dockerfile
                zlib-feedstock/.ci_support/linux_aarch64_.yaml
                zlib-feedstock/build.sh*
                zlib-feedstock/conda-forge.yml
                zlib-feedstock/recipe/build.sh
                zlib-feedstock/recipe/meta.yaml
                """);
        assertThat(shell.read("rendered/zlib-feedstock/recipe/build.sh")).isEqualTo("make -j2\nmake install\n");
        assertThat(shell.read("rendered/zlib-feedstock/build.sh")).isEqualTo("#!/bin/sh\n# zlib, 1 variants\n");
    }

    @Test
    void aSecondRunWritesNothing() {
        shell.withPackage("zlib", "").run("--all");
        Said said = shell.run("--all", "--exit-code");
        assertThat(said.out()).isEqualTo("""
                zlib                  1 variant   unchanged
                port                              unchanged
                2 unchanged
                """);
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void exitCodeSaysThatSomethingWasWritten() {
        assertThat(shell.withPackage("zlib", "").run("zlib", "--exit-code").exitCode())
                .isEqualTo(1);
    }

    @Test
    void onlyTheNamedPackagesAreRendered() {
        shell.withPackage("zlib", "").withPackage("xz", "");
        assertThat(shell.run("xz").out()).isEqualTo("""
                xz                    1 variant   written: 5 added
                1 written
                """);
        assertThat(shell.path("rendered/zlib-feedstock")).doesNotExist();
        assertThat(shell.path("rendered/port")).doesNotExist();
    }

    @Test
    void aWorkspaceIsFoundFromAFolderInsideIt() {
        shell.withPackage("zlib", "");
        assertThat(shell.runIn(shell.path("overlays/zlib/base"), false, "zlib").exitCode())
                .isZero();
        assertThat(shell.runIn(shell.path("/"), false, "-C", "port", "zlib", "--check")
                        .exitCode())
                .isZero();
    }

    @Test
    void checkFindsContentModesAndFilesThatTheInputsDoNotGive() throws IOException {
        shell.withPackage("zlib", "").withPackage("xz", "").run("--all");
        shell.file("rendered/zlib-feedstock/recipe/build.sh", "edited by hand\n")
                .file("rendered/zlib-feedstock/shippable.yml", "of an older rendering\n");
        Files.setPosixFilePermissions(
                shell.path("rendered/zlib-feedstock/build.sh"), PosixFilePermissions.fromString("rw-r--r--"));
        Said said = shell.run("--all", "--check");
        assertThat(said.out()).isEqualTo("""
                xz                    1 variant   unchanged
                zlib                  1 variant   stale: 1 changed, 1 mode, 1 removed
                port                              unchanged
                2 unchanged, 1 stale
                To fix it, run: archi-render zlib
                """);
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(shell.read("rendered/zlib-feedstock/recipe/build.sh")).isEqualTo("edited by hand\n");
    }

    @Test
    void whatTheCheckFoundIsMendedByTheCommandThatItNames() {
        shell.withPackage("zlib", "").run("--all");
        shell.file("rendered/zlib-feedstock/shippable.yml", "of an older rendering\n");
        assertThat(shell.run("zlib").exitCode()).isZero();
        assertThat(shell.run("--all", "--check").exitCode()).isZero();
        assertThat(shell.path("rendered/zlib-feedstock/shippable.yml")).doesNotExist();
    }

    @Test
    void theCommandThatMendsNamesAWorkspaceWithBlanksAsOneWord() {
        Said said = Shell.in(shell.path("the tired one's port"))
                .withPort()
                .withPackage("zlib", "")
                .runIn(shell.path(""), false, "-C", "the tired one's port", "zlib", "--check");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out() + said.err())
                .contains("To fix it, run: archi-render -C 'the tired one'\\''s port' zlib\n");
    }

    @Test
    void aPackageThatIsGoneLosesItsRendering() {
        shell.withPackage("zlib", "").file("rendered/xz-feedstock/recipe/meta.yaml", "x");
        assertThat(shell.run("--all", "--check").out())
                .contains("xz                                stale: 1 removed\n")
                .endsWith("To fix it, run: archi-render --all\n");
        assertThat(shell.run("--all").out())
                .contains("xz                                removed: no overlay any more\n");
        assertThat(shell.path("rendered/xz-feedstock")).doesNotExist();
    }

    @Test
    void aSkippedPackageRendersNothingAndSaysWhy() {
        shell.withPackage("zlib", "").run("--all");
        shell.file("overlays/zlib/overlay.yaml", """
                overlay: 1
                package: zlib
                skip: needs X11, which the image lacks
                """);
        assertThat(shell.run("--all").out())
                .contains("zlib                              removed: needs X11, which the image lacks\n");
        assertThat(shell.run("--all").out())
                .contains("zlib                              skipped: needs X11, which the image lacks\n");
        assertThat(shell.path("rendered/zlib-feedstock")).doesNotExist();
    }

    @Test
    void oneBadOverlayStopsNobodyElsesOutput() {
        shell.withPackage("xz", "").withPackage("zlib", "").withPackage("bzip2", """
                - replace-lines: build.sh
                  match: mkae
                  with: [make -j2]
                  why: quicker
                """);
        Said said = shell.run("--all");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out())
                .startsWith("bzip2                             failed: 1 problem\n")
                .endsWith("3 written, 1 failed\n");
        assertThat(said.err())
                .startsWith("overlays/bzip2/overlay.yaml:5:5: error: replace-lines build.sh: ANCHOR_MISSING: ");
        assertThat(shell.read("rendered/zlib-feedstock/recipe/build.sh")).isNotEmpty();
        assertThat(shell.path("rendered/bzip2-feedstock")).doesNotExist();
    }

    @Test
    void anOverlayThatFailsLeavesItsOldRendering() {
        shell.withPackage("zlib", "").run("--all");
        String before = shell.list("rendered/zlib-feedstock");
        shell.file("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\nedits: [oops\n");
        Said said = shell.run("zlib");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("overlays/zlib/overlay.yaml:").contains("not valid YAML");
        assertThat(shell.list("rendered/zlib-feedstock")).isEqualTo(before);
    }

    @Test
    void thePortsOwnFilesWaitForAnOverlayThatCannotBeRead() {
        shell.withPackage("zlib", "").run("--all");
        shell.file("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\nedit: []\n");
        assertThat(shell.run("--all").out())
                .contains("port                              skipped: waits for the packages that can't be read\n");
        assertThat(shell.path("rendered/port/images/Dockerfile")).exists();
    }

    @Test
    void aDiffShowsWhatChanges() {
        shell.withPackage("zlib", "").run("--all");
        shell.withPackage("zlib", MAKE_TWICE);
        Said said = shell.run("--all", "--check", "--diff");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).isEqualTo("""
                zlib                  1 variant   stale: 1 changed
                port                              unchanged
                diff --git a/rendered/zlib-feedstock/recipe/build.sh b/rendered/zlib-feedstock/recipe/build.sh
                --- a/rendered/zlib-feedstock/recipe/build.sh
                +++ b/rendered/zlib-feedstock/recipe/build.sh
                @@ -1,2 +1,2 @@
                -make
                +make -j2
                 make install
                1 unchanged, 1 stale
                To fix it, run: archi-render zlib
                """);
    }

    @Test
    void aLongDiffIsCutUnlessAllOfItIsAskedFor() {
        String lines = IntStream.range(0, 100).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        shell.withPackage("zlib", "").file("overlays/zlib/base/recipe/test.sh", lines);
        assertThat(shell.run("zlib", "--check", "--diff").out())
                .contains("… 55 more lines\n")
                .doesNotContain("+line 50");
        assertThat(shell.run("zlib", "--check", "--diff=full").out()).contains("+line 99\n");
    }

    @Test
    void aDiffOfManyFilesIsCutAndCounted() {
        shell.withPackage("zlib", "");
        IntStream.range(0, 12).forEach(i -> shell.file("overlays/zlib/base/recipe/f" + i, i + "\n"));
        assertThat(shell.run("zlib", "--check", "--diff").out())
                .contains("… and 7 more files; --diff=full shows all\n");
    }

    @Test
    void quietSaysOnlyWhatNeedsSomeone() {
        shell.withPackage("zlib", "").run("--all");
        Said said = shell.run("--all", "-q");
        assertThat(said.out() + said.err()).isEmpty();
    }

    @Test
    void verboseNamesEveryFile() {
        assertThat(shell.withPackage("zlib", "").run("zlib", "-v").out()).isEqualTo("""
                zlib                  1 variant   written: 5 added
                    added .ci_support/linux_aarch64_.yaml
                    added build.sh
                    added conda-forge.yml
                    added recipe/build.sh
                    added recipe/meta.yaml
                1 written
                """);
    }

    @Test
    void coloursAreForTerminalsUnlessNoColorIsSet() {
        shell.withPackage("zlib", "");
        assertThat(shell.runIn(shell.path(""), true, "zlib").out()).contains("\u001b[33mwritten: 5 added\u001b[0m");
        assertThat(shell.run("zlib", "--color=always").out()).contains("\u001b[2munchanged\u001b[0m");
        shell.variable("NO_COLOR", "1");
        assertThat(shell.runIn(shell.path(""), true, "zlib").out()).doesNotContain("\u001b");
    }

    @Test
    void everyPackageAtATimeGivesTheSameReport() {
        IntStream.range(0, 20).forEach(i -> shell.withPackage("p" + i, ""));
        assertThat(shell.run("--all", "--check", "-j", "8").out())
                .isEqualTo(shell.run("--all", "--check", "-j", "1").out());
    }
}
