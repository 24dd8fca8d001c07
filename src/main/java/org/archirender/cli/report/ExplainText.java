package org.archirender.cli.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.conda.VariantValue;
import org.archirender.overlay.EditResult;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipeyaml.RecipeChoices;
import org.archirender.render.Explanation;
import org.archirender.render.Rendering;
import org.archirender.variant.BuildMatrix;

/**
 * A rendering's reasons, for people or as a document.
 *
 * @param overlay empty for a feedstock that has none
 */
public record ExplainText(Console console, String name, String target, Optional<Overlay> overlay, Rendering rendering) {
    /** In the console's format. */
    public void show() {
        if (console.format() == Format.JSON) {
            console.json(ExplainJson.of(name, target, overlay, rendering));
        } else {
            print();
        }
    }

    private void print() {
        String base = overlay.flatMap(Overlay::base)
                .map(from -> ", from " + from.repo()
                        + from.commit()
                                .map(id -> " at " + id.substring(0, Math.min(10, id.length())))
                                .orElse(""))
                .orElse("");
        console.print(console.paint(Style.PLACE, name) + " for " + target + base);
        overlay.flatMap(Overlay::skip).ifPresent(why -> console.print("\nSkipped: " + why));
        if (!rendering.edits().isEmpty()) {
            console.print("\nEdits");
            rendering.edits().forEach(this::edit);
        }
        rendering.matrix().ifPresent(this::matrix);
        rendering.warnings().forEach(console::warning);
        if (!rendering.problems().isEmpty()) {
            console.print("");
            console.problems(rendering.problems());
        }
    }

    private void edit(EditResult result) {
        boolean applied = result.status() == EditStatus.APPLIED;
        String status =
                console.paint(applied ? Style.GOOD : Style.BAD, result.status().name());
        console.print("  %s  %s  %s"
                .formatted(status, result.edit().title(), at(result.at().toString())));
        result.edit().why().ifPresent(why -> console.print("      " + why));
        if (applied && !result.message().isEmpty()) {
            console.print("      " + result.message());
        }
    }

    private void matrix(BuildMatrix matrix) {
        matrix.absence().ifPresent(why -> console.print("\nNo variant file: " + why));
        choices("Outputs", matrix.choices().outputs(), "built", "skipped");
        choices("Conditionals", matrix.choices().conditionals(), "true", "false");
        Explanation explanation = Explanation.of(matrix);
        if (!explanation.common().isEmpty()) {
            console.print("\nIn all " + matrix.files().size() + " variant files");
            keys(explanation.common());
        }
        explanation.files().forEach((file, keys) -> {
            console.print("\n.ci_support/" + console.paint(Style.PLACE, file) + ".yaml");
            keys(keys);
        });
        if (!matrix.skipped().isEmpty()) {
            console.print("\nCombinations without a file");
            matrix.skipped()
                    .forEach(skipped -> console.print("  %s: %s  %s"
                            .formatted(
                                    skipped.values().isEmpty() ? "everything" : skipped.values(),
                                    skipped.why(),
                                    at(skipped.at().toString()))));
        }
    }

    private void choices(String title, List<RecipeChoices.Choice> choices, String yes, String no) {
        if (!choices.isEmpty()) {
            console.print("\n" + title);
        }
        for (RecipeChoices.Choice choice : choices) {
            boolean always = choice.holds() == choice.of();
            String some = "%s in %d of %d variants".formatted(yes, choice.holds(), choice.of());
            console.print("  %s: %s  %s"
                    .formatted(
                            choice.what(),
                            always ? yes : choice.holds() == 0 ? no : some,
                            at(choice.at().toString())));
        }
    }

    private void keys(List<Explanation.Key> keys) {
        int nameWidth = width(keys.stream().map(Explanation.Key::name).toList());
        int valueWidth = width(keys.stream().map(ExplainText::values).toList());
        for (Explanation.Key key : keys) {
            console.print(("  %-" + nameWidth + "s  %-" + valueWidth + "s  %s")
                    .formatted(key.name(), values(key), at(places(key)))
                    .stripTrailing());
            key.use()
                    .ifPresent(use -> console.print("      "
                            + use.at()
                                    .map(place -> "used at " + at(place.toString()) + ": ")
                                    .orElse("")
                            + use.why()));
        }
    }

    private static int width(List<String> texts) {
        return Math.min(28, texts.stream().mapToInt(String::length).max().orElse(1));
    }

    private static String values(Explanation.Key key) {
        return key.values().stream().map(VariantValue::text).collect(Collectors.joining(", "));
    }

    private static String places(Explanation.Key key) {
        LinkedHashSet<String> places = new LinkedHashSet<>();
        key.values().forEach(value -> places.add(value.at().toString()));
        return "from " + String.join(", ", places);
    }

    private String at(String place) {
        return console.paint(Style.QUIET, place);
    }
}
