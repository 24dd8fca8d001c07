package org.archirender.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.conda.FeedstockLayout;
import org.archirender.conda.Platform;
import org.archirender.forge.ForgeConfig;
import org.archirender.forge.ForgeConfigCheck;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.recipeyaml.RecipeYamlHints;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.Pinnings;
import org.archirender.yaml.YamlNode.Mapping;

/** Computes variant files: of whatever feedstocks, for one target, with pinnings that all share. */
public final class VariantRenderer {
    private final Pinnings pinnings;
    private final Platform target;

    /** @param target what is built for */
    public VariantRenderer(Pinnings pinnings, Platform target) {
        this.pinnings = pinnings;
        this.target = target;
    }

    public Platform target() {
        return target;
    }

    /**
     * The variant files of a feedstock that has no overlay, and nothing else of it.
     *
     * @param name of the feedstock: what is wrong with its files is placed as in {@code NAME/recipe/meta.yaml:4:11}
     * @param feedstock what {@link BuildMatrix#compute} looks at
     * @throws InputException where nothing can be computed
     */
    public Rendering render(String name, FileTree feedstock) {
        try {
            BuildMatrix matrix = BuildMatrix.rerendered(feedstock, pinnings, target);
            return new Rendering(
                    matrix.tree(),
                    List.of(),
                    Optional.of(matrix),
                    LeavingFiles.GENERATED_ONLY,
                    List.of(),
                    warnings(name, feedstock, matrix));
        } catch (InputException e) {
            throw e.moved(at -> isIn(feedstock, at.file()) ? at.in(name + "/" + at.file()) : at);
        }
    }

    private static List<Problem> warnings(String name, FileTree feedstock, BuildMatrix matrix) {
        String file = name + "/" + FeedstockLayout.CONFIG;
        List<Problem> warnings =
                new ArrayList<>(ForgeConfigCheck.of(feedstock.text(FeedstockLayout.CONFIG, file), file, List.of()));
        warnings.addAll(recipeHints(feedstock, name + "/"));
        warnings.addAll(surprises(matrix, name + "/"));
        return warnings;
    }

    /** What the recipe.yaml of {@code feedstock}, if it has one, most likely does not mean; {@code under} is its folder. */
    static List<Problem> recipeHints(FileTree feedstock, String under) {
        String path = ForgeConfig.recipeDir(feedstock) + "/" + FeedstockLayout.RECIPE_YAML;
        return feedstock
                .get(path)
                .flatMap(TreeFile::text)
                .map(text -> RecipeYamlHints.of(text, under + path))
                .orElse(List.of());
    }

    /** What of {@code matrix} few would expect; {@code under} is the feedstock's folder. */
    static List<Problem> surprises(BuildMatrix matrix, String under) {
        return matrix.surprises().stream()
                .map(problem -> problem.moved(at -> at.in(under + at.file())))
                .toList();
    }

    /**
     * The variants of {@code feedstock}.
     *
     * @param pins of its overlay
     * @throws InputException where nothing can be computed, its places relative to the feedstock
     */
    BuildMatrix matrix(FileTree feedstock, Optional<Mapping> pins) {
        return BuildMatrix.compute(feedstock, pinnings, pins, target);
    }

    /** Whether {@code file} is in {@code tree}, or in one of its folders. */
    static boolean isIn(FileTree tree, String file) {
        int slash = file.indexOf('/');
        return slash > 0
                ? tree.files().keySet().stream().anyMatch(path -> path.isUnder(file.substring(0, slash)))
                : TreePath.wrongWith(file).isEmpty() && tree.contains(TreePath.of(file));
    }
}
