package org.archirender.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Counts;
import org.archirender.cli.console.GithubAnnotation;
import org.archirender.cli.console.ProblemJson;
import org.archirender.cli.report.UpdateOutcome.State;
import org.archirender.problem.Problem;
import org.archirender.sync.Standing;
import org.archirender.sync.Standing.News;
import org.jspecify.annotations.Nullable;

/**
 * The morning's table: which packages moved, and who has to act.
 *
 * @param command what updates, as in {@code archi-render update -C port}, without names
 */
public record UpdateReport(Console console, String command) {
    record Document(List<PackageJson> packages, SortedMap<String, Long> summary) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PackageJson(
            String name,
            String state,
            String from,
            @Nullable String to,
            boolean written,
            List<StandingJson> edits,
            List<ChangeJson> changes,
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

    /**
     * Tells {@code outcomes}: those that need somebody first, in each group in the order of their names.
     *
     * @param diff how much to show of what changes in rendered/; empty for none
     */
    public void tell(List<UpdateOutcome> outcomes, Optional<Diff> diff) {
        switch (console.format()) {
            case JSON ->
                console.json(new Document(
                        outcomes.stream().map(UpdateReport::json).toList(), UpdateOutcome.counts(outcomes)));
            case MARKDOWN -> UpdateMarkdown.of(outcomes, command).lines().forEach(console::print);
            case TEXT -> text(outcomes, diff);
            case GITHUB -> {
                text(outcomes, diff);
                new StepSummary(console.surroundings()).append(UpdateMarkdown.of(outcomes, command));
            }
        }
    }

    private void text(List<UpdateOutcome> outcomes, Optional<Diff> diff) {
        Stream.of(State.values())
                .flatMap(state -> outcomes.stream().filter(outcome -> outcome.state() == state))
                .forEach(this::tell);
        diff.ifPresent(much -> {
            DiffText text = new DiffText(console, much == Diff.FULL);
            outcomes.forEach(outcome -> outcome.rendered().ifPresent(text::print));
            text.end();
        });
        if (!console.quiet() || outcomes.stream().anyMatch(outcome -> outcome.state() != State.CURRENT)) {
            console.print(outcomes.isEmpty() ? "no packages" : Counts.text(UpdateOutcome.counts(outcomes)));
        }
    }

    private void tell(UpdateOutcome outcome) {
        if (!(outcome.state() == State.CURRENT && console.quiet())) {
            Style style = switch (outcome.state()) {
                case FAILED, UNREACHED, NEEDS_YOU -> Style.BAD;
                case GOOD_NEWS, FITS -> Style.CHANGED;
                case CURRENT -> Style.QUIET;
            };
            String changes = outcome.changes();
            console.print(("%-20s ".formatted(outcome.name())
                            + console.paint(
                                    style, "%-17s".formatted(outcome.state().words()))
                            + outcome.from()
                            + outcome.to().map(to -> " -> " + to).orElse("")
                            + (outcome.written() ? ", moved" : "")
                            + (changes.isEmpty() ? "" : "; rendered: " + changes))
                    .stripTrailing());
        }
        outcome.failure().ifPresent(failure -> console.failed(outcome.name(), failure));
        outcome.rendered().ifPresent(rendered -> rendered.warnings().forEach(console::warning));
        tellEdits(outcome);
        outcome.command(command)
                .filter(command -> outcome.state() != State.FITS)
                .ifPresent(command -> console.note("  " + next(outcome.state()) + ": " + command));
    }

    private static String next(State state) {
        return state == State.GOOD_NEWS
                ? "to drop these edits and move"
                : "nothing of it is written; to see the new base and mend the edits there";
    }

    /** GitHub shows ten annotations a step: those of one package are one, and good news stands in the summary. */
    private void tellEdits(UpdateOutcome outcome) {
        List<Standing> edits = outcome.notable();
        if (console.format() != Format.GITHUB) {
            edits.stream().map(Standing::problem).forEach(console::warning);
            return;
        }
        List<Problem> yours = edits.stream()
                .filter(standing -> standing.news() == News.NEEDS_YOU)
                .map(Standing::problem)
                .toList();
        if (!yours.isEmpty()) {
            console.annotate(GithubAnnotation.error(outcome.name(), yours));
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
                outcome.rendered().map(Outcome::changes).map(ChangeJson::of).orElse(List.of()),
                ProblemJson.of(outcome.failures()));
    }
}
