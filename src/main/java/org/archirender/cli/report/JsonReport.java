package org.archirender.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ProblemJson;
import org.archirender.cli.report.Outcome.State;
import org.archirender.render.Rendering;
import org.jspecify.annotations.Nullable;

/** For programs: one document when all is done. */
record JsonReport(Console console, boolean check) implements RunReport {
    record Document(boolean check, List<FeedstockJson> feedstocks, Map<String, Long> summary) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedstockJson(
            String name,
            String folder,
            String state,
            String note,
            String absence,
            @Nullable DeliveryJson delivery,
            List<String> variants,
            List<EditJson> edits,
            List<ChangeJson> files,
            List<ProblemJson> problems,
            List<ProblemJson> warnings) {}

    record DeliveryJson(String state, String text) {}

    @Override
    public void show(List<Outcome> outcomes) {
        Map<String, Long> summary = new LinkedHashMap<>();
        for (State state : State.values()) {
            summary.put(
                    state.toString(),
                    outcomes.stream()
                            .filter(outcome -> outcome.state() == state)
                            .count());
        }
        console.json(
                new Document(check, outcomes.stream().map(JsonReport::feedstock).toList(), summary));
    }

    private static FeedstockJson feedstock(Outcome outcome) {
        return new FeedstockJson(
                outcome.name(),
                outcome.folder(),
                outcome.state().toString(),
                outcome.note(),
                outcome.absence(),
                outcome.delivered()
                        .map(how -> new DeliveryJson(how.word(), how.text()))
                        .orElse(null),
                outcome.rendering().map(Rendering::variants).orElse(List.of()),
                EditJson.of(outcome.rendering()),
                ChangeJson.of(outcome.changes()),
                ProblemJson.of(outcome.problems()),
                ProblemJson.of(outcome.warnings()));
    }
}
