package org.archirender.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.Plural;
import org.archirender.cli.report.Outcome.State;
import org.archirender.publish.PublishOutcome;
import org.archirender.render.Rendering;
import org.archirender.tree.FileChange;
import org.archirender.variant.BuildMatrix;

/** For people: a line a feedstock, then problems, diffs, a summary, and the command that fixes the drift. */
final class TextReport implements RunReport {
    private final Console console;
    private final boolean check;
    private final Optional<Diff> diff;
    private final String command;

    TextReport(Console console, boolean check, Optional<Diff> diff, String command) {
        this.console = console;
        this.check = check;
        this.diff = diff;
        this.command = command;
    }

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
        return outcome.rendering()
                .flatMap(Rendering::matrix)
                .flatMap(BuildMatrix::absence)
                .map(why -> " (" + why + ")")
                .orElse("");
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
                        Style.BAD, "failed: " + Plural.of(outcome.problems().size(), "problem"));
        };
    }

    private static String files(Outcome outcome) {
        return outcome.changes().changes().stream()
                .collect(Collectors.groupingBy(FileChange::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void show(List<Outcome> outcomes) {
        outcomes.forEach(this::line);
        diff.ifPresent(much -> {
            DiffText text = new DiffText(console, much == Diff.FULL);
            outcomes.forEach(text::print);
            text.end();
        });
        for (Outcome outcome : outcomes) {
            if (outcome.exitCode() == ExitCode.INPUT) {
                console.problems(outcome.problems());
            } else {
                outcome.failure().ifPresent(failure -> console.error(outcome.name(), failure));
            }
        }
        if (!console.quiet() || outcomes.stream().anyMatch(outcome -> outcome.exitCode() != ExitCode.DONE)) {
            console.print(summary(outcomes));
        }
        fix(outcomes);
    }

    private static String summary(List<Outcome> outcomes) {
        List<String> parts = new ArrayList<>();
        for (State state : State.values()) {
            long many = outcomes.stream()
                    .filter(outcome -> outcome.state() == state)
                    .count();
            if (many > 0) {
                parts.add(many + " " + state.word());
            }
        }
        String rendered = parts.isEmpty() ? "nothing to render" : String.join(", ", parts);
        String delivered = counts(outcomes);
        return delivered.isEmpty() ? rendered : rendered + "; " + delivered;
    }

    private static String counts(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.delivered().stream())
                .collect(Collectors.groupingBy(PublishOutcome::word, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
    }

    private void fix(List<Outcome> outcomes) {
        List<String> stale = outcomes.stream()
                .filter(outcome -> outcome.state() == State.STALE)
                .map(Outcome::name)
                .toList();
        if (check && !stale.isEmpty()) {
            console.print("To fix it, run: " + FixCommand.of(command, outcomes));
        }
    }
}
