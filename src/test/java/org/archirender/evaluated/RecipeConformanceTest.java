package org.archirender.evaluated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.archirender.Corpus;
import org.archirender.jinja.Template;
import org.archirender.problem.InputException;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyValue;
import org.archirender.selector.OsModule;
import org.archirender.selector.SelectedText;
import org.junit.jupiter.api.Test;

/** Real recipe texts: selected, rendered and selected again, against what conda-build's own pass makes of them. */
class RecipeConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void realRecipesRenderAsTheReferenceRendersThem() throws IOException {
        Path folder = Corpus.assumePresent().resolve("jinja");
        JsonNode context = JSON.readTree(folder.resolve("context.json").toFile());
        Scope names = selectorNames(context);
        List<String> wrong = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        int right = 0;
        int rejected = 0;
        int total = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("recipes.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode recipe = JSON.readTree(line);
                String id = recipe.path("id").asText().substring(0, 8);
                total++;
                try {
                    String stage = firstDifference(recipe, names, context);
                    if (recipe.has("error")) {
                        accepted.add(id);
                    } else if (stage.isEmpty()) {
                        right++;
                    } else {
                        wrong.add(id + " " + stage);
                    }
                } catch (InputException e) {
                    if (recipe.has("error")) {
                        rejected++;
                    } else {
                        refused.add(id + ": " + e.getMessage());
                    }
                }
            }
        }
        System.out.printf(
                "figure: recipes: %d of %d as the reference; %d rejected by both; refused here only: %s%n",
                right,
                total,
                rejected,
                refused.stream().map(line -> line.replace("\n", " ")).toList());
        assertThat(wrong).as("wrong texts").isEmpty();
        assertThat(accepted).as("recipes that the reference rejects").isEmpty();
        assertThat(right + rejected).isGreaterThanOrEqualTo((int) Math.ceil(total * 0.999));
    }

    /** The first of the three texts that differs, or nothing. */
    private static String firstDifference(JsonNode recipe, Scope names, JsonNode context) {
        String selected = SelectedText.select(recipe.path("source").asText(), names, "meta.yaml");
        if (!selected.equals(recipe.path("selected").asText(selected))) {
            return "after selectors";
        }
        String rendered = Template.parse(selected, "meta.yaml").render(globals(context), Limits.RECIPE);
        if (!rendered.equals(recipe.path("rendered").asText(rendered))) {
            return "after rendering: " + difference(recipe.path("rendered").asText(), rendered);
        }
        String again = SelectedText.select(rendered, names, "meta.yaml");
        return again.equals(recipe.path("final").asText(again)) ? "" : "after the second selector pass";
    }

    private static String difference(String expected, String actual) {
        int same = 0;
        while (same < Math.min(expected.length(), actual.length()) && expected.charAt(same) == actual.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - 40);
        return "'" + actual.substring(from, Math.min(actual.length(), same + 60)) + "' instead of '"
                + expected.substring(from, Math.min(expected.length(), same + 60)) + "'";
    }

    private static Scope selectorNames(JsonNode context) {
        Map<String, PyValue> names = ReferenceContext.values(context.path("sel"));
        Map<String, String> environ = new LinkedHashMap<>();
        context.path("env")
                .properties()
                .forEach(entry -> environ.put(entry.getKey(), entry.getValue().asText()));
        names.put("os", new OsModule(environ));
        names.put("environ", PyDict.ofStrings(environ));
        return Scope.of(names);
    }

    private static Scope globals(JsonNode context) {
        return ReferenceContext.globals(context);
    }
}
