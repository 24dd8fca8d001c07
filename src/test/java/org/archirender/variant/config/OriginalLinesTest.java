package org.archirender.variant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.Pinnings;
import org.archirender.variant.SkippedVariant;
import org.junit.jupiter.api.Test;

/** Errors name the line of the recipe, however many lines selectors and Jinja took away above it. */
class OriginalLinesTest {
    private static final String HEAD = """
            # a comment
            package:
              name: zebra
              version: 1.0  # [linux]
              version: 2.0  # [win]
            """;

    private static BuildMatrix matrix(String recipe) {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        files.put(TreePath.of("recipe/meta.yaml"), TreeFile.of(recipe));
        files.put(TreePath.of("conda-forge.yml"), TreeFile.of("provider: {linux_aarch64: azure}\n"));
        return BuildMatrix.compute(
                FileTree.of(files),
                Pinnings.parse("mpi:\n  - nompi\n  - openmpi\n", "pinnings.yaml", FileTree.empty()),
                Optional.empty(),
                new Platform("linux-aarch64"));
    }

    private static Location place(String recipe) {
        InputException refused = catchThrowableOfType(InputException.class, () -> matrix(recipe));
        return refused.problems().get(0).at();
    }

    @Test
    void aTemplateErrorNamesItsLine() {
        assertThat(place(HEAD + "build:\n  number: {{ 1 + }}\n")).isEqualTo(new Location("recipe/meta.yaml", 7, 18));
    }

    @Test
    void aYamlErrorNamesItsLine() {
        assertThat(place(HEAD + "build:\n  number: 1\n number: 2\n")).isEqualTo(new Location("recipe/meta.yaml", 8, 2));
    }

    @Test
    void aQuoteThatIsNotClosedNamesItsBeginning() {
        assertThat(place(HEAD + "about:\n  home: \"http\n  summary: x\n"))
                .isEqualTo(new Location("recipe/meta.yaml", 7, 9));
    }

    @Test
    void theLineWhereSomethingBeganIsTheRecipesToo() {
        String recipe = HEAD + "test:\n  imports: [a,\nabout:\n  home: x\n";

        assertThatThrownBy(() -> matrix(recipe)).hasMessageContaining("(while parsing a flow sequence from line 7)");
    }

    @Test
    void aRequirementNamesItsLine() {
        String recipe = HEAD + "requirements:\n  run:\n    - a  # [win]\n    - b\n    - grpcio >= 1.8\n";

        assertThat(place(recipe)).isEqualTo(new Location("recipe/meta.yaml", 10, 7));
    }

    @Test
    void aMissingScriptNamesItsLine() {
        String recipe = HEAD + "outputs:\n  - name: one\n    script: one.sh  # [unix]\n    script: one.bat  # [win]\n";

        assertThat(place(recipe)).isEqualTo(new Location("recipe/meta.yaml", 8, 13));
    }

    @Test
    void behindALoopALineIsFoundByItsText() {
        String recipe = HEAD
                + "requirements:\n  run:\n    {% for x in ['a', 'b'] %}\n    - {{ x }}\n    {% endfor %}\n    - c >= 1\n";

        assertThat(place(recipe)).isEqualTo(Location.of("recipe/meta.yaml", 11));
    }

    @Test
    void aLineThatReadsLikeNoneOfTheRecipesNamesTheFile() {
        String recipe =
                HEAD + "requirements:\n  run:\n    {% for x in ['a', 'b'] %}\n    - {{ x }} >= 1\n    {% endfor %}\n";

        assertThat(place(recipe)).isEqualTo(Location.of("recipe/meta.yaml"));
    }

    @Test
    void aSkippedVariantNamesTheLineThatSkipsIt() {
        String recipe = HEAD + """
                build:
                  skip: true  # [win]
                  skip: true  # [mpi == 'openmpi']
                outputs:
                  - name: one
                    build:
                      skip: true
                  - name: two
                """;

        assertThat(matrix(recipe).skipped())
                .extracting(SkippedVariant::at)
                .containsExactlyInAnyOrder(
                        new Location("recipe/meta.yaml", 8, 9), new Location("recipe/meta.yaml", 12, 13));
    }
}
