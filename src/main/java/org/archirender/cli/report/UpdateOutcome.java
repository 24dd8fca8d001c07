package org.archirender.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.overlay.Overlay;
import org.archirender.problem.Problem;
import org.archirender.sync.Standing;
import org.archirender.sync.Update;

/**
 * What became of a package that was to move onto another base.
 *
 * @param name of the package
 * @param from version and commit of the old base
 * @param to the same of the new one; empty where upstream is where it was, or could not be asked
 * @param standings of its edits
 * @param written whether overlays/NAME/ stands on the new base now
 * @param failure what was in the way
 */
public record UpdateOutcome(
        String name,
        State state,
        String from,
        Optional<String> to,
        List<Standing> standings,
        boolean written,
        Optional<RuntimeException> failure) {
    /** In the order in which a person looks at them. */
    public enum State {
        FAILED("can't be reached"),
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
                false,
                Optional.empty());
    }

    /** Upstream moved. */
    public static UpdateOutcome moved(Update update, boolean written) {
        Optional<Overlay.Base> base = update.feedstock().overlay().base();
        State state = switch (update.news()) {
            case FITS -> State.FITS;
            case GOOD -> State.GOOD_NEWS;
            case NEEDS_YOU -> State.NEEDS_YOU;
        };
        return new UpdateOutcome(
                update.feedstock().overlay().name(),
                state,
                words(base.flatMap(Overlay.Base::version), base.flatMap(Overlay.Base::commit)),
                Optional.of(words(update.version(), update.commit())),
                update.standings(),
                written,
                Optional.empty());
    }

    /** What {@code work} gives, or how it failed. */
    public static UpdateOutcome guarded(String name, Supplier<UpdateOutcome> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return new UpdateOutcome(name, State.FAILED, "", Optional.empty(), List.of(), false, Optional.of(e));
        }
    }

    private static String words(Optional<String> version, Optional<String> commit) {
        return version.orElse("?")
                + commit.map(id -> " (" + id.substring(0, Math.min(10, id.length())) + ")")
                        .orElse("");
    }

    /** What failed, as problems. */
    public List<Problem> failures() {
        return failure.map(FailureText::problems).orElse(List.of());
    }

    /** The exit code for this package alone. */
    public int exitCode(boolean check) {
        return switch (state) {
            case FAILED -> FailureText.exitCode(failure.orElseThrow());
            case NEEDS_YOU -> written ? ExitCode.DONE : ExitCode.INPUT;
            case GOOD_NEWS, FITS -> check ? ExitCode.DRIFT : ExitCode.DONE;
            case CURRENT -> ExitCode.DONE;
        };
    }
}
