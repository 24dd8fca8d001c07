package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class OverlayApplierTest {
    private static final FileTree BASE = FileTrees.of("conda-forge.yml", "{}\n")
            .with(
                    TreePath.of("recipe/build.sh"),
                    TreeFile.of("./configure\nmake\nmake check\n").withExecutable(true))
            .with(
                    TreePath.of("recipe/meta.yaml"),
                    TreeFile.of("package:\n  name: example\nbuild:\n  noarch: python\n"));

    private static Applied apply(FileTree base, FileTree files, String edits, String rules) {
        PortNames names = new PortNames(new TreeMap<>(Map.of("binutils", "aarch64-conda_cos7-linux-gnu")));
        List<Rule> read = rules.isEmpty()
                ? List.of()
                : Rule.read(
                        ((Sequence) YamlReader.read(rules, "overlays/port.yaml").orElseThrow()).items(), problem -> {
                            throw new AssertionError(problem);
                        });
        return OverlayApplier.apply(base, files, Edits.overlay(edits), read, names);
    }

    private static Applied apply(String edits) {
        return apply(BASE, FileTree.empty(), edits, "");
    }

    private static List<String> problems(Applied applied) {
        return applied.problems().stream().map(Problem::toString).toList();
    }

    private static final String GUARD = "- guard-lines: build.sh\n  match: make check\n  if: \"true\"\n  why: w\n";

    @Test
    void eachEditSeesTheFormersResult() {
        Applied applied = apply("""
                - insert-lines: build.sh
                  after: make
                  lines: [make docs]
                - insert-lines: build.sh
                  after: make docs
                  lines: [make html]
                """);
        assertThat(applied.problems()).isEmpty();
        assertThat(Edits.buildScript(applied)).isEqualTo("./configure\nmake\nmake docs\nmake html\nmake check\n");
    }

    @Test
    void anExecutableFileStaysExecutable() {
        assertThat(apply(GUARD).tree().get("recipe/build.sh"))
                .hasValueSatisfying(file -> assertThat(file.executable()).isTrue());
    }

    @Test
    void filesBesideRecipeStay() {
        FileTree tree = apply("- delete-file: build.sh\n  why: w\n").tree();
        assertThat(tree.files().keySet())
                .extracting(TreePath::value)
                .containsExactly("conda-forge.yml", "recipe/meta.yaml");
    }

    @Test
    void rulesComeFirstWhereTheirConditionsHold() {
        String rules = """
                - insert-lines: build.sh
                  at: start
                  lines: ["# by a rule"]
                  when: {file: build.sh, contains: make check}
                - insert-lines: build.sh
                  at: start
                  lines: ["# not for this one"]
                  when: {not: {has: build/noarch}}
                - insert-lines: no.sh
                  at: start
                  lines: ["# never"]
                  when: {file: no.sh}
                """;
        Applied applied = apply(BASE, FileTree.empty(), GUARD, rules);
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.results())
                .extracting(EditResult::at)
                .extracting(Object::toString)
                .containsExactly("overlays/port.yaml:1:3", "overlays/example/overlay.yaml:4:3");
        assertThat(Edits.buildScript(applied)).startsWith("# by a rule\n./configure\n");
    }

    @Test
    void conditionsSeeTheBase() {
        String rules = """
                - delete-file: build.sh
                  when: {file: build.sh}
                  why: w
                - add-file: new.sh
                  when: {file: build.sh}
                """;
        FileTree files = FileTrees.of("new.sh", "x\n");
        assertThat(apply(BASE, files, " []\n", rules).problems()).isEmpty();
    }

    @Test
    void namesStandForWhatThePortSays() {
        Applied applied =
                apply("- insert-lines: build.sh\n  at: start\n  lines: [\"@binutils@-strip a@@b \\\"$@\\\"\"]\n");
        assertThat(Edits.buildScript(applied)).startsWith("aarch64-conda_cos7-linux-gnu-strip a@b \"$@\"\n");
    }

    @Test
    void anUnknownNameIsTold() {
        assertThat(problems(apply("- insert-lines: build.sh\n  at: start\n  lines: [\"@binutil@-strip\"]\n")))
                .containsExactly(
                        "overlays/example/overlay.yaml:4:3: insert-lines build.sh: NAME_UNKNOWN: there is no name"
                                + " '@binutil@'; there is @binutils@; did you mean 'binutils'?\n"
                                + "  fix: correct the name, define it in 'names' of port.yaml, or write '@@' for an at-sign");
    }

    @Test
    void allThatFailsIsTold() {
        Applied applied = apply("- delete-file: buildsh\n  why: w\n- add-file: fix.patch\n" + GUARD);
        assertThat(problems(applied))
                .containsExactly(
                        "overlays/example/overlay.yaml:4:3: delete-file buildsh: FILE_MISSING: recipe/ has no file 'buildsh';"
                                + " did you mean 'build.sh'?\n  fix: name a file that is there, or delete the edit",
                        "overlays/example/overlay.yaml:6:3: add-file fix.patch: FILE_MISSING: the overlay's files/ has no file"
                                + " 'fix.patch'\n  fix: put the file into the overlay's files/");
        assertThat(applied.results())
                .extracting(EditResult::status)
                .containsExactly(EditStatus.FILE_MISSING, EditStatus.FILE_MISSING, EditStatus.APPLIED);
    }

    @Test
    void twoEditsOfOneLineOverlap() {
        assertThat(problems(apply("""
                - replace-lines: build.sh
                  match: make
                  with: [make -j2]
                  why: w
                - comment-lines: build.sh
                  match: make -j2
                  why: w
                """)))
                .containsExactly("overlays/example/overlay.yaml:8:3: comment-lines build.sh: OVERLAPS: it changes what"
                        + " 'replace-lines build.sh' (overlays/example/overlay.yaml:4:3) did to recipe/build.sh\n"
                        + "  fix: make one edit of the two");
    }

    @Test
    void anEditOfWhatIsGoneOverlaps() {
        Applied applied = apply("- delete-lines: build.sh\n  match: make check\n  why: w\n" + GUARD);
        assertThat(problems(applied))
                .containsExactly(
                        "overlays/example/overlay.yaml:7:3: guard-lines build.sh: OVERLAPS: recipe/build.sh has no"
                                + " line 'make check', since 'delete-lines build.sh' (overlays/example/overlay.yaml:4:3) came first\n"
                                + "  fix: make one edit of the two");
        assertThat(Edits.buildScript(applied)).isEqualTo("./configure\nmake\n");
    }

    @Test
    void theSameEditTwiceOverlaps() {
        String insert = "- insert-lines: build.sh\n  at: start\n  lines: [set -ex]\n";
        assertThat(problems(apply(insert + insert)))
                .containsExactly(
                        "overlays/example/overlay.yaml:7:3: insert-lines build.sh: OVERLAPS: recipe/build.sh has"
                                + " these lines already, line 1, since 'insert-lines build.sh'"
                                + " (overlays/example/overlay.yaml:4:3) came first\n"
                                + "  fix: make one edit of the two, or add 'repeat: true' if the lines are meant twice");
    }

    @Test
    void twoEditsOfDifferentWordsDoNotOverlap() {
        Applied applied = apply(
                BASE.with(TreePath.of("recipe/build.sh"), TreeFile.of("./configure --a --b\n")),
                FileTree.empty(),
                """
                - edit-flags: build.sh
                  command: ^./configure
                  change: {--a: --x}
                  why: w
                - edit-flags: build.sh
                  command: ^./configure
                  change: {--b: --y}
                  why: w
                """,
                "");
        assertThat(applied.problems()).isEmpty();
        assertThat(Edits.buildScript(applied)).isEqualTo("./configure --x --y\n");
    }

    @Test
    void aPatchIsAloneOnItsFiles() {
        FileTree files =
                FileTrees.of("x.diff", "--- a/build.sh\n+++ b/build.sh\n@@ -1 +1 @@\n-./configure\n+cmake .\n");
        String patch = "- apply-patch: x.diff\n  why: w\n";
        Applied after = apply(BASE, files, patch + GUARD, "");
        assertThat(after.results())
                .extracting(EditResult::status)
                .containsExactly(EditStatus.APPLIED, EditStatus.OVERLAPS);
        Applied before = apply(BASE, files, GUARD + patch, "");
        assertThat(before.results())
                .extracting(EditResult::status)
                .containsExactly(EditStatus.APPLIED, EditStatus.OVERLAPS);
        assertThat(Edits.buildScript(after)).isEqualTo("cmake .\nmake\nmake check\n");
    }

    /** A feedstock that moves from one format to the other. */
    @Test
    void ofTwoRecipesTheOneThatIsBuiltIsEdited() {
        FileTree base = FileTrees.of(
                "conda-forge.yml", "{}\n",
                "recipe/meta.yaml", "build:\n  number: 1\n",
                "recipe/recipe.yaml", "build:\n  number: 2\n");
        FileTree rattler = base.with(TreePath.of("conda-forge.yml"), TreeFile.of("conda_build_tool: rattler-build\n"));
        String edits = "- number: 7\n- delete-file: %s\n  why: w\n";
        assertThat(apply(base, FileTree.empty(), edits.formatted("recipe.yaml"), "")
                        .tree()
                        .folder("recipe"))
                .isEqualTo(FileTrees.of("meta.yaml", "build:\n  number: 7\n"));
        assertThat(apply(rattler, FileTree.empty(), edits.formatted("meta.yaml"), "")
                        .tree()
                        .folder("recipe"))
                .isEqualTo(FileTrees.of("recipe.yaml", "build:\n  number: 7\n"));
        assertThat(apply(rattler, FileTree.empty(), "- number: 7\n", "").tree().text("recipe/meta.yaml", ""))
                .isEqualTo("build:\n  number: 1\n");
    }

    @Test
    void anEditForAnotherVersionStops() {
        String edit = "- insert-lines: build.sh\n  at: end\n  lines: [x]\n  only-version: \"1.6\"\n";
        assertThat(problems(apply(edit)))
                .containsExactly(
                        "overlays/example/overlay.yaml:4:3: insert-lines build.sh: VERSION_MOVED: the edit is for"
                                + " version 1.6 only, the base has one that is not known\n"
                                + "  fix: see whether the edit is still needed, then update or delete 'only-version'");
        Overlay overlay = Overlay.read(
                "overlay: 1\npackage: example\nbase: {repo: a/b, version: \"1.6\"}\nedits:\n" + edit, "overlay.yaml");
        PortNames none = new PortNames(new TreeMap<>());
        assertThat(OverlayApplier.apply(BASE, FileTree.empty(), overlay, List.of(), none)
                        .problems())
                .isEmpty();
    }

    @Test
    void aFileInAnotherEncodingKeepsItsBytes() {
        byte[] latin = "# caf\u00e9\nmake\n".getBytes(StandardCharsets.ISO_8859_1);
        FileTree base = BASE.with(TreePath.of("recipe/build.sh"), TreeFile.of(latin, false));
        Applied applied = apply(
                base, FileTree.empty(), "- insert-lines: build.sh\n  after: make\n  lines: [\"# th\u00e9\"]\n", "");
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.tree().get("recipe/build.sh"))
                .hasValueSatisfying(file -> assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1))
                        .isEqualTo("# caf\u00e9\nmake\n# th\u00c3\u00a9\n"));
    }

    @Test
    void aFileOfThatNameIsNotOverwritten() {
        FileTree files = FileTrees.of("build.sh", "other\n");
        assertThat(problems(apply(BASE, files, "- add-file: build.sh\n", "")))
                .containsExactly(
                        "overlays/example/overlay.yaml:4:3: add-file build.sh: FILE_EXISTS: recipe/build.sh is there"
                                + " with 28 bytes, executable, the overlay's has 6 bytes\n"
                                + "  fix: edit the file that is there, or give the overlay's another name");
    }

    @Test
    void aNameCanNotLeadOutOfTheTree() {
        Overlay overlay = Edits.overlay("- delete-file: \"@up@/x\"\n  why: w\n- set-env: \"@up@/y\"\n  vars: {A: b}\n");
        PortNames names = new PortNames(new TreeMap<>(Map.of("up", "..")));
        assertThat(problems(OverlayApplier.apply(BASE, FileTree.empty(), overlay, List.of(), names)))
                .hasSize(2)
                .allMatch(problem -> problem.contains("FILE_MISSING: path '../"));
    }
}
