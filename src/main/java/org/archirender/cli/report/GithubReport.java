package org.archirender.cli.report;

import java.util.List;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.GithubAnnotation;
import org.archirender.cli.report.Outcome.State;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.publish.PublishOutcome;
import org.archirender.text.Markdown;
import org.archirender.workspace.Workspace;

/** For GitHub's workflows: at most one annotation a feedstock, and a table in the step's summary. */
record GithubReport(Console console, String command) implements RunReport {
    @Override
    public void show(List<Outcome> outcomes) {
        outcomes.forEach(this::annotate);
        new StepSummary(console.surroundings()).append(summary(outcomes));
    }

    private void annotate(Outcome outcome) {
        outcome.warnings().forEach(console::warning);
        if (outcome.state() == State.FAILED) {
            console.annotate(GithubAnnotation.error(outcome.name(), placed(outcome)));
        } else if (outcome.state() == State.STALE) {
            console.annotate(GithubAnnotation.warning(
                    Location.of(outcome.folder() + "/"
                            + outcome.changes().changes().get(0).path()),
                    outcome.name() + " is stale",
                    "run: " + Outcome.fix(command, List.of(outcome)).orElseThrow()));
        }
    }

    /** What no file is to blame for stands at the feedstock's overlay, so that the annotation has a place. */
    private static List<Problem> placed(Outcome outcome) {
        String file =
                outcome.name().equals(Outcome.PORT) ? Workspace.PORT : "overlays/" + outcome.name() + "/overlay.yaml";
        return outcome.exitCode() == ExitCode.INPUT
                ? outcome.problems()
                : outcome.problems().stream()
                        .map(problem -> new Problem(Location.of(file), problem.message(), problem.fix()))
                        .toList();
    }

    private String summary(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder("""
                ### archi-render

                | feedstock | state | files | remark |
                |---|---|---|---|
                """);
        for (Outcome outcome : outcomes) {
            if (outcome.state() != State.UNCHANGED || !outcome.isCalm()) {
                table.append("| %s | %s | %d | %s |\n"
                        .formatted(
                                Markdown.text(outcome.name()),
                                outcome.state(),
                                outcome.changes().changes().size(),
                                Markdown.text(remark(outcome))));
            }
        }
        long calm = outcomes.stream()
                .filter(outcome -> outcome.state() == State.UNCHANGED)
                .count();
        table.append("\n%d of %d unchanged.\n".formatted(calm, outcomes.size()));
        Outcome.fix(command, outcomes)
                .ifPresent(fix -> table.append("\nTo fix it, run: %s\n".formatted(Markdown.code(fix))));
        return table.toString();
    }

    private static String remark(Outcome outcome) {
        return outcome.delivered()
                .map(PublishOutcome::text)
                .or(() -> outcome.problems().stream().map(Problem::message).findFirst())
                .orElse(outcome.note().isEmpty() ? outcome.absence() : outcome.note());
    }
}
