package org.archirender.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.archirender.cli.console.ProblemJson;
import org.archirender.conda.VariantValue;
import org.archirender.overlay.Overlay;
import org.archirender.recipeyaml.RecipeChoices;
import org.archirender.recipeyaml.RecipeChoices.Choice;
import org.archirender.render.Explanation;
import org.archirender.render.Rendering;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.KeyUse;
import org.archirender.variant.SkippedVariant;
import org.jspecify.annotations.Nullable;

/** A rendering's reasons, for programs. */
record ExplainJson(
        String name,
        String target,
        String skip,
        List<EditJson> edits,
        List<FileJson> files,
        List<ChoiceJson> outputs,
        List<ChoiceJson> conditionals,
        List<SkippedJson> skipped,
        String absence,
        List<ProblemJson> problems,
        List<ProblemJson> warnings) {
    record FileJson(String name, List<KeyJson> keys) {}

    record KeyJson(String key, List<ValueJson> values, UseJson use) {}

    record ValueJson(String text, String file, int line) {}

    /** Without keys where nothing is known, and without a place where there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UseJson(
            @Nullable String why,
            @Nullable String file,
            @Nullable Integer line) {}

    /** An output and how often it is built, or a condition and how often it is true. */
    record ChoiceJson(String what, String file, int line, int holds, int of) {
        private static List<ChoiceJson> of(Optional<BuildMatrix> matrix, Function<RecipeChoices, List<Choice>> which) {
            return matrix.stream()
                    .flatMap(all -> which.apply(all.choices()).stream())
                    .map(choice -> new ChoiceJson(
                            choice.what(), choice.at().file(), choice.at().line(), choice.holds(), choice.of()))
                    .toList();
        }
    }

    record SkippedJson(String why, String file, int line, String values) {}

    /** The document of {@code rendering}; see {@link ExplainText}. */
    static ExplainJson of(String name, String target, Optional<Overlay> overlay, Rendering rendering) {
        Optional<BuildMatrix> matrix = rendering.matrix();
        return new ExplainJson(
                name,
                target,
                overlay.flatMap(Overlay::skip).orElse(""),
                EditJson.of(Optional.of(rendering)),
                matrix.stream().flatMap(ExplainJson::files).toList(),
                ChoiceJson.of(matrix, RecipeChoices::outputs),
                ChoiceJson.of(matrix, RecipeChoices::conditionals),
                matrix.stream()
                        .flatMap(all -> all.skipped().stream())
                        .map(ExplainJson::skipped)
                        .toList(),
                matrix.flatMap(BuildMatrix::absence).orElse(""),
                ProblemJson.of(rendering.problems()),
                ProblemJson.of(rendering.warnings()));
    }

    private static Stream<FileJson> files(BuildMatrix matrix) {
        return matrix.files().stream()
                .map(file -> new FileJson(
                        file.name(),
                        Explanation.keys(file, matrix).stream()
                                .map(ExplainJson::key)
                                .toList()));
    }

    private static KeyJson key(Explanation.Key key) {
        return new KeyJson(
                key.name(), key.values().stream().map(ExplainJson::value).toList(), use(key.use()));
    }

    private static ValueJson value(VariantValue value) {
        return new ValueJson(value.text(), value.at().file(), value.at().line());
    }

    private static UseJson use(Optional<KeyUse> use) {
        return new UseJson(
                use.map(KeyUse::why).orElse(null),
                use.flatMap(KeyUse::at).map(at -> at.file()).orElse(null),
                use.flatMap(KeyUse::at).map(at -> at.line()).orElse(null));
    }

    private static SkippedJson skipped(SkippedVariant skipped) {
        return new SkippedJson(skipped.why(), skipped.at().file(), skipped.at().line(), skipped.values());
    }
}
