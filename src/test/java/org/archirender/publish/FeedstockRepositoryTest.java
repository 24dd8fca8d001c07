package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.BranchContent.Upstream;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.fake.Git;
import org.archirender.render.Commits;
import org.archirender.render.LeavingFiles;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.PathGlob;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedstockRepositoryTest {
    private static final FileTree BASE = FileTree.empty()
            .with(TreePath.of("conda-forge.yml"), TreeFile.of("{}\n"))
            .with(TreePath.of("recipe/bld.bat"), TreeFile.of("nmake\r\n"))
            .with(TreePath.of("recipe/meta.yaml"), TreeFile.of("build:\n  number: 0\n"))
            .with(TreePath.of("recipe/old.patch"), TreeFile.of("gone in the rendering\n"));
    private static final FileTree RENDERED = BASE.without(TreePath.of("recipe/old.patch"))
            .with(TreePath.of("recipe/meta.yaml"), TreeFile.of("build:\n  number: 1\n"))
            .with(TreePath.of("build-locally.sh"), TreeFile.of("#!/bin/sh\n").withExecutable(true))
            .with(TreePath.of(".ci_support/linux_aarch64_.yaml"), TreeFile.of("c_compiler:\n- gcc\n"));

    @TempDir
    Path directory;

    private Git git = new Git(Path.of(""));

    @BeforeEach
    void git() {
        git = new Git(repository());
    }

    @Test
    void commitsUpstreamFirstAndThenTheRendering() {
        assertThat(commit(RENDERED))
                .isInstanceOfSatisfying(
                        Moved.class, made -> assertThat(made.commits()).isEqualTo(2));

        assertThat(git("log", "--reverse", "--format=%s|%an|%ae|%aI|%cI", "aarch64"))
                .isEqualTo("""
                        libpng 1.6.36 as upstream has it|archi-render|bot@example.org|2019-01-15T00:00:00+00:00|2019-01-15T00:00:00+00:00
                        Render libpng 1.6.36 for linux-aarch64|archi-render|bot@example.org|2019-01-15T00:00:01+00:00|2019-01-15T00:00:01+00:00
                        """);
        assertThat(git("log", "-1", "--format=%B", "aarch64"))
                .contains("Archi-Render-Upstream: conda-forge/libpng-feedstock@0035b25c1234")
                .contains("Archi-Render-Inputs: sha256:00ff");
        assertThat(git("fsck", "--strict")).isEmpty();
    }

    @Test
    void keepsModesAndBytesWhateverGitattributesSay() {
        FileTree withAttributes = RENDERED.with(TreePath.of(".gitattributes"), TreeFile.of("*.bat text eol=lf\n"));
        commit(withAttributes);
        assertThat(git("ls-tree", "-r", "--format=%(objectmode) %(path)", "aarch64"))
                .contains("100755 build-locally.sh")
                .contains("100644 recipe/bld.bat");
        assertThat(git("cat-file", "blob", "aarch64:recipe/bld.bat")).isEqualTo("nmake\r\n");
        assertThat(git("ls-tree", "-r", "--name-only", "aarch64").lines().map(TreePath::of))
                .containsExactlyElementsOf(withAttributes.files().keySet());
        withAttributes
                .files()
                .forEach((path, file) ->
                        assertThat(git("cat-file", "blob", "aarch64:" + path)).isEqualTo(file.text(path.value())));
    }

    @Test
    void theSameInputsGiveTheSameCommitElsewhere() {
        Moved here = (Moved) commit(RENDERED);
        try (FeedstockRepository elsewhere = FeedstockRepository.open(directory.resolve("elsewhere.git"))) {
            assertThat(elsewhere.commit(content(BASE, RENDERED))).isEqualTo(here);
        }
    }

    @Test
    void anUnchangedFeedstockMakesNoCommit() {
        Moved first = (Moved) commit(RENDERED);
        assertThat(commit(RENDERED)).isEqualTo(new InSync("aarch64", first.commit()));
    }

    @Test
    void aChangedRenderingIsOneCommitOnTop() {
        commit(RENDERED);
        FileTree changed = RENDERED.with(TreePath.of("recipe/meta.yaml"), TreeFile.of("build:\n  number: 2\n"));
        assertThat(commit(changed))
                .isInstanceOfSatisfying(
                        Moved.class, made -> assertThat(made.commits()).isEqualTo(1));
        assertThat(git("diff", "--name-only", "aarch64~", "aarch64")).isEqualTo("recipe/meta.yaml\n");
    }

    @Test
    void aNewBaseIsCommittedBeforeItsRendering() {
        commit(RENDERED);
        FileTree base = BASE.with(TreePath.of("recipe/meta.yaml"), TreeFile.of("build:\n  number: 5\n"));
        FileTree rendered = RENDERED.with(TreePath.of("recipe/meta.yaml"), TreeFile.of("build:\n  number: 6\n"));
        try (FeedstockRepository repository = FeedstockRepository.open(repository())) {
            assertThat(repository.commit(content(base, rendered)))
                    .isInstanceOfSatisfying(
                            Moved.class, made -> assertThat(made.commits()).isEqualTo(2));
        }
        assertThat(git("show", "aarch64~:recipe/meta.yaml")).isEqualTo("build:\n  number: 5\n");
        assertThat(git("diff", "aarch64~", "aarch64", "--", "recipe/meta.yaml")).contains("+  number: 6");
    }

    @Test
    void filesThatAreNoLongerRenderedGo() {
        commit(RENDERED);
        commit(RENDERED.without(TreePath.of("build-locally.sh")));
        assertThat(git("ls-tree", "--name-only", "aarch64")).doesNotContain("build-locally.sh");
    }

    @Test
    void filesOfUpstreamThatAreNotVendoredStay() {
        String start = upstreamBranch();
        try (FeedstockRepository repository = FeedstockRepository.open(repository())) {
            assertThat(repository.commit(contentFrom(start))).isInstanceOf(Moved.class);
        }
        assertThat(git("ls-tree", "-r", "--name-only", "aarch64"))
                .contains("authors.txt")
                .doesNotContain(".ci_support/linux_aarch64_old.yaml")
                .doesNotContain("recipe/old.patch");
        assertThat(git("rev-parse", "aarch64~2")).isEqualTo(start + "\n");
    }

    /** A branch as a fork has it, of these files. */
    private String upstreamBranch(String... paths) {
        FeedstockRepository.open(repository()).close();
        StringBuilder stream = new StringBuilder("""
                commit refs/heads/aarch64
                committer A Porter <porter@example.org> 1547600000 +0000
                data 11
                Re-rendered
                """);
        for (String path : paths) {
            stream.append("M 100644 inline ").append(path).append("\ndata 0\n\n");
        }
        git.run(stream.toString(), "fast-import", "--quiet", "--force");
        return git("rev-parse", "aarch64").strip();
    }

    private List<String> branch() {
        return git("ls-tree", "-r", "--name-only", "aarch64").lines().toList();
    }

    private static final String[] UPSTREAM = {
        ".azure-pipelines/azure-pipelines-linux.yml",
        ".ci_support/README",
        ".ci_support/linux_64_.yaml",
        ".ci_support/linux_aarch64_old.yaml",
        ".ci_support/osx_64_.yaml",
        ".circleci/config.yml",
        ".github/CODEOWNERS",
        ".github/workflows/conda-build.yml",
        ".github/workflows/docs.yml",
        ".scripts/build_steps.sh",
        "LICENSE.txt",
        "azure-pipelines.yml",
        "build-locally.py",
        "recipe/.travis.yml",
        "recipe/unknown.patch"
    };

    private void publish(BranchContent content) {
        try (FeedstockRepository repository = FeedstockRepository.open(repository())) {
            repository.commit(content);
        }
    }

    private static BranchContent leaving(BranchContent content, List<String> removes, List<String> keeps) {
        return new BranchContent(
                content.name(),
                content.branch(),
                content.target(),
                content.upstream(),
                content.base(),
                content.rendered(),
                new LeavingFiles(
                        removes.stream().map(PathGlob::new).toList(),
                        keeps.stream().map(PathGlob::new).toList()),
                content.edits(),
                content.inputDigest(),
                content.commits());
    }

    @Test
    void upstreamsOwnCiLeavesTheBranchAndTheMessageSaysSo() {
        String start = upstreamBranch(UPSTREAM);
        FileTree rendered = RENDERED.with(TreePath.of(".scripts/build_steps.sh"), TreeFile.of("ours\n"));
        publish(content(BASE, rendered, start));
        assertThat(branch())
                .containsExactly(
                        ".ci_support/README",
                        ".ci_support/linux_aarch64_.yaml",
                        ".github/CODEOWNERS",
                        ".github/workflows/docs.yml",
                        ".scripts/build_steps.sh",
                        "LICENSE.txt",
                        "build-locally.sh",
                        "conda-forge.yml",
                        "recipe/.travis.yml",
                        "recipe/bld.bat",
                        "recipe/meta.yaml",
                        "recipe/unknown.patch");
        assertThat(git("log", "-1", "--format=%B", "aarch64")).contains("""
                Render libpng 1.6.36 for linux-aarch64

                Of upstream's files these go:
                  .azure-pipelines (1 file)
                  .ci_support/*.yaml (2 files)
                  .circleci (1 file)
                  .github/workflows/conda-build.yml
                  azure-pipelines.yml
                  build-locally.py

                Archi-Render-Upstream: """);
        assertThat(git("ls-tree", "-r", "--name-only", "aarch64~")).contains("azure-pipelines.yml");
    }

    @Test
    void whatThePortKeepsStaysOrComesBackAndWhatAProviderRemovesGoes() {
        String start = upstreamBranch(UPSTREAM);
        BranchContent content = content(BASE, RENDERED, start);
        publish(leaving(content, List.of(".github/workflows/*.yml"), List.of()));
        assertThat(branch()).contains(".github/CODEOWNERS").noneMatch(path -> path.contains("workflows"));
        publish(leaving(
                content, List.of(".github/workflows/*.yml"), List.of(".github/workflows/docs.yml", ".circleci")));
        assertThat(branch())
                .contains(".github/workflows/docs.yml", ".circleci/config.yml")
                .doesNotContain(".github/workflows/conda-build.yml", "azure-pipelines.yml");
        publish(leaving(content, List.of("recipe", "LICENSE.txt"), List.of()));
        assertThat(branch())
                .contains("recipe/meta.yaml", "recipe/unknown.patch")
                .doesNotContain("LICENSE.txt", ".circleci/config.yml");
    }

    @Test
    void belowTheRecipeNothingGoesThatTheBaseNeverKnewAndWhatItKnewGoes() {
        String start = upstreamBranch("conda-forge.yml", "recipe/meta.yaml", "recipe/a.patch", "recipe/b.patch");
        FileTree whole =
                FileTrees.of("conda-forge.yml", "", "recipe/meta.yaml", "", "recipe/a.patch", "", "recipe/b.patch", "");
        publish(content(whole, whole.without(TreePath.of("recipe/b.patch")), start));
        assertThat(branch()).contains("recipe/a.patch").doesNotContain("recipe/b.patch");
        FileTree later = whole.without(TreePath.of("recipe/a.patch"));
        publish(content(later, later, start));
        assertThat(branch()).contains("recipe/b.patch").doesNotContain("recipe/a.patch");
    }

    @Test
    void aBaseThatIsNotTheWholeRecipeLeavesTheRestAlone() {
        String start = upstreamBranch("recipe/meta.yaml", "recipe/a.patch", "recipe/b.patch");
        FileTree part = FileTrees.of("conda-forge.yml", "", "recipe/meta.yaml", "x", "recipe/a.patch", "");
        publish(content(part, part.without(TreePath.of("recipe/a.patch")), start));
        assertThat(branch()).contains("recipe/b.patch").doesNotContain("recipe/a.patch");
        publish(content(part, part, start));
        assertThat(branch()).contains("recipe/a.patch", "recipe/b.patch");
    }

    @Test
    void aMigrationThatLeftTheBaseLeavesTheBranch() {
        FeedstockRepository.open(repository()).close();
        git.run("""
                commit refs/heads/aarch64
                committer A Porter <porter@example.org> 1547600000 +0000
                data 11
                Re-rendered
                M 100644 inline .ci_support/README
                data 0

                M 100644 inline .ci_support/migrations/openssl3.yaml
                data 0

                """, "fast-import", "--quiet");
        String start = git("rev-parse", "aarch64").strip();
        FileTree migration = FileTrees.of(".ci_support/migrations/openssl3.yaml", "");
        try (FeedstockRepository repository = FeedstockRepository.open(repository())) {
            repository.commit(content(BASE.with(migration), RENDERED.with(migration), start));
            assertThat(git("ls-tree", "-r", "--name-only", "aarch64")).contains("migrations/openssl3.yaml");
            repository.commit(content(BASE, RENDERED, start));
        }
        assertThat(git("ls-tree", "-r", "--name-only", "aarch64"))
                .contains(".ci_support/README")
                .doesNotContain("migrations");
        assertThat(git("log", "--format=%s", "--diff-filter=D", "aarch64", "--", ".ci_support/migrations"))
                .isEqualTo("libpng 1.6.36 as upstream has it\n");
    }

    /** git takes such a name for the commit, where there is no such branch. */
    @Test
    void aBranchThatIsNamedLikeACommitIsABranch() {
        Moved first = (Moved) commit(RENDERED);
        for (String name : List.of("port-g" + first.commit().substring(0, 7), first.commit(), "main")) {
            try (FeedstockRepository repository = FeedstockRepository.open(repository())) {
                assertThat(repository.commit(content(BASE, RENDERED, "0035b25c1234", name)))
                        .isEqualTo(new Moved("committed", name, first.commit(), first.commits()));
            }
        }
    }

    @Test
    void commitsOfPeopleAreReportedAndNeverOverwritten() {
        Moved ours = (Moved) commit(RENDERED);
        String theirs = git.commit("aarch64", "Fix the build by hand", ours.commit());
        assertThat(commit(BASE))
                .isInstanceOfSatisfying(
                        Foreign.class,
                        foreign -> assertThat(foreign.foreign())
                                .extracting(Object::toString)
                                .containsExactly(theirs.substring(0, 10) + " Fix the build by hand (A Porter)"));
        assertThat(git("rev-parse", "aarch64")).isEqualTo(theirs + "\n");
    }

    @Test
    void aCommitOfOursThatWasAmendedIsSomebodysElse() {
        commit(RENDERED);
        String message = git("log", "-1", "--format=%B", "aarch64");
        String amended =
                git.commit("aarch64", message, git("rev-parse", "aarch64~").strip());
        assertThat(commit(RENDERED))
                .isInstanceOfSatisfying(
                        Foreign.class,
                        foreign -> assertThat(foreign.foreign())
                                .hasSize(1)
                                .allSatisfy(commit -> assertThat(amended).startsWith(commit.commit())));
    }

    @Test
    void whatAKilledRunLeftIsClearedAway() throws IOException {
        commit(RENDERED);
        List<Path> left = Stream.of(
                        "HEAD.lock",
                        "config.lock",
                        "shallow.lock",
                        "refs/heads/aarch64.lock",
                        "objects/noz123.tmp",
                        "objects/incoming_123.pack",
                        "objects/pack/pack-0123.keep.lock",
                        "objects/pack/pack-0123.pack")
                .map(repository()::resolve)
                .toList();
        for (Path file : left) {
            Files.createFile(file);
        }
        assertThat(commit(BASE)).isInstanceOf(Moved.class);
        assertThat(left).noneMatch(Files::exists);
        assertThat(git("fsck", "--strict")).isEmpty();
    }

    @Test
    void aRepositoryIsMadeBesideAndMovedIntoPlace() throws IOException {
        Files.createDirectories(directory.resolve(".libpng-feedstock.git.new/objects"));
        commit(RENDERED);
        assertThat(git("fsck", "--strict")).isEmpty();
        assertThat(git("symbolic-ref", "HEAD")).isEqualTo("refs/heads/aarch64\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void afterHalfAFetchNothingCountsAsFetched() throws IOException {
        Moved ours = (Moved) commit(RENDERED);
        git("update-ref", "refs/remotes/origin/aarch64", ours.commit());
        git("pack-refs", "--all");
        Files.writeString(repository().resolve("shallow"), ours.commit() + "\n");
        FeedstockRepository.open(repository()).close();
        assertThat(git("for-each-ref", "refs/remotes")).isNotEmpty();
        Files.createFile(repository().resolve("archi-render-fetching"));
        FeedstockRepository.open(repository()).close();
        assertThat(git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/aarch64\n");
        assertThat(repository().resolve("shallow")).doesNotExist();
        assertThat(repository().resolve("archi-render-fetching")).doesNotExist();
    }

    @Test
    void noTimeGoesIntoMeasuringTheDisksClock() throws Exception {
        commit(RENDERED);
        assertThat(SystemReader.getInstance()
                        .getUserConfig()
                        .getTimeUnit("filesystem", "a disk", "timestampResolution", -1, TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(SystemReader.getInstance()
                        .getUserConfig()
                        .getTimeUnit("gc", "auto", "pruneExpire", -1, TimeUnit.SECONDS))
                .isEqualTo(-1);
    }

    @Test
    void aFolderThatIsAFileIsAClearError() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> FeedstockRepository.open(file.resolve("x.git")))
                .isInstanceOf(RepositoryException.class)
                .hasMessageStartingWith("no git repository can be opened or made at " + file);
    }

    private PublishOutcome commit(FileTree rendered) {
        try (FeedstockRepository repository = FeedstockRepository.open(repository())) {
            return repository.commit(content(BASE, rendered));
        }
    }

    private static BranchContent content(FileTree base, FileTree rendered) {
        return content(base, rendered, "0035b25c1234");
    }

    private static BranchContent contentFrom(String upstreamCommit) {
        return content(BASE, RENDERED, upstreamCommit);
    }

    private static BranchContent content(FileTree base, FileTree rendered, String upstreamCommit) {
        return content(base, rendered, upstreamCommit, "aarch64");
    }

    private static BranchContent content(FileTree base, FileTree rendered, String upstreamCommit, String branch) {
        return new BranchContent(
                "libpng",
                branch,
                new Platform("linux-aarch64"),
                new Upstream("conda-forge/libpng-feedstock", upstreamCommit, "1.6.36", false),
                base,
                rendered,
                LeavingFiles.GENERATED_ONLY,
                List.of(),
                "sha256:00ff",
                new Commits("archi-render", "bot@example.org", Instant.parse("2019-01-15T00:00:00Z")));
    }

    private String git(String... arguments) {
        return git.git(arguments);
    }

    private Path repository() {
        return directory.resolve("libpng-feedstock.git");
    }

    /** A branch as a fork has it: upstream's commit with files that we do not vendor. */
    private String upstreamBranch() {
        FeedstockRepository.open(repository()).close();
        return git.commit("aarch64", "Re-rendered");
    }
}
