package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreePathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "/etc/passwd | is absolute",
                "C:/x | is absolute",
                "a/../../b | has a part '..', which may leave the tree",
                "./a | has a part '.', which may leave the tree",
                "a//b | has an empty part",
                "a\\b | has a backslash or a control character",
                ".GIT/config | goes into .git"
            })
    void refusesWhatLeavesTheTree(String path, String wrong) {
        assertThatThrownBy(() -> TreePath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path '" + path + "' " + wrong);
    }

    @Test
    void namesItsLastPart() {
        assertThat(TreePath.of("recipe/build.sh").name()).isEqualTo("build.sh");
        assertThat(TreePath.of("recipe/build.sh").isUnder("recipe")).isTrue();
        assertThat(TreePath.of("recipes/build.sh").isUnder("recipe")).isFalse();
    }
}
