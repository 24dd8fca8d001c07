package org.archirender.render;

import java.util.List;
import java.util.function.UnaryOperator;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** Places in a feedstock, named so that they are known among many feedstocks. */
final class Relocation {
    private Relocation() {}

    /**
     * The same problems, those in a file of {@code tree}, or in one that its folders lack, with the name that {@code name}
     * gives to the file: {@code recipe/meta.yaml:4} → {@code zlib-feedstock/recipe/meta.yaml:4}. Others, as in
     * {@code pinnings.yaml:4}, stay where they are.
     */
    static List<Problem> in(FileTree tree, UnaryOperator<String> name, List<Problem> problems) {
        return problems.stream().map(problem -> in(tree, name, problem)).toList();
    }

    private static Problem in(FileTree tree, UnaryOperator<String> name, Problem problem) {
        Location at = problem.at();
        return isOf(tree, at.file()) ? problem.moved(place -> place.in(name.apply(place.file()))) : problem;
    }

    /** Whether {@code file} is in {@code tree}, or in one of its folders. */
    static boolean isOf(FileTree tree, String file) {
        int slash = file.indexOf('/');
        return slash > 0
                ? tree.files().keySet().stream().anyMatch(path -> path.isUnder(file.substring(0, slash)))
                : TreePath.wrongWith(file).isEmpty() && tree.contains(TreePath.of(file));
    }
}
