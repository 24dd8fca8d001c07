package org.archirender.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.archirender.cli.console.Counts;
import org.archirender.cli.report.UpdateOutcome.State;
import org.archirender.problem.Problem;
import org.archirender.sync.Standing;
import org.archirender.text.Markdown;

/** The morning's table as the body of a pull request, or as a step's summary: a section for each thing to be done. */
final class UpdateMarkdown {
    /** GitHub takes 65,536 characters for a body; what a user puts around it has place, too. */
    private static final int LONGEST = 60_000;

    private final List<String> lines = new ArrayList<>();
    private final String command;
    private int length;
    private int left;

    private UpdateMarkdown(String command) {
        this.command = command;
    }

    /** All that is to be told of {@code outcomes}; those that are up to date are counted. */
    static String of(List<UpdateOutcome> outcomes, String command) {
        UpdateMarkdown page = new UpdateMarkdown(command);
        String counts = Counts.text(UpdateOutcome.counts(outcomes));
        page.add("### archi-render update");
        page.add("");
        page.add(counts.isEmpty() ? "No packages." : Markdown.text(counts) + ".");
        for (State state : State.values()) {
            List<UpdateOutcome> those = outcomes.stream()
                    .filter(outcome -> outcome.state() == state)
                    .toList();
            if (state != State.CURRENT && !those.isEmpty()) {
                page.section(state, those);
            }
        }
        String more = page.left == 0 ? "" : "\nAnd " + Counts.of(page.left, "line") + " more.\n";
        return String.join("\n", page.lines) + "\n" + more;
    }

    private void section(State state, List<UpdateOutcome> outcomes) {
        add("");
        add("#### " + Markdown.text(state.words()));
        add("");
        add("| package | from | to | edits | rendered |");
        add("|---|---|---|---|---|");
        outcomes.forEach(this::row);
        List<String> remarks = outcomes.stream().flatMap(this::remarks).toList();
        if (!remarks.isEmpty()) {
            add("");
            remarks.forEach(this::add);
        }
    }

    private Stream<String> remarks(UpdateOutcome outcome) {
        Stream<Problem> problems = Stream.concat(
                outcome.failures().stream(), outcome.notable().stream().map(Standing::problem));
        Stream<String> told = problems.map(problem -> "- **%s**, %s: %s%s"
                .formatted(
                        Markdown.text(outcome.name()),
                        Markdown.code(problem.at().toString()),
                        Markdown.text(problem.message()),
                        problem.fix().isEmpty() ? "" : " → " + Markdown.text(problem.fix())));
        return Stream.concat(told, outcome.command(command).map(next -> "- to go on: " + Markdown.code(next)).stream());
    }

    private void row(UpdateOutcome outcome) {
        String edits = Counts.text(Counts.each(outcome.standings().stream().map(Standing::status)));
        add("| %s | %s | %s | %s | %s |"
                .formatted(
                        Markdown.text(outcome.name()),
                        Markdown.text(outcome.from()),
                        Markdown.text(outcome.to().orElse("") + (outcome.written() ? ", moved" : "")),
                        Markdown.text(edits),
                        Markdown.text(outcome.changes())));
    }

    private void add(String line) {
        if (left > 0 || length + line.length() > LONGEST) {
            left++;
        } else {
            lines.add(line);
            length += line.length() + 1;
        }
    }
}
