package org.archirender;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.variant.BuildMatrix;

/**
 * What a recipe.yaml costs beside a meta.yaml: in one run over the corpus' feedstocks, warmed up, the median of each one's
 * processor time; of each format the median of those, and their ratio.
 */
public final class FormatCost {
    private static final int WARMING = 10;
    private static final int MEASURED = 9;
    private static final List<String> TARGETS = List.of("linux-64", "linux-aarch64");

    private FormatCost() {}

    /** A feedstock, and the milliseconds of one of its renderings for all {@link #TARGETS}. */
    private record Measured(CorpusFeedstock feedstock, List<Double> times) {
        boolean isRecipeYaml() {
            return feedstock
                    .tree()
                    .get("conda-forge.yml")
                    .flatMap(file -> file.text())
                    .filter(text -> text.contains("conda_build_tool: rattler-build"))
                    .isPresent();
        }

        /** The time of one rendering. */
        double time() {
            return median(times) / TARGETS.size();
        }
    }

    /**
     * Prints the medians, and a line for each of some feedstocks.
     *
     * @param names folders below the corpus' {@code feedstocks}, or such a folder anywhere
     */
    public static void main(String[] names) throws IOException {
        Path corpus = Path.of(Optional.ofNullable(System.getenv("ARCHI_RENDER_CORPUS"))
                .orElse("../shared/corpus"));
        List<Measured> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(corpus.resolve("feedstocks"))) {
            for (Path folder : folders.sorted().toList()) {
                all.add(read(corpus, folder));
            }
        }
        List<Measured> named = new ArrayList<>();
        for (String name : names) {
            named.add(read(corpus, corpus.resolve("feedstocks").resolve(name)));
        }
        List<Measured> both = Stream.concat(all.stream(), named.stream()).toList();
        for (int run = 0; run < WARMING + MEASURED; run++) {
            for (Measured each : both) {
                double time = rendered(each.feedstock());
                if (run >= WARMING) {
                    each.times().add(time);
                }
            }
        }
        double metaYaml = report("meta.yaml", all.stream().filter(each -> !each.isRecipeYaml()));
        double recipeYaml = report("recipe.yaml", all.stream().filter(Measured::isRecipeYaml));
        System.out.printf(Locale.ROOT, "ratio of the medians: %.2f%n", recipeYaml / metaYaml);
        named.forEach(
                each -> System.out.printf(Locale.ROOT, "%s: %.2f ms%n", each.feedstock().name(), each.time()));
    }

    private static double report(String format, Stream<Measured> some) {
        List<Double> times = some.map(Measured::time).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-12s %3d feedstocks: median %.2f ms, most %.2f ms%n",
                format,
                times.size(),
                median(times),
                times.get(times.size() - 1));
        return median(times);
    }

    private static Measured read(Path corpus, Path folder) throws IOException {
        String pinning = new ObjectMapper()
                .readTree(folder.resolve("ORIGIN.json").toFile())
                .path("pinning")
                .asText("");
        return new Measured(
                CorpusFeedstock.read(folder, corpus.resolve("pinnings").resolve(pinning)), new ArrayList<>());
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static double rendered(CorpusFeedstock feedstock) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (String target : TARGETS) {
            try {
                BuildMatrix.rerendered(feedstock.tree(), feedstock.pinnings(), new Platform(target));
            } catch (InputException e) {
                continue; // refusing takes its time, too
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }
}
