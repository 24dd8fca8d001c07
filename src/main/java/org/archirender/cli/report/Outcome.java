package org.archirender.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.publish.PublishOutcome;
import org.archirender.render.Rendering;
import org.archirender.tree.TreeDiff;
import org.archirender.variant.BuildMatrix;

/**
 * What became of one feedstock in a run.
 *
 * @param name of the package, or {@link #PORT}
 * @param folder where its rendering lies, relative to the workspace
 * @param state what the run did, or found
 * @param rendering what was computed; empty where that failed or there is nothing to render
 * @param changes from what was on disk to what the inputs give
 * @param note one line for the reader, or empty
 * @param delivered what became of it outside rendered/, where that was asked for
 * @param failure why it failed, where it did
 */
public record Outcome(
        String name,
        String folder,
        State state,
        Optional<Rendering> rendering,
        TreeDiff changes,
        String note,
        Optional<PublishOutcome> delivered,
        Optional<Throwable> failure) {
    /** What stands for the port's own files, beside packages' names. */
    public static final String PORT = "port";

    private static final int MOST_NAMES = 8;

    /** What a run did to a feedstock's folder, or found in it. */
    public enum State {
        UNCHANGED,
        WRITTEN,
        REMOVED,
        STALE,
        SKIPPED,
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A feedstock that was done: {@code state} is any but FAILED. */
    public static Outcome of(
            String name, String folder, State state, Optional<Rendering> rendering, TreeDiff changes, String note) {
        return new Outcome(name, folder, state, rendering, changes, note, Optional.empty(), Optional.empty());
    }

    /** The same, delivered. */
    public Outcome with(PublishOutcome how) {
        return new Outcome(name, folder, state, rendering, changes, note, Optional.of(how), failure);
    }

    /** A feedstock whose rendering has problems. */
    public static Outcome failed(String name, String folder, Rendering rendering) {
        return failed(name, folder, Optional.of(rendering), new InputException(rendering.problems()));
    }

    /** What {@code work} comes to; its failure, even a bug's, is this one's alone and not the others'. */
    public static Outcome guarded(String name, String folder, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            return failed(name, folder, Optional.empty(), failure);
        }
    }

    private static Outcome failed(String name, String folder, Optional<Rendering> rendering, Throwable failure) {
        return new Outcome(
                name, folder, State.FAILED, rendering, TreeDiff.NONE, "", Optional.empty(), Optional.of(failure));
    }

    /** Why it failed, for formats that machines read. */
    List<Problem> problems() {
        return failure.map(FailureText::problems).orElse(List.of());
    }

    /** What was noticed besides. */
    List<Problem> warnings() {
        return rendering.map(Rendering::warnings).orElse(List.of());
    }

    /** Why it has no variants; empty where it has some. */
    String absence() {
        return rendering
                .flatMap(Rendering::matrix)
                .flatMap(BuildMatrix::absence)
                .orElse("");
    }

    /** Whether there is nothing about it that a reader in a hurry wants to know. */
    boolean isCalm() {
        return (state == State.UNCHANGED || state == State.SKIPPED)
                && delivered.map(PublishOutcome::isCalm).orElse(true);
    }

    /** What this one alone would end the command with. */
    public int exitCode() {
        if (delivered.map(PublishOutcome::isWrongInput).orElse(false)) {
            return ExitCode.INPUT;
        }
        return failure.map(FailureText::exitCode).orElse(state == State.STALE ? ExitCode.DRIFT : ExitCode.DONE);
    }

    /**
     * The exact command that writes what of {@code outcomes} is stale; empty where nothing is.
     *
     * @param command what renders, without names
     */
    static Optional<String> fix(String command, List<Outcome> outcomes) {
        List<Outcome> stale = outcomes.stream()
                .filter(outcome -> outcome.state() == State.STALE)
                .toList();
        boolean named = stale.size() <= MOST_NAMES
                && stale.stream().allMatch(outcome -> outcome.rendering().isPresent());
        String which =
                named ? String.join(" ", stale.stream().map(Outcome::name).toList()) : "--all";
        return stale.isEmpty() ? Optional.empty() : Optional.of(command + " " + which);
    }
}
