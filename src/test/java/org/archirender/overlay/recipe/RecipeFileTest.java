package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeFileTest {
    private static final RecipeFile RECIPE =
            RecipeFile.of(FileTrees.of("meta.yaml", """
                    build:
                      noarch: python  # [win]
                      noarch: generic  # [not win]
                    requirements:
                      host:
                        - {{ compiler('c') }}
                        - "libpng >=1.6"  # [unix]
                    outputs:
                      - name: a
                        requirements:
                          run: [tk]
                      - name: b
                        requirements: [tcl]
                    test:
                      requires:
                        - pytest
                    """)).orElseThrow();

    @Test
    void recipeYamlCountsWhereItIsAlone() {
        assertThat(RecipeFile.path(FileTrees.of("meta.yaml", ""))).isEqualTo(TreePath.of("meta.yaml"));
        assertThat(RecipeFile.path(FileTrees.of("recipe.yaml", ""))).isEqualTo(TreePath.of("recipe.yaml"));
        assertThat(RecipeFile.path(FileTrees.of("recipe.yaml", "", "meta.yaml", "")))
                .isEqualTo(TreePath.of("meta.yaml"));
        assertThat(RecipeFile.path(FileTree.empty()))
                .as("to be told as missing")
                .isEqualTo(TreePath.of("meta.yaml"));
    }

    @Test
    void withoutARecipeInUtf8ThereIsNone() {
        assertThat(RecipeFile.of(FileTree.empty())).isEmpty();
        TreeFile latin = TreeFile.of(new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'}, false);
        assertThat(RecipeFile.of(FileTree.empty().with(TreePath.of("meta.yaml"), latin)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build/noarch", "build/noarch[win]", "outputs[a]/requirements/run", "test"})
    void aPathMayBeThereSeveralTimes(String path) {
        assertThat(RECIPE.has(path, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build/number", "build/noarch[osx]", "outputs[c]", "noarch"})
    void aPathThatIsNotThere(String path) {
        assertThat(RECIPE.has(path, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compiler('c')", "libpng", "tk", "tcl", "libpng[unix]"})
    void whatAnySectionOfAnyOutputRequiresIsUsed(String name) {
        assertThat(RECIPE.uses(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytest", "compiler('cxx')", "png", "python", "libpng[win]"})
    void whatOnlyATestOrAnotherNameHasIsNot(String name) {
        assertThat(RECIPE.uses(name)).isFalse();
    }
}
