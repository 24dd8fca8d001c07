package org.archirender.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Counts;
import org.archirender.cli.console.GithubAnnotation;
import org.archirender.cli.console.ProblemJson;
import org.archirender.publish.PublishOutcome;
import org.archirender.publish.PublishOutcome.ForeignCommit;
import org.archirender.tree.TreeDiff;
import org.jspecify.annotations.Nullable;

/** Tells how far each feedstock's remote is from its rendering: a line a feedstock, or a document. */
public record StatusReport(Console console) implements RunReport {
    record Document(List<FeedstockJson> feedstocks, Map<String, Long> summary) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedstockJson(
            String name,
            String state,
            String detail,
            @Nullable String commit,
            List<ChangeJson> changes,
            List<ForeignCommit> foreign,
            @Nullable PullRequestJson pullRequest,
            List<ProblemJson> problems) {}

    record PullRequestJson(int number, String url) {}

    @Override
    public void show(List<Outcome> outcomes) {
        SortedMap<String, Long> counts = Counts.each(outcomes.stream().map(StatusReport::state));
        if (console.format() == Format.JSON) {
            console.json(
                    new Document(outcomes.stream().map(StatusReport::feedstock).toList(), counts));
            return;
        }
        for (Outcome outcome : outcomes) {
            if (!(outcome.isCalm() && console.quiet())) {
                console.print(line(outcome));
            }
            outcome.failure().ifPresent(failure -> failed(outcome, failure));
        }
        console.print(counts.isEmpty() ? "no packages" : Counts.text(counts));
    }

    /** As it is counted, in one of a few words. */
    private static String state(Outcome outcome) {
        return outcome.delivered()
                .map(PublishOutcome::word)
                .orElseGet(() -> outcome.state().toString());
    }

    private String line(Outcome outcome) {
        Style bad = outcome.failure().isPresent() ? Style.BAD : Style.CHANGED;
        Style style = outcome.isCalm() ? Style.QUIET : bad;
        String text = outcome.delivered().map(PublishOutcome::detail).orElse(outcome.note());
        return ("%-20s ".formatted(outcome.name()) + console.paint(style, "%-15s".formatted(state(outcome))) + "  "
                        + text)
                .stripTrailing();
    }

    private void failed(Outcome outcome, Throwable failure) {
        if (console.format() == Format.GITHUB) {
            console.annotate(GithubAnnotation.error(outcome.name(), outcome.problems()));
        } else {
            console.failed(outcome.name(), failure);
        }
    }

    private static FeedstockJson feedstock(Outcome outcome) {
        Optional<PublishOutcome> found = outcome.delivered().map(PublishOutcome::found);
        return new FeedstockJson(
                outcome.name(),
                state(outcome),
                found.map(PublishOutcome::detail).orElse(outcome.note()),
                found.flatMap(PublishOutcome::held).orElse(null),
                ChangeJson.of(found.map(PublishOutcome::changes).orElse(TreeDiff.NONE)),
                found.map(PublishOutcome::foreign).orElse(List.of()),
                outcome.delivered()
                        .flatMap(PublishOutcome::open)
                        .map(pull -> new PullRequestJson(pull.number(), pull.url()))
                        .orElse(null),
                ProblemJson.of(outcome.problems()));
    }
}
