package org.archirender.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.JsonDocument;
import org.archirender.cli.report.Outcome.State;
import org.archirender.publish.PublishOutcome;
import org.archirender.render.Rendering;

/** For programs: one document when all is done. */
final class JsonReport implements RunReport {
    private final Console console;
    private final boolean check;

    JsonReport(Console console, boolean check) {
        this.console = console;
        this.check = check;
    }

    @Override
    public void show(List<Outcome> outcomes) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("check", check);
        document.put("feedstocks", outcomes.stream().map(JsonReport::feedstock).toList());
        Map<String, Object> summary = new LinkedHashMap<>();
        for (State state : State.values()) {
            summary.put(
                    state.word(),
                    outcomes.stream()
                            .filter(outcome -> outcome.state() == state)
                            .count());
        }
        document.put("summary", summary);
        console.print(document);
    }

    private static Map<String, Object> feedstock(Outcome outcome) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", outcome.name());
        keys.put("folder", outcome.folder());
        keys.put("state", outcome.state().word());
        keys.put("note", outcome.note());
        outcome.delivered().ifPresent(how -> keys.put("delivery", delivery(how)));
        keys.put("variants", outcome.rendering().map(Rendering::variants).orElse(List.of()));
        List<Map<String, Object>> edits = new ArrayList<>();
        outcome.rendering()
                .ifPresent(rendering -> rendering.edits().forEach(edit -> edits.add(JsonDocument.edit(edit))));
        keys.put("edits", edits);
        keys.put(
                "files",
                outcome.changes().changes().stream().map(JsonDocument::change).toList());
        keys.put("problems", JsonDocument.problems(outcome.problems()));
        return keys;
    }

    private static Map<String, Object> delivery(PublishOutcome how) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("state", how.word());
        keys.put("text", how.text());
        return keys;
    }
}
