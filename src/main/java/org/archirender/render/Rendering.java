package org.archirender.render;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.EditResult;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.VariantFile;

/**
 * A feedstock as rendered, and how it came to be so.
 *
 * @param tree the whole feedstock; empty where there are problems
 * @param edits what became of each edit, rules first, in order
 * @param matrix the variants; empty where it was not computed
 * @param leaving upstream's files that go from the port's branch
 * @param problems why there is no tree
 * @param warnings what its inputs say in vain, or otherwise than whoever wrote it is likely to have meant
 */
public record Rendering(
        FileTree tree,
        List<EditResult> edits,
        Optional<BuildMatrix> matrix,
        LeavingFiles leaving,
        List<Problem> problems,
        List<Problem> warnings) {
    public Rendering {
        warnings = List.copyOf(warnings);
        edits = List.copyOf(edits);
        problems = List.copyOf(problems);
    }

    static Rendering failed(List<EditResult> edits, List<Problem> problems) {
        return new Rendering(
                FileTree.empty(), edits, Optional.empty(), LeavingFiles.GENERATED_ONLY, problems, List.of());
    }

    Rendering withWarnings(List<Problem> told) {
        return new Rendering(tree, edits, matrix, leaving, problems, told);
    }

    /** Of a package that is not ported. */
    public static Rendering skipped() {
        return failed(List.of(), List.of());
    }

    /** Names of the variant files without {@code .yaml}, in order. */
    public List<String> variants() {
        return matrix.map(BuildMatrix::files).orElse(List.of()).stream()
                .map(VariantFile::name)
                .toList();
    }
}
