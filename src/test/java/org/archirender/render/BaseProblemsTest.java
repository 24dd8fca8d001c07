package org.archirender.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.archirender.conda.Platform;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.variant.Pinnings;
import org.junit.jupiter.api.Test;

class BaseProblemsTest {
    private static final String RECIPE = "recipe/meta.yaml";
    private static final String CONFIG = "conda-forge.yml";
    private static final String BUILDS = "provider: {linux_aarch64: default}\n";
    private static final String GOOD = "package:\n  name: zlib\n";
    private static final String TORN = "package: [\n  name: zlib\n";
    private static final String WRONG = "package:\n  name: zlib\nbuild:\n  noarch: java\n";

    private final VariantRenderer variants = new VariantRenderer(
            Pinnings.parse("c_compiler:\n- gcc\n", "pinnings.yaml", FileTree.empty()), Platform.of("linux-aarch64"));

    private static FileTree tree(String recipe, String config) {
        return FileTrees.of(RECIPE, recipe, CONFIG, config);
    }

    private BaseProblems of(FileTree base, FileTree edited) {
        Feedstock feedstock = new Feedstock(
                Overlay.read("overlay: 1\npackage: zlib\n", "overlays/zlib/overlay.yaml"), base, FileTree.empty());
        return new BaseProblems(feedstock, edited, variants);
    }

    private InputException failure(FileTree tree) {
        return catchThrowableOfType(InputException.class, () -> variants.matrix(tree, Optional.empty()));
    }

    /** What is told of the failure of {@code edited}, which edits made of {@code base}. */
    private List<String> placed(FileTree base, FileTree edited) {
        return of(base, edited).placed(failure(edited).problems()).stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void aRecipeThatNobodyCanReadIsToldAtItsPlaceInTheBase() {
        BaseProblems problems = of(tree(TORN, ""), tree("# one line more\n" + TORN, BUILDS));
        assertThat(problems.unreadable()).singleElement().asString().isEqualTo("""
                overlays/zlib/base/recipe/meta.yaml:1:10: the recipe can't be read: not valid YAML: expected ',' or ']', but got <stream end> (while parsing a flow sequence)
                  fix: correct it there, or restore upstream's file""");
        assertThat(problems.unreadable(failure(tree(TORN, BUILDS)))).isEqualTo(problems.unreadable());
    }

    @Test
    void aRecipeThatEditsFixOrBreakIsNotTheBases() {
        assertThat(of(tree(TORN, ""), tree(GOOD, BUILDS)).unreadable()).isEmpty();
        assertThat(of(tree(GOOD, ""), tree(TORN, BUILDS)).unreadable()).isEmpty();
    }

    @Test
    void aRecipeThatSaysSomethingWrongCanBeRead() {
        assertThat(of(tree(WRONG, ""), tree(WRONG, BUILDS)).unreadable()).isEmpty();
    }

    @Test
    void aFileThatNoEditChangedIsNamedInTheBase() {
        assertThat(placed(tree(WRONG, ""), tree(WRONG, BUILDS)))
                .singleElement()
                .asString()
                .startsWith("overlays/zlib/base/recipe/meta.yaml:4:");
    }

    @Test
    void whatTheBaseSaysAsWellIsNamedAtItsLineThere() {
        assertThat(placed(tree(WRONG, ""), tree("# one\n# two\n" + WRONG, BUILDS)))
                .singleElement()
                .asString()
                .startsWith("overlays/zlib/base/recipe/meta.yaml:4:");
        assertThat(placed(tree(GOOD, "os_version: 1\n"), tree(GOOD, BUILDS + "os_version: 1\n")))
                .singleElement()
                .asString()
                .startsWith("overlays/zlib/base/conda-forge.yml:1:13: os_version has to be a mapping");
    }

    @Test
    void whatOnlyTheEditedFileSaysIsNamedInTheFeedstock() {
        assertThat(placed(tree(GOOD, ""), tree(WRONG, BUILDS)))
                .singleElement()
                .asString()
                .startsWith("zlib-feedstock/recipe/meta.yaml:4:");
        assertThat(placed(tree(GOOD, BUILDS), tree(GOOD, BUILDS + "os_version: 1\n")))
                .singleElement()
                .asString()
                .startsWith("zlib-feedstock/conda-forge.yml:2:13: os_version has to be a mapping");
    }

    @Test
    void whatIsInNoFileOfTheFeedstockStaysWhereItIs() {
        Problem elsewhere = failure(FileTrees.of("x", "")).problems().get(0);
        assertThat(elsewhere.at()).hasToString(RECIPE);
        FileTree other = FileTrees.of("pinnings.yaml", "");
        assertThat(of(other, other).placed(List.of(elsewhere))).containsExactly(elsewhere);
    }
}
