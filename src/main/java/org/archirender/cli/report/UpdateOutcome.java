package org.archirender.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.archirender.cli.console.Counts;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.conda.FeedstockLayout;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.problem.RepositoryException;
import org.archirender.sync.Standing;
import org.archirender.sync.Update;
import org.archirender.tree.FileChange;
import org.archirender.tree.TreePath;

/**
 * What became of a package that was to move onto another base.
 *
 * @param name of the package
 * @param from version and commit of the old base
 * @param to the same of the new one; empty where upstream is where it was, or could not be asked
 * @param standings of its edits
 * @param rendered the package on its new base, where its edits let it come to that
 * @param written whether overlays/NAME/ stands on the new base now
 * @param failure what was in the way
 */
public record UpdateOutcome(
        String name,
        State state,
        String from,
        Optional<String> to,
        List<Standing> standings,
        Optional<Outcome> rendered,
        boolean written,
        Optional<Throwable> failure) {
    /** In the order in which a person looks at them. */
    public enum State {
        FAILED("failed"),
        UNREACHED("can't be reached"),
        NEEDS_YOU("needs you"),
        GOOD_NEWS("upstream took it"),
        FITS("fits"),
        CURRENT("up to date");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Upstream is where the base is. */
    public static UpdateOutcome current(String name, Overlay.Base base) {
        return new UpdateOutcome(
                name,
                State.CURRENT,
                words(base.version(), base.commit()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** Upstream moved, and the package waits for somebody. */
    public static UpdateOutcome told(Update update) {
        return of(update, state(update), Optional.empty(), false, Optional.empty());
    }

    /**
     * Upstream moved.
     *
     * @param rendered on the new base
     * @param written whether it stands there now
     */
    public static UpdateOutcome moved(Update update, Outcome rendered, boolean written) {
        State state = rendered.failure().map(UpdateOutcome::state).orElse(state(update));
        return of(update, state, Optional.of(rendered), written, rendered.failure());
    }

    private static UpdateOutcome of(
            Update update, State state, Optional<Outcome> rendered, boolean written, Optional<Throwable> failure) {
        Optional<Overlay.Base> base = update.feedstock().overlay().base();
        return new UpdateOutcome(
                update.feedstock().name(),
                state,
                words(base.flatMap(Overlay.Base::version), base.flatMap(Overlay.Base::commit)),
                Optional.of(words(update.version(), update.commit())),
                update.standings(),
                rendered,
                written,
                failure);
    }

    /** What {@code work} gives, or how it failed: that is this package's alone and not the others'. */
    public static UpdateOutcome guarded(String name, Supplier<UpdateOutcome> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            return new UpdateOutcome(
                    name, state(e), "", Optional.empty(), List.of(), Optional.empty(), false, Optional.of(e));
        }
    }

    private static State state(Update update) {
        return switch (update.news()) {
            case FITS -> State.FITS;
            case GOOD -> State.GOOD_NEWS;
            case NEEDS_YOU -> State.NEEDS_YOU;
        };
    }

    private static State state(Throwable failure) {
        if (failure instanceof InputException) {
            return State.NEEDS_YOU;
        }
        return failure instanceof RepositoryException ? State.UNREACHED : State.FAILED;
    }

    private static String words(Optional<String> version, Optional<String> commit) {
        return version.orElse("?")
                + commit.map(id -> " (" + id.substring(0, Math.min(10, id.length())) + ")")
                        .orElse("");
    }

    /** How many packages there are of each state, by its words. */
    static SortedMap<String, Long> counts(List<UpdateOutcome> outcomes) {
        return Counts.each(outcomes.stream().map(UpdateOutcome::state).map(State::words));
    }

    /** The edits that somebody may want to look at. */
    List<Standing> notable() {
        return standings.stream()
                .filter(standing -> standing.status() != EditStatus.APPLIED)
                .toList();
    }

    /** What changes in rendered/, as in {@code 1 added, 3 changed; variants: 1 added}; empty for nothing. */
    String changes() {
        List<FileChange> all =
                rendered.map(outcome -> outcome.changes().changes()).orElse(List.of());
        String files = kinds(all);
        String variants =
                kinds(all.stream().filter(change -> isVariant(change.path())).toList());
        return variants.isEmpty() ? files : files + "; variants: " + variants;
    }

    private static String kinds(List<FileChange> changes) {
        return Counts.text(Counts.each(changes.stream().map(FileChange::kind)));
    }

    private static boolean isVariant(TreePath path) {
        return path.isUnder(FeedstockLayout.CI_SUPPORT) && !path.isUnder(FeedstockLayout.MIGRATIONS);
    }

    /** The command that goes on with the package; empty where there is nothing to do, or no command that does it; {@code update} is without names. */
    Optional<String> command(String update) {
        if (written || to.isEmpty()) {
            return Optional.empty();
        }
        return switch (state) {
            case NEEDS_YOU -> Optional.of(update + " " + name + " --take");
            case GOOD_NEWS -> Optional.of(update + " " + name + " --prune");
            case FITS -> Optional.of(update + " " + name);
            case FAILED, UNREACHED, CURRENT -> Optional.empty();
        };
    }

    /** What failed, as problems. */
    List<Problem> failures() {
        return failure.map(FailureText::problems).orElse(List.of());
    }

    /** The exit code for this package alone. */
    public int exitCode(boolean check) {
        return switch (state) {
            case FAILED, UNREACHED -> FailureText.exitCode(failure.orElseThrow());
            case NEEDS_YOU -> written ? ExitCode.DONE : ExitCode.INPUT;
            case GOOD_NEWS, FITS -> check ? ExitCode.DRIFT : ExitCode.DONE;
            case CURRENT -> ExitCode.DONE;
        };
    }
}
