package org.archirender.cli.report;

import static java.util.Objects.requireNonNull;

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

    /** What a run did to a feedstock's folder, or found in it. */
    public enum State {
        UNCHANGED,
        WRITTEN,
        REMOVED,
        STALE,
        SKIPPED,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Outcome {
        requireNonNull(name, "name is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(state, "state is null");
        requireNonNull(rendering, "rendering is null");
        requireNonNull(changes, "changes is null");
        requireNonNull(note, "note is null");
        requireNonNull(delivered, "delivered is null");
        requireNonNull(failure, "failure is null");
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

    /** Whether there is nothing about it that a reader in a hurry wants to know. */
    boolean isCalm() {
        return (state == State.UNCHANGED || state == State.SKIPPED)
                && delivered.map(PublishOutcome::isCalm).orElse(true);
    }

    /** What this one alone would end the command with. */
    public int exitCode() {
        return failure.map(FailureText::exitCode).orElse(state == State.STALE ? ExitCode.DRIFT : ExitCode.DONE);
    }
}
