package org.archirender;

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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.Pinnings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thousands of real recipes, each of which must end in files or in an error with its place. */
@Tag("fuzz")
class RobustnessTest {
    private record Run(String id, String outcome, List<Problem> problems, long micros) {}

    @Test
    void everyRecipeEndsInFilesOrInAnErrorWithItsPlace() throws IOException {
        List<Run> runs = runs();

        System.out.println(summary(runs));
        assertThat(runs).hasSizeGreaterThan(10_000);
        assertThat(runs).filteredOn(run -> run.outcome().startsWith("bug")).isEmpty();
        assertThat(runs)
                .flatExtracting(Run::problems)
                .allSatisfy(problem -> assertThat(problem.at().file()).startsWith("recipe/"));
    }

    private static List<Run> runs() throws IOException {
        Path corpus = Corpus.assumePresent();
        String version = Files.readString(corpus.resolve("staged/PINNING")).strip();
        Pinnings pinnings = CorpusFeedstock.pinnings(corpus.resolve("pinnings").resolve(version));
        ObjectMapper json = new ObjectMapper();
        List<Run> runs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus.resolve("recipes.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode recipe = json.readTree(line);
                runs.add(run(recipe.get("id").asText(), recipe.get("source").asText(), pinnings));
            }
        }
        return runs;
    }

    private static Run run(String id, String source, Pinnings pinnings) {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        files.put(TreePath.of("recipe/meta.yaml"), TreeFile.of(source));
        files.put(TreePath.of("conda-forge.yml"), TreeFile.of("provider:\n  linux_aarch64: default\n"));
        long start = System.nanoTime();
        String outcome;
        List<Problem> problems = List.of();
        try {
            BuildMatrix matrix =
                    BuildMatrix.compute(FileTree.of(files), pinnings, Optional.empty(), new Platform("linux-aarch64"));
            outcome = matrix.files().isEmpty() ? "no file" : "files";
        } catch (InputException e) {
            outcome = "refused";
            problems = e.problems();
        } catch (RuntimeException | StackOverflowError e) {
            outcome = "bug " + e + " in " + id;
        }
        return new Run(id, outcome, problems, (System.nanoTime() - start) / 1000);
    }

    private static String summary(List<Run> runs) {
        StringBuilder text = new StringBuilder("figure: recipes of staged-recipes: ");
        for (String outcome : List.of("files", "no file", "refused", "bug")) {
            long count = runs.stream()
                    .filter(run -> run.outcome().startsWith(outcome))
                    .count();
            text.append(String.format(Locale.ROOT, "%d %s, ", count, outcome));
        }
        SortedMap<String, Integer> causes = new TreeMap<>();
        runs.stream()
                .flatMap(run -> run.problems().stream())
                .forEach(problem -> causes.merge(cause(problem), 1, Integer::sum));
        text.append("slowest:");
        runs.stream()
                .sorted(Comparator.comparing(Run::micros).reversed())
                .limit(5)
                .forEach(
                        run -> text.append(String.format(Locale.ROOT, " %s %.0f ms", run.id(), run.micros() / 1000.0)));
        causes.forEach((cause, count) ->
                text.append("\n    ").append(count).append(" × ").append(cause));
        return text.toString();
    }

    /** The message's first words, names and numbers left out. */
    private static String cause(Problem problem) {
        String line = problem.message().lines().findFirst().orElse("");
        String general = line.replaceAll("'[^']*'", "'…'")
                .replaceAll("\"[^\"]*\"", "\"…\"")
                .replaceAll("[0-9]+", "0");
        return general.length() > 70 ? general.substring(0, 70) + "…" : general;
    }
}
