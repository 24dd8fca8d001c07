package org.archirender.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Counts;
import org.archirender.cli.console.GithubAnnotation;
import org.archirender.cli.console.ProblemJson;
import org.archirender.cli.report.UpdateOutcome.State;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.problem.Problem;
import org.archirender.sync.Standing;
import org.jspecify.annotations.Nullable;

/** The morning's table: which packages moved, and who has to act. */
public record UpdateReport(Console console, boolean check) {
    record Document(List<PackageJson> packages, SortedMap<String, Long> summary) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PackageJson(
            String name,
            String state,
            String from,
            @Nullable String to,
            boolean written,
            List<StandingJson> edits,
            List<ProblemJson> problems) {}

    record StandingJson(String edit, String at, String status, String news, String message) {
        static StandingJson of(Standing standing) {
            return new StandingJson(
                    standing.edit().title(),
                    standing.edit().at().toString(),
                    standing.status().name(),
                    standing.news().name(),
                    standing.message());
        }
    }

    /** Tells {@code outcomes}: those that need somebody first, in each group in the order of their names. */
    public void tell(List<UpdateOutcome> outcomes) {
        SortedMap<String, Long> counts = Counts.each(outcomes.stream().map(UpdateReport::words));
        if (console.format() == Format.JSON) {
            console.json(new Document(outcomes.stream().map(UpdateReport::json).toList(), counts));
            return;
        }
        Stream.of(State.values())
                .flatMap(state -> outcomes.stream().filter(outcome -> outcome.state() == state))
                .forEach(this::tell);
        console.print(counts.isEmpty() ? "no packages" : Counts.text(counts));
    }

    private static String words(UpdateOutcome outcome) {
        return outcome.state().words();
    }

    private void tell(UpdateOutcome outcome) {
        boolean calm = outcome.state() == State.CURRENT;
        if (!(calm && console.quiet())) {
            Style style = switch (outcome.state()) {
                case FAILED, NEEDS_YOU -> Style.BAD;
                case GOOD_NEWS, FITS -> Style.CHANGED;
                case CURRENT -> Style.QUIET;
            };
            console.print(("%-20s ".formatted(outcome.name())
                            + console.paint(
                                    style, "%-17s".formatted(outcome.state().words()))
                            + outcome.from()
                            + outcome.to().map(to -> " -> " + to).orElse("")
                            + (outcome.written() ? ", moved" : ""))
                    .stripTrailing());
        }
        outcome.failure().ifPresent(failure -> console.failed(outcome.name(), failure));
        for (Standing standing : outcome.standings()) {
            if (standing.status() != EditStatus.APPLIED) {
                tell(outcome, standing.problem());
            }
        }
        if (outcome.state() == State.GOOD_NEWS && !outcome.written()) {
            console.note("  to drop these edits and move: archi-render update " + outcome.name() + " --prune");
        } else if (outcome.state() == State.NEEDS_YOU && !outcome.written()) {
            console.note(
                    "  nothing of it is written; to see the new base and mend the edits there: archi-render update "
                            + outcome.name() + " --take");
        }
    }

    private void tell(UpdateOutcome outcome, Problem problem) {
        if (console.format() == Format.GITHUB) {
            console.annotate(GithubAnnotation.error(outcome.name(), List.of(problem)));
        } else {
            console.warning(problem);
        }
    }

    private static PackageJson json(UpdateOutcome outcome) {
        return new PackageJson(
                outcome.name(),
                outcome.state().words(),
                outcome.from(),
                outcome.to().orElse(null),
                outcome.written(),
                outcome.standings().stream().map(StandingJson::of).toList(),
                ProblemJson.of(outcome.failures()));
    }
}
