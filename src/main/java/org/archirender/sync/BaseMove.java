package org.archirender.sync;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.archirender.conda.FeedstockLayout;
import org.archirender.overlay.EditResult;
import org.archirender.overlay.EditTrial;
import org.archirender.overlay.PortNames;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.Edit.Reach;
import org.archirender.overlay.edit.Edit.Tie;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.sync.Standing.News;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A base that moves under an overlay. What an edit takes away is known by applying it to the old base; at the new one it
 * has to take away the same, else it would write over what nobody looked at.
 */
public final class BaseMove {
    private final FileTree files;
    private final TargetView view;
    private final Presence presence;
    private final PortNames names;
    private final LocalDate today;
    private final Base from;
    private final Base to;
    private FileTree old;
    private FileTree now;

    /**
     * A side of the move.
     *
     * @param recipe the recipe/ folder
     * @param version of the package, where known
     */
    public record Base(FileTree recipe, Optional<String> version) {
        private boolean isRecipeYaml() {
            return !recipe.contains(TreePath.of(FeedstockLayout.META_YAML))
                    && recipe.contains(TreePath.of(FeedstockLayout.RECIPE_YAML));
        }
    }

    private BaseMove(Base from, Base to, FileTree files, PortNames names, LocalDate today) {
        this.from = from;
        this.to = to;
        this.files = files;
        this.view = TargetView.of(names.target());
        this.presence = new Presence(view, from.recipe(), to.recipe());
        this.names = names;
        this.today = today;
        this.old = from.recipe();
        this.now = to.recipe();
    }

    /**
     * How each of {@code edits} stands where the base moves, each behind those that fit.
     *
     * @param edits in order, as written
     * @param files the overlay's files/
     * @param names the port's
     * @param today for edits that end on a day
     */
    public static List<Standing> standings(
            List<Edit> edits, FileTree files, Base from, Base to, PortNames names, LocalDate today) {
        BaseMove move = new BaseMove(from, to, files, names, today);
        return edits.stream().map(move::standing).toList();
    }

    private Standing standing(Edit written) {
        EditTrial before = EditTrial.of(with(written, from), old, files);
        Effect meant = Effect.between(old, before.recipe(), reach(written));
        Edit edit = with(written, to);
        Standing standing = standing(edit, meant, before.recipe());
        old = before.recipe();
        if (standing.news() == News.FITS) {
            now = EditTrial.of(edit, now, files).recipe();
        }
        return standing;
    }

    /** The edit with the names put in; one that the port does not have stays as it is, for rendering to tell. */
    private Edit with(Edit written, Base base) {
        PortNames own = base.version().map(names::withVersion).orElse(names);
        return written.map(text -> own.expand(text, unknown -> {}));
    }

    private static Reach reach(Edit edit) {
        return edit.written().operation().reach();
    }

    private Standing standing(Edit edit, Effect meant, FileTree before) {
        if (edit.until().filter(until -> until.isOver(today, to.version())).isPresent()) {
            return good(
                    edit,
                    EditStatus.EXPIRED,
                    "'until' says " + edit.until().orElseThrow().text());
        }
        EditTrial trial = EditTrial.of(edit, now, files);
        if (to.isRecipeYaml() && !from.isRecipeYaml() && !trial.applied()) {
            return present(edit, meant)
                    .orElseGet(() ->
                            person(edit, EditStatus.FORMAT_MOVED, trial.result().message()));
        }
        if (edit.tie() == Tie.NUMBER && versionMoved()) {
            return good(edit, EditStatus.VERSION_MOVED, versions() + ", and its number begins anew");
        }
        return trial.applied() ? fitting(edit, meant, trial) : refused(edit, meant, before, trial.result());
    }

    private boolean versionMoved() {
        return !from.version().equals(to.version());
    }

    private String versions() {
        return "the version was %s and is %s"
                .formatted(from.version().orElse("not known"), to.version().orElse("not known"));
    }

    /** An edit that can be done: it has to take away what it took at the old base, and write what is not there. */
    private Standing fitting(Edit edit, Effect meant, EditTrial trial) {
        Effect effect = Effect.between(now, trial.recipe(), reach(edit));
        if (effect.idle()) {
            return good(edit, EditStatus.ALREADY_PRESENT, "upstream has it in other words");
        }
        Optional<Standing> viewed = onTarget(edit);
        if (viewed.isPresent()) {
            return viewed.get();
        }
        if (edit.tie() != Tie.NUMBER && !effect.took().equals(meant.took())) {
            return present(edit, meant)
                    .orElseGet(() -> person(
                            edit,
                            EditStatus.VALUE_CHANGED,
                            "it was made to take away\n  %s\nand would take away\n  %s"
                                    .formatted(shown(meant.took()), shown(effect.took()))));
        }
        if (edit.written().has("nth") && !effect.beside().equals(meant.beside())) {
            return person(
                    edit, EditStatus.ANCHOR_AMBIGUOUS, "'nth' counts lines, and other lines are around that one now");
        }
        Optional<Standing> partly =
                effect.took().isEmpty() || edit.tie() == Tie.NUMBER ? Optional.empty() : present(edit, meant);
        if (partly.isPresent()) {
            return person(edit, EditStatus.PARTLY_PRESENT, partly.get().message() + ", beside what it would replace");
        }
        if (edit.tie() == Tie.SOURCE && versionMoved()) {
            return person(edit, EditStatus.VERSION_MOVED, versions() + ": does the patch fit the source of it?");
        }
        return new Standing(edit, EditStatus.APPLIED, News.FITS, "");
    }

    private Standing refused(Edit edit, Effect meant, FileTree before, EditResult result) {
        return switch (result.status()) {
            case ALREADY_PRESENT, NO_EFFECT, PATCH_ALREADY_APPLIED ->
                good(edit, EditStatus.ALREADY_PRESENT, result.message());
            case PARTLY_PRESENT -> onTarget(edit).orElseGet(() -> person(edit, result.status(), result.message()));
            case PATH_MISSING,
                    ITEM_MISSING,
                    ANCHOR_MISSING,
                    FLAG_MISSING,
                    FILE_MISSING,
                    VALUE_CHANGED,
                    PATCH_REJECTED ->
                onTarget(edit)
                        .or(() -> present(edit, meant))
                        .or(() -> reached(edit, before))
                        .orElseGet(() -> person(edit, result.status(), result.message()));
            default -> person(edit, result.status(), result.message());
        };
    }

    /** Selectors that hold for the target say nothing there: {@code make  # [unix]} is {@code make}. */
    private Optional<Standing> onTarget(Edit edit) {
        EditResult result =
                EditTrial.of(edit.map(view::ofEdit), viewed(now), files).result();
        return result.status() == EditStatus.ALREADY_PRESENT
                ? Optional.of(good(edit, EditStatus.ALREADY_PRESENT, result.message() + "\nwhere the selectors hold"))
                : Optional.empty();
    }

    private FileTree viewed(FileTree recipe) {
        TreePath path = TreePath.of(FeedstockLayout.META_YAML);
        Optional<TreeFile> file = recipe.get(path);
        return file.flatMap(TreeFile::text)
                .map(text -> recipe.with(path, file.get().withText(view.text(text))))
                .orElse(recipe);
    }

    /** What the edit writes is somewhere in the new base and was not in the old one. */
    private Optional<Standing> present(Edit edit, Effect meant) {
        return presence.of(meant.wrote())
                .map(found -> found.whole()
                        ? good(edit, EditStatus.ALREADY_PRESENT, "upstream has it: " + found.words())
                        : person(edit, EditStatus.PARTLY_PRESENT, "upstream has some of it: " + found.words()));
    }

    /** An edit that only keeps something off the target has its will where upstream has no such thing any more. */
    private Optional<Standing> reached(Edit edit, FileTree before) {
        return presence.absence(old, before)
                .map(found -> found.whole()
                        ? good(edit, EditStatus.ALREADY_PRESENT, "upstream has no " + found.words() + " any more")
                        : person(edit, EditStatus.PARTLY_PRESENT, "upstream has it elsewhere: " + found.words()));
    }

    private static String shown(Collection<String> took) {
        return took.isEmpty() ? "nothing" : String.join("\n  ", took);
    }

    private static Standing good(Edit edit, EditStatus status, String message) {
        return new Standing(edit, status, News.GOOD, message);
    }

    private static Standing person(Edit edit, EditStatus status, String message) {
        return new Standing(edit, status, News.NEEDS_YOU, message);
    }
}
