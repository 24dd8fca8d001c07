package org.archirender.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.Pinnings;
import org.junit.jupiter.api.Test;

class VariantRendererTest {
    private static final Platform TARGET = Platform.of("linux-aarch64");

    private static final FileTree FEEDSTOCK =
            FileTrees.of("conda-forge.yml", "provider: {linux_aarch64: default}\n", "recipe/build.sh", "make\n");

    private static Rendering render(String pinnings, String recipe) {
        return new VariantRenderer(Pinnings.parse(pinnings, "pins.yaml", FileTree.empty()), TARGET)
                .render("xz-feedstock", FEEDSTOCK.with(TreePath.of("recipe/meta.yaml"), TreeFile.of(recipe)));
    }

    @Test
    void theTreeIsTheVariantFilesAlone() {
        Rendering rendering = render("python:\n- 3.6\n- 3.7\n", """
                package: {name: xz}
                requirements:
                  host: [python]
                """);
        assertThat(rendering.tree().files().keySet())
                .extracting(TreePath::value)
                .containsExactly(
                        ".ci_support/linux_aarch64_python3.6.yaml", ".ci_support/linux_aarch64_python3.7.yaml");
        assertThat(rendering.variants()).containsExactly("linux_aarch64_python3.6", "linux_aarch64_python3.7");
        assertThat(rendering.edits()).isEmpty();
    }

    @Test
    void aFileOfTheFeedstockIsNamedWithIt() {
        assertThatThrownBy(() -> render("c_compiler: [gcc]\n", "package: {name: xz}\nbuild:\n  noarch: java\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("xz-feedstock/recipe/meta.yaml:3:");
    }

    @Test
    void aFileOfNoFeedstockIsNamedAsItIs() {
        assertThatThrownBy(() -> render("c_compiler: 1  # [(]\n", "package: {name: xz}\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("pins.yaml:1:");
    }
}
