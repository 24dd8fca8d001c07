package org.archirender.variant;

import java.util.List;
import java.util.Optional;

/**
 * The variant files of a feedstock for one target, byte for byte as {@code conda smithy rerender} writes them.
 *
 * @param files in the order of their names
 * @param skipped combinations without a file, in the order in which they were tried
 * @param absence why there is no file at all; empty where there is one
 */
public record BuildMatrix(List<VariantFile> files, List<SkippedVariant> skipped, Optional<String> absence) {
    public BuildMatrix {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /**
     * The matrix of {@code request}. Takes time and memory by the keys that the recipe uses, not by the pinnings' size.
     *
     * @throws org.archirender.problem.InputException with the place of everything that conda-build or conda-smithy
     *     would refuse in the recipe, its config, its migrations or conda-forge.yml
     */
    public static BuildMatrix compute(MatrixRequest request) {
        if (request.feedstock().isEmpty()) {
            return new BuildMatrix(List.of(), List.of(), Optional.of("there is no recipe"));
        }
        throw new UnsupportedOperationException("comes with the next commits: " + request.target());
    }
}
