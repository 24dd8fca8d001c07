package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;

class StatusCommandTest extends PortOnGitHub {
    @Test
    void aPackageWhoseFeedstockIsNotThereIsToBeForked() {
        Said said = run("status", "zlib");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).isEqualTo("""
                zlib                 not forked       make it with: archi-render fork zlib
                1 not forked
                """);
    }

    @Test
    void aBaseThatWasWrittenFromFactsIsNeverPushedAsUpstreams() {
        run("fork", "--all", "--keep-default-branch");
        String overlay = shell.read("overlays/zlib/overlay.yaml");
        shell.file("overlays/zlib/overlay.yaml", overlay.replace("base: {", "base: {written: true, "));
        String refs = own("zlib").git("for-each-ref");
        Said status = run("status", "zlib");
        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.out()).isEqualTo("""
                zlib                 written base     vendor upstream's with: archi-render update zlib --to base
                1 written base
                """);
        for (String how : List.of("--push", "--pull-request")) {
            Said said = run("--all", how);
            assertThat(said.exitCode()).as(how).isEqualTo(2);
            assertThat(said.err())
                    .contains(
                            "overlays/zlib/overlay.yaml: error: written base: base/ was written from facts and is not what"
                                    + " upstream has, so it is not pushed\n  fix: archi-render update zlib --to base\n");
        }
        assertThat(own("zlib").git("for-each-ref")).isEqualTo(refs);
        assertThat(own("xz").git("for-each-ref")).contains("refs/heads/aarch64");
    }

    @Test
    void aBaseThatWasChangedSinceItWasVendoredIsNeverPushedAsUpstreams() {
        run("fork", "--all", "--keep-default-branch");
        String overlay = shell.read("overlays/zlib/overlay.yaml");
        shell.file("overlays/zlib/overlay.yaml", overlay.replace("base: {", "base: {tree: " + "0".repeat(40) + ", "));
        String refs = own("zlib").git("for-each-ref");
        Said status = run("status", "zlib");
        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.out()).startsWith("zlib                 changed base     say the change as an edit");
        for (String how : List.of("--push", "--pull-request")) {
            Said said = run("--all", how);
            assertThat(said.exitCode()).as(how).isEqualTo(2);
            assertThat(said.err())
                    .contains("overlays/zlib/base: error: was changed since it was vendored from commit ")
                    .contains("archi-render update zlib --to base\n");
        }
        assertThat(own("zlib").git("for-each-ref")).isEqualTo(refs);
        assertThat(own("xz").git("for-each-ref")).contains("refs/heads/aarch64");
    }

    @Test
    void itChangesNothingAnywhere() {
        run("fork", "zlib", "--keep-default-branch");
        String refs = own("zlib").git("for-each-ref");
        assertThat(run("status", "zlib").out()).startsWith("zlib                 behind           added ");
        assertThat(own("zlib").git("for-each-ref")).isEqualTo(refs);
        assertThat(github().pulls()).isEmpty();
        assertThat(shell.path("rendered")).doesNotExist();
    }

    @Test
    void whatPeopleDidAndWhatIsInSyncIsToldApart() {
        run("fork", "--all", "--keep-default-branch");
        run("--all", "--push");
        String ours = own("zlib").git("rev-parse", "aarch64").strip();
        String theirs = own("zlib").commit("aarch64", "Fix it by hand", ours);
        String overlay = shell.read("overlays/zlib/overlay.yaml");
        String repository = "conda-forge/zlib-feedstock";
        shell.file(
                "overlays/zlib/overlay.yaml",
                overlay.replace(repository, "'" + github().endpoint() + "/" + repository + "'"));
        assertThat(run("status", "-q").out()).isEqualTo("""
                zlib                 foreign          %.10s Fix it by hand (A Porter)
                1 foreign, 2 in sync
                """.formatted(theirs));
    }

    @Test
    void aPackageThatIsNotThereIsAWrongCommand() {
        Said said = run("status", "zlip");
        assertThat(said.exitCode()).isNotZero();
        assertThat(said.err()).contains("zlip").contains("zlib");
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
    void forProgramsItIsOneDocument() {
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
}
