package org.archirender.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.Outcome.State;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.render.Relocation;
import org.archirender.render.Rendering;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.MatrixRequest;
import org.archirender.variant.Pinnings;
import org.archirender.variant.file.VariantFile;
import org.archirender.workspace.FeedstockFolder;
import org.archirender.workspace.TreeStore;

/** Computes and writes the variant files of one feedstock after the other, all with the same pinnings and target. */
final class Rerendering {
    private final Pinnings pinnings;
    private final Platform platform;
    private final TreeStore store;

    Rerendering(Pinnings pinnings, Platform platform, TreeStore store) {
        this.pinnings = pinnings;
        this.platform = platform;
        this.store = store;
    }

    /** The feedstock in {@code from}, its files written below {@code to}. */
    Outcome run(Path from, Path to) {
        String name = String.valueOf(from.getFileName());
        return Outcome.guarded(name, to.toString(), () -> {
            FileTree inputs = new FeedstockFolder(from).inputs();
            BuildMatrix matrix = matrix(inputs, name);
            FileTree files = FileTree.empty();
            for (VariantFile file : matrix.files()) {
                files = files.with(TreePath.of(file.path()), TreeFile.of(file.text()));
            }
            TreeDiff changes = new FeedstockFolder(to).replaceVariants(platform, files, store);
            State state = changes.isEmpty() ? State.UNCHANGED : State.WRITTEN;
            Rendering rendering = new Rendering(files, List.of(), Optional.of(matrix), List.of());
            return Outcome.of(name, to.toString(), state, Optional.of(rendering), changes, "");
        });
    }

    private BuildMatrix matrix(FileTree inputs, String name) {
        try {
            return BuildMatrix.compute(new MatrixRequest(inputs, pinnings, Optional.empty(), platform.subdir()));
        } catch (InputException e) {
            throw new InputException(Relocation.in(inputs, file -> name + "/" + file, e.problems()));
        }
    }
}
