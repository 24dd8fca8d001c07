package org.archirender.cli.report;

import java.util.List;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.Counts;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.report.Outcome.State;
import org.archirender.publish.PublishOutcome;
import org.archirender.tree.FileChange;

/** For people: a line a feedstock, then problems, diffs, a summary, and the command that fixes the drift. */
record TextReport(Console console, Optional<Diff> diff, String command) implements RunReport {
    private void line(Outcome outcome) {
        if (!(outcome.isCalm() && console.quiet())) {
            console.print(text(outcome));
        }
        if (console.verbose()) {
            outcome.changes().changes().forEach(change -> console.print("    " + change.kind() + " " + change.path()));
        }
    }

    private String text(Outcome outcome) {
        String what = outcome.rendering()
                .filter(rendering -> outcome.state() != State.FAILED)
                .map(rendering -> "%2d %-8s  "
                        .formatted(
                                rendering.variants().size(),
                                rendering.variants().size() == 1 ? "variant" : "variants"))
                .orElse(" ".repeat(13));
        return "%-20s %s%s%s".formatted(outcome.name(), what, painted(outcome), delivered(outcome) + absence(outcome));
    }

    /** Why nothing will be built, where that is so. */
    private static String absence(Outcome outcome) {
        return outcome.absence().isEmpty() ? "" : " (" + outcome.absence() + ")";
    }

    private static String delivered(Outcome outcome) {
        return outcome.delivered().map(how -> ", " + how.text()).orElse("");
    }

    private String painted(Outcome outcome) {
        return switch (outcome.state()) {
            case UNCHANGED -> console.paint(Style.QUIET, "unchanged");
            case SKIPPED -> console.paint(Style.QUIET, "skipped: " + outcome.note());
            case WRITTEN -> console.paint(Style.CHANGED, "written: " + files(outcome));
            case REMOVED -> console.paint(Style.CHANGED, "removed: " + outcome.note());
            case STALE -> console.paint(Style.CHANGED, "stale: " + files(outcome));
            case FAILED ->
                console.paint(
                        Style.BAD, "failed: " + Counts.of(outcome.problems().size(), "problem"));
        };
    }

    private static String files(Outcome outcome) {
        return Counts.text(Counts.each(outcome.changes().changes().stream().map(FileChange::kind)));
    }

    @Override
    public void show(List<Outcome> outcomes) {
        outcomes.forEach(this::line);
        outcomes.stream().flatMap(outcome -> outcome.warnings().stream()).forEach(console::warning);
        diff.ifPresent(much -> {
            DiffText text = new DiffText(console, much == Diff.FULL);
            outcomes.forEach(text::print);
            text.end();
        });
        outcomes.forEach(outcome -> outcome.failure().ifPresent(failure -> console.failed(outcome.name(), failure)));
        if (!console.quiet() || outcomes.stream().anyMatch(outcome -> outcome.exitCode() != ExitCode.DONE)) {
            console.print(summary(outcomes));
        }
        Outcome.fix(command, outcomes).ifPresent(fix -> console.print("To fix it, run: " + fix));
    }

    private static String summary(List<Outcome> outcomes) {
        String rendered = Counts.text(Counts.each(outcomes.stream().map(Outcome::state)));
        String delivered = Counts.text(Counts.each(outcomes.stream()
                .flatMap(outcome -> outcome.delivered().stream())
                .map(PublishOutcome::word)));
        return (rendered.isEmpty() ? "nothing to render" : rendered) + (delivered.isEmpty() ? "" : "; " + delivered);
    }
}
