package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.tree.FileTree;
import org.archirender.tree.GitTreeId;
import org.archirender.workspace.TreeReader;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package whose upstream is a real repository that moves. */
class UpdateCommandTest {
    private static final String RECIPE = """
            {% set version = "5.2.4" %}
            package:
              name: xz
              version: {{ version }}
            source:
              url: https://example.org/xz-{{ version }}.tar.gz
              sha256: aaaa
            build:
              number: 0
            requirements:
              build:
                - {{ compiler('c') }}
            """;

    @TempDir
    private Path temp;

    private Shell shell = Shell.empty();
    private String upstream = "";

    @BeforeEach
    void aPackageOnItsUpstream() throws Exception {
        shell = Shell.in(temp.resolve("port")).withPort();
        upstream = temp.resolve("xz-feedstock").toString();
        shell.file("../xz-feedstock/conda-forge.yml", "provider: {linux_aarch64: default}\n");
        commit(RECIPE);
        assertThat(shell.run("init", "xz", "--from", upstream).exitCode()).isZero();
        edits("- add-item: requirements/build", "  items: [make]", "- bump-number: 1");
    }

    private void edits(String... lines) {
        String overlay = shell.read("overlays/xz/overlay.yaml");
        shell.file(
                "overlays/xz/overlay.yaml",
                overlay.substring(0, overlay.indexOf("edits:")) + "edits:\n" + String.join("\n", lines) + "\n");
    }

    private String commit(String recipe) throws GitAPIException {
        shell.file("../xz-feedstock/recipe/meta.yaml", recipe);
        try (Git git = Git.init().setDirectory(new File(upstream)).call()) {
            git.add().addFilepattern(".").call();
            return git.commit()
                    .setSign(false)
                    .setAuthor("u", "u@example.org")
                    .setMessage("m")
                    .call()
                    .name();
        }
    }

    private Said update(String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(more, 0, args, 4, more.length);
        System.arraycopy(new String[] {"update", "xz", "--from", upstream.replace("xz-f", "{name}-f")}, 0, args, 0, 4);
        return shell.run(args);
    }

    @Test
    void whereUpstreamIsWhereItWasNothingIsDone() {
        Said said = update("--check");
        assertThat(said.out())
                .startsWith("xz                   up to date       5.2.4 (")
                .endsWith("1 up to date\n");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void aBaseUnderEditsThatFitMovesAndOnlyItsValuesChangeInTheOverlay() throws Exception {
        String commit = commit(RECIPE.replace("- {{ compiler('c') }}", "- {{ compiler('c') }}\n    - gettext"));
        String before = shell.read("overlays/xz/overlay.yaml");

        assertThat(update("--check").exitCode()).isEqualTo(1);
        assertThat(shell.read("overlays/xz/overlay.yaml")).isEqualTo(before);
        Said said = update();

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("fits", "-> 5.2.4 (" + commit.substring(0, 10) + "), moved");
        assertThat(shell.read("overlays/xz/overlay.yaml"))
                .isEqualTo(before.replaceFirst("commit: \\w+", "commit: " + commit)
                        .replaceFirst("tree: \\w+", "tree: " + GitTreeId.of(base())));
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).contains("- gettext");
        assertThat(update("--check").exitCode()).isZero();
        assertThat(shell.read("rendered/xz-feedstock/recipe/meta.yaml")).contains("- gettext\n    - make", "number: 1");
        assertThat(shell.run("--all", "--check").out()).contains("xz                    1 variant   unchanged");
    }

    @Test
    void whatDoesNotRenderOnItsNewBaseIsNotMovedAndItsRenderingStays() throws Exception {
        shell.run("xz");
        String rendered = shell.read("rendered/xz-feedstock/recipe/meta.yaml");
        commit(RECIPE.replace("{{ compiler('c') }}", "{{ compiler(c }}"));

        Said said = update();

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).contains("xz                   needs you");
        assertThat(said.err())
                .contains("overlays/xz/base/recipe/meta.yaml:12:21: error")
                .contains("archi-render update xz --take");
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).isEqualTo(RECIPE);
        assertThat(shell.read("rendered/xz-feedstock/recipe/meta.yaml")).isEqualTo(rendered);
    }

    @Test
    void theTableIsABodyForAPullRequestAndAStepSummary() throws Exception {
        commit(RECIPE.replace("aaaa", "cccc"));
        String[] rows = {
            "### archi-render update",
            "1 fits.",
            "#### fits",
            "| xz | 5.2.4 (",
            "| 2 APPLIED | 4 added; variants: 1 added |"
        };

        assertThat(update("--check", "--format", "markdown").out()).contains(rows);
        shell.variable("GITHUB_STEP_SUMMARY", shell.path("summary.md").toString());
        assertThat(update("--check", "--format", "github").exitCode()).isEqualTo(1);
        assertThat(shell.read("summary.md")).contains(rows);
        assertThat(shell.run("lint", "--format", "markdown").exitCode()).isEqualTo(2);
    }

    @Test
    void whereUpstreamIsPortYamlSaysOrTheBaseItself() throws Exception {
        shell.file(
                "overlays/port.yaml",
                shell.read("overlays/port.yaml") + "upstream: " + upstream.replace("xz-f", "{name}-f") + "\n");
        commit(RECIPE.replace("aaaa", "cccc"));
        assertThat(shell.run("update", "xz").exitCode()).isZero();
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).contains("cccc");

        shell.remove("overlays/xz");
        assertThat(shell.run("init", "xz").exitCode()).isZero();
        assertThat(shell.read("overlays/xz/overlay.yaml")).contains("repo: conda-forge/xz-feedstock,");

        shell.file("overlays/port.yaml", shell.read("overlays/port.yaml").replace("{name}-f", "no-{name}-f"));
        assertThat(shell.run("update", "xz").exitCode()).isEqualTo(3);
        String overlay = shell.read("overlays/xz/overlay.yaml");
        shell.file("overlays/xz/overlay.yaml", overlay.replace("conda-forge/xz-feedstock", upstream));
        assertThat(shell.run("update", "xz", "--check").out()).contains("1 up to date");
    }

    @Test
    void whatChangesInRenderedIsShown() throws Exception {
        shell.run("xz");
        commit(RECIPE.replace("aaaa", "cccc"));
        Said said = update("--check", "--diff");
        assertThat(said.out())
                .contains("; rendered: 1 changed")
                .contains("--- a/rendered/xz-feedstock/recipe/meta.yaml", "-  sha256: aaaa", "+  sha256: cccc");
    }

    @Test
    void whatUpstreamHasByNowGoesWithPruneAndIsToldWithout() throws Exception {
        commit(RECIPE.replace("5.2.4", "5.4.0")
                .replace("- {{ compiler('c') }}", "- {{ compiler('c') }}\n    - make  # [unix]"));

        Said told = update();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("xz                   upstream took it 5.2.4 (");
        assertThat(told.err())
                .contains(
                        "add-item requirements/build: ALREADY_PRESENT: requirements/build has already\n    13: - make")
                .contains("bump-number: VERSION_MOVED: the version was 5.2.4 and is 5.4.0")
                .contains("to drop these edits and move: archi-render update xz --prune");
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).isEqualTo(RECIPE);

        assertThat(update("--prune").exitCode()).isZero();
        assertThat(shell.read("overlays/xz/overlay.yaml"))
                .contains("version: 5.4.0, tree: ")
                .endsWith("edits: []\n");
    }

    @Test
    void anEditThatWouldWriteOverWhatNobodyLookedAtStopsItsPackage() throws Exception {
        edits("- set-key: source/sha256", "  value: bbbb", "  why: the archive was made anew");
        commit(RECIPE.replace("aaaa", "cccc"));
        String before = shell.read("overlays/xz/overlay.yaml");

        Said said = update("--prune");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .contains(
                        "set-key source/sha256: VALUE_CHANGED: it was made to take away\n    sha256 : aaaa\n  and would take away\n    sha256 : cccc");
        assertThat(shell.read("overlays/xz/overlay.yaml")).isEqualTo(before);
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).isEqualTo(RECIPE);
        assertThat(update("--take").exitCode()).isZero();
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).contains("cccc");
    }

    @Test
    void theRecordedCommitIsVendoredForABaseThatWasWritten() throws Exception {
        commit(RECIPE.replace("5.2.4", "5.4.0"));
        shell.file("overlays/xz/base/recipe/meta.yaml", RECIPE.replace("- {{ compiler('c') }}", "- gcc"));

        assertThat(update("--to", "base").exitCode()).isZero();

        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).isEqualTo(RECIPE);
        assertThat(shell.read("overlays/xz/overlay.yaml")).contains("version: \"5.2.4\"");
    }

    @Test
    void aBaseThatWasChangedByHandIsToldAndNotOverwrittenUnasked() throws Exception {
        shell.file("overlays/xz/base/recipe/meta.yaml", RECIPE.replace("aaaa", "bbbb"));
        String told = "overlays/xz/base: %s: was changed since it was vendored from commit ";

        assertThat(shell.run("lint").err()).contains(told.formatted("warning"));
        assertThat(shell.run("xz", "--check").err()).contains(told.formatted("warning"));
        commit(RECIPE.replace("number: 0", "number: 1"));
        Said said = update();
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err())
                .contains(told.formatted("error"))
                .contains("restore upstream's files with: archi-render update xz --to base");
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).contains("bbbb");

        assertThat(update("--to", "base").exitCode()).isZero();
        assertThat(shell.read("overlays/xz/base/recipe/meta.yaml")).isEqualTo(RECIPE);
        assertThat(update().exitCode()).isZero();
    }

    private FileTree base() {
        return TreeReader.read(shell.path("overlays/xz/base"), shell.path("overlays/xz/base"));
    }

    @Test
    void whereNothingMovedEachPackageCostsOneRequest() throws Exception {
        assumeTrue(GitHubServer.servesGit(), "skipped: no git-http-backend on this machine");
        int packages = 6;
        AtomicInteger requests = new AtomicInteger();
        try (GitHubServer server = new GitHubServer(temp.resolve("hub"))) {
            shell.file(
                    "overlays/port.yaml",
                    shell.read("overlays/port.yaml") + "upstream: " + server.endpoint()
                            + "/conda-forge/{name}-feedstock\n");
            for (int i = 0; i < packages; i++) {
                File hub = temp.resolve("hub/conda-forge/p" + i + "-feedstock").toFile();
                Git.cloneRepository()
                        .setBare(true)
                        .setURI(upstream)
                        .setDirectory(hub)
                        .call()
                        .close();
                Said init = shell.run("init", "p" + i);
                assertThat(init.exitCode()).as(init.err()).isZero();
            }
            shell.remove("overlays/xz");
            server.watch((request, served) -> {
                requests.addAndGet(served ? 1 : 0);
                return true;
            });
            assertThat(shell.run("update", "--all", "-j", "4").out()).endsWith(packages + " up to date\n");
        }
        assertThat(requests).hasValue(packages);
    }

    @Test
    void aRevisionThatIsNotThereIsToldAndNothingIsLeftInWork() {
        Said said = update("--to", "v9");
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).contains("has no branch or tag 'v9'\n  fix: give one that it has");
        assertThat(shell.list("work")).doesNotContain("update-xz");
    }
}
