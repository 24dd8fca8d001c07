package org.archirender.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.problem.Problem;
import org.archirender.publish.PublishOutcome;
import org.archirender.render.Rendering;
import org.archirender.tree.TreeDiff;

/**
 * What became of one feedstock in a run.
 *
 * @param name of the package, or {@code port} for what belongs to none
 * @param folder where its rendering lies, relative to the workspace
 * @param state what the run did, or found
 * @param rendering what was computed; empty where that failed or there is nothing to render
 * @param changes from what was on disk to what the inputs give
 * @param problems why it failed
 * @param failure what was thrown, where that is why it failed
 * @param note one line for the reader, or empty
 * @param delivered what became of it outside rendered/, where that was asked for
 * @param exitCode what this one alone would end the command with
 */
public record Outcome(
        String name,
        String folder,
        State state,
        Optional<Rendering> rendering,
        TreeDiff changes,
        List<Problem> problems,
        Optional<Throwable> failure,
        String note,
        Optional<PublishOutcome> delivered,
        int exitCode) {
    /** What a run did to a feedstock's folder, or found in it. */
    public enum State {
        UNCHANGED("unchanged"),
        WRITTEN("written"),
        REMOVED("removed"),
        STALE("stale"),
        SKIPPED("skipped"),
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    public Outcome {
        requireNonNull(name, "name is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(state, "state is null");
        requireNonNull(rendering, "rendering is null");
        requireNonNull(changes, "changes is null");
        problems = List.copyOf(problems);
        requireNonNull(failure, "failure is null");
        requireNonNull(note, "note is null");
        requireNonNull(delivered, "delivered is null");
    }

    /** A feedstock that was done: {@code state} is any but FAILED. */
    public static Outcome of(
            String name, String folder, State state, Optional<Rendering> rendering, TreeDiff changes, String note) {
        int exitCode = state == State.STALE ? ExitCode.DRIFT : ExitCode.DONE;
        return new Outcome(
                name, folder, state, rendering, changes, List.of(), Optional.empty(), note, Optional.empty(), exitCode);
    }

    /** The same, delivered. */
    public Outcome with(PublishOutcome how) {
        return new Outcome(
                name, folder, state, rendering, changes, problems, failure, note, Optional.of(how), exitCode);
    }

    /** A feedstock whose rendering has problems. */
    public static Outcome failed(String name, String folder, Rendering rendering) {
        return new Outcome(
                name,
                folder,
                State.FAILED,
                Optional.of(rendering),
                TreeDiff.NONE,
                rendering.problems(),
                Optional.empty(),
                "",
                Optional.empty(),
                ExitCode.INPUT);
    }

    /** What {@code work} comes to; its failure, even a bug's, is this one's alone and not the others'. */
    public static Outcome guarded(String name, String folder, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            return new Outcome(
                    name,
                    folder,
                    State.FAILED,
                    Optional.empty(),
                    TreeDiff.NONE,
                    FailureText.problems(failure),
                    Optional.of(failure),
                    "",
                    Optional.empty(),
                    Console.exitCode(failure));
        }
    }
}
