package org.archirender.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.conda.FeedstockLayout;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.UnreadableException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** What is wrong with a base before any edit, so that edits are not blamed for it. Looked for where a rendering fails. */
final class BaseProblems {
    private final Feedstock feedstock;
    private final FileTree base;
    private final FileTree edited;
    private final Consumer<FileTree> attempt;

    /**
     * Of {@code feedstock}, which edits made {@code edited} of.
     *
     * @param attempt throws an InputException where nothing can be computed from a tree
     */
    BaseProblems(Feedstock feedstock, FileTree edited, Consumer<FileTree> attempt) {
        this.feedstock = feedstock;
        this.base = feedstock.base();
        this.edited = edited;
        this.attempt = attempt;
    }

    /** Why no edit can find anything in the recipe; empty where it can be read, or where the edits fix it. */
    List<Problem> unreadable() {
        Optional<UnreadableException> before = unreadable(withEditedConfig());
        return before.isPresent() && unreadable(edited).isPresent()
                ? before.get().problems().stream().map(this::explained).toList()
                : List.of();
    }

    private Problem explained(Problem problem) {
        return new Problem(
                inBase(problem.at()),
                "the recipe can't be read: " + problem.message(),
                problem.fix().isEmpty() ? "correct it there, or restore upstream's file" : problem.fix());
    }

    private Optional<UnreadableException> unreadable(FileTree tree) {
        return failure(tree)
                .filter(UnreadableException.class::isInstance)
                .map(UnreadableException.class::cast)
                .filter(e -> e.problems().get(0).at().file().equals("recipe/meta.yaml"));
    }

    /**
     * The same problems, at their places in the base: those in files that no edit changed, and those that the base has as
     * well. Others are named as in the feedstock that was to be.
     */
    List<Problem> placed(List<Problem> problems) {
        List<Problem> before = new ArrayList<>();
        for (FileTree tree : List.of(base, withEditedConfig())) {
            failure(tree).map(InputException::problems).ifPresent(before::addAll);
        }
        return problems.stream().map(problem -> placed(problem, before)).toList();
    }

    private Problem placed(Problem problem, List<Problem> before) {
        Location at = problem.at();
        if (!Relocation.isOf(edited, at.file())) {
            return problem;
        }
        Optional<Location> old = edited.get(at.file()).equals(base.get(at.file()))
                ? Optional.of(at)
                : before.stream()
                        .filter(other -> other.message().equals(problem.message())
                                && other.at().file().equals(at.file()))
                        .map(Problem::at)
                        .findFirst();
        Location place = old.map(this::inBase)
                .orElse(new Location(
                        FeedstockLayout.repository(feedstock.name()) + "/" + at.file(), at.line(), at.column()));
        return new Problem(place, problem.message(), problem.fix());
    }

    private Location inBase(Location at) {
        return new Location("overlays/" + feedstock.name() + "/base/" + at.file(), at.line(), at.column());
    }

    /** The base as if it built for the port, which decides whether its recipe is looked at. */
    private FileTree withEditedConfig() {
        Optional<TreeFile> config = edited.get(FeedstockLayout.CONFIG);
        return config.isPresent() ? base.with(TreePath.of(FeedstockLayout.CONFIG), config.get()) : base;
    }

    private Optional<InputException> failure(FileTree tree) {
        try {
            attempt.accept(tree);
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e);
        }
    }
}
