package org.archirender.render;

import java.util.List;
import java.util.Optional;
import org.archirender.conda.FeedstockLayout;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.UnreadableException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** What is wrong with a base before any edit, so that edits are not blamed for it. Looked for where a rendering fails. */
final class BaseProblems {
    private static final String FORGE = FeedstockLayout.CONFIG;

    private final Feedstock feedstock;
    private final FileTree edited;
    private final VariantRenderer variants;

    /** Of {@code feedstock}, which edits made {@code edited} of. */
    BaseProblems(Feedstock feedstock, FileTree edited, VariantRenderer variants) {
        this.feedstock = feedstock;
        this.edited = edited;
        this.variants = variants;
    }

    /** Why no edit can find anything in the recipe; empty where it can be read, or where the edits fix it. */
    List<Problem> unreadable() {
        return matrixFailure(edited).map(this::unreadable).orElse(List.of());
    }

    /** The same, where {@code failure} is what the edited tree came to. */
    List<Problem> unreadable(InputException failure) {
        return isUnreadableRecipe(failure)
                ? matrixFailure(baseToBuild())
                        .filter(this::isUnreadableRecipe)
                        .map(before ->
                                before.problems().stream().map(this::explained).toList())
                        .orElse(List.of())
                : List.of();
    }

    private boolean isUnreadableRecipe(InputException failure) {
        return failure instanceof UnreadableException
                && failure.problems()
                        .get(0)
                        .at()
                        .file()
                        .equals(ForgeConfig.recipeDir(edited) + "/" + FeedstockLayout.META_YAML);
    }

    private Problem explained(Problem problem) {
        return new Problem(
                inBase(problem.at()),
                "the recipe can't be read: " + problem.message(),
                problem.fix().isEmpty() ? "correct it there, or restore upstream's file" : problem.fix());
    }

    /**
     * The same problems, at their places in the base: those in files that no edit changed, and those that the base has as
     * well. Others are named as in the feedstock that was to be: {@code recipe/meta.yaml:2} →
     * {@code zlib-feedstock/recipe/meta.yaml:2}.
     */
    List<Problem> placed(List<Problem> problems) {
        return problems.stream()
                .map(problem -> VariantRenderer.isIn(edited, problem.at().file()) ? placed(problem) : problem)
                .toList();
    }

    private Problem placed(Problem problem) {
        Location at = problem.at();
        Optional<Location> old =
                edited.get(at.file()).equals(feedstock.base().get(at.file())) ? Optional.of(at) : sameOfBase(problem);
        return problem.moved(place -> old.map(this::inBase)
                .orElseGet(() -> at.in(FeedstockLayout.repository(feedstock.name()) + "/" + at.file())));
    }

    /** Where the base says the same wrong thing in the same file. */
    private Optional<Location> sameOfBase(Problem problem) {
        Optional<InputException> before =
                problem.at().file().equals(FORGE) ? configFailure() : matrixFailure(baseToBuild());
        return before.stream()
                .flatMap(failure -> failure.problems().stream())
                .filter(other -> other.message().equals(problem.message())
                        && other.at().file().equals(problem.at().file()))
                .map(Problem::at)
                .findFirst();
    }

    private Location inBase(Location at) {
        return at.in("overlays/" + feedstock.name() + "/base/" + at.file());
    }

    /** The base with the edited conda-forge.yml: where that builds nothing for the port, no recipe is looked at. */
    private FileTree baseToBuild() {
        Optional<TreeFile> config = edited.get(FORGE);
        return config.map(file -> feedstock.base().with(TreePath.of(FORGE), file))
                .orElse(feedstock.base());
    }

    private Optional<InputException> matrixFailure(FileTree tree) {
        return failure(() -> variants.matrix(tree, feedstock.overlay().pins()));
    }

    private Optional<InputException> configFailure() {
        return failure(() -> ForgeConfig.read(feedstock.base().text(FORGE, FORGE), FORGE));
    }

    private static Optional<InputException> failure(Runnable attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e);
        }
    }
}
