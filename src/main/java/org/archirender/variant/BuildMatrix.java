package org.archirender.variant;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.problem.Problem;
import org.archirender.recipeyaml.RecipeChoices;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.config.VariantConfig;
import org.archirender.yaml.YamlNode.Mapping;

/**
 * The variant files of a feedstock for one target, byte for byte as {@code conda smithy rerender} writes them.
 *
 * @param files in the order of their names
 * @param skipped combinations without a file, in the order in which they were tried
 * @param uses for every key of any file, what makes the recipe use it
 * @param absence why there is no file at all; empty where there is one
 * @param choices what a recipe.yaml chose; nothing of a meta.yaml
 * @param surprises what is right by the letter, and not what most would expect, placed in the recipe
 */
public record BuildMatrix(
        List<VariantFile> files,
        List<SkippedVariant> skipped,
        SortedMap<String, KeyUse> uses,
        Optional<String> absence,
        RecipeChoices choices,
        List<Problem> surprises) {
    public BuildMatrix {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
        surprises = List.copyOf(surprises);
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
    }

    /**
     * The matrix of a feedstock. Takes time and memory by the keys that the recipe uses, not by the pinnings' size.
     *
     * @param feedstock {@code recipe/**}, {@code conda-forge.yml} and {@code .ci_support/migrations/**}; others are
     *     not looked at
     * @param pinnings shared by all feedstocks of a run
     * @param pins an overlay's, which count after the pinnings and before the recipe's own config
     * @param target what is built for
     * @throws org.archirender.problem.InputException with the place of everything that conda-build or conda-smithy
     *     would refuse in the recipe, its config, its migrations or conda-forge.yml
     */
    public static BuildMatrix compute(FileTree feedstock, Pinnings pinnings, Optional<Mapping> pins, Platform target) {
        return new MatrixComputation(feedstock, pinnings, pins.map(VariantConfig::of), target, false).compute();
    }

    /**
     * As {@link #compute} without pins, and for a recipe.yaml of which every output skips with the file that conda-smithy
     * writes for it, which builds nothing.
     */
    public static BuildMatrix rerendered(FileTree feedstock, Pinnings pinnings, Platform target) {
        return new MatrixComputation(feedstock, pinnings, Optional.empty(), target, true).compute();
    }

    /** The files as they lie in the feedstock. */
    public FileTree tree() {
        SortedMap<TreePath, TreeFile> tree = new TreeMap<>();
        files.forEach(file -> tree.put(TreePath.of(file.path()), TreeFile.of(file.text())));
        return FileTree.of(tree);
    }
}
