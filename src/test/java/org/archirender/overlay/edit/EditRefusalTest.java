package org.archirender.overlay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditRefusalTest {
    @Test
    void aMissingFileIsToldWithThoseThatResembleIt() {
        FileTree recipe = FileTrees.of("build.sh", "", "meta.yaml", "", "sub/build.sh", "");
        EditRefusal refusal = EditRefusal.noFile("recipe/", recipe, TreePath.of("biuld.sh"));
        assertThat(refusal.status()).isEqualTo(EditStatus.FILE_MISSING);
        assertThat(refusal.message()).isEqualTo("recipe/ has no file 'biuld.sh'");
        assertThat(refusal.nearMisses()).first().isEqualTo(NearMiss.of("build.sh"));
    }

    @ParameterizedTest
    @CsvSource({"../x, has a part '..'", "/etc/passwd, is absolute", "a//b, has an empty part"})
    void aPathThatLeavesTheTreeIsNone(String path, String wrong) {
        assertThatThrownBy(() -> EditRefusal.path(path))
                .isInstanceOfSatisfying(
                        EditRefusal.class, e -> assertThat(e.status()).isEqualTo(EditStatus.FILE_MISSING))
                .hasMessageStartingWith("path '" + path + "' " + wrong);
    }

    @Test
    void aPathInTheTreeIsOne() {
        assertThat(EditRefusal.path("sub/build.sh")).isEqualTo(TreePath.of("sub/build.sh"));
    }
}
