package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.recipe.RecipeText;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;

/** What holds for every recipe.yaml, whatever it says. */
class RecipeYamlPropertyTest {
    /** Keys of several values; the last one is named by no recipe here. */
    private static final List<String> KEYS = List.of("python", "zlib", "mpi", "blas", "untouched");

    private static final String PINNINGS = String.join(
                    "", KEYS.stream().map(key -> key + ":\n  - a1\n  - b2\n").toList())
            + "c_compiler:\n  - gcc\nc_compiler_version:\n  - 13\nc_stdlib:\n  - sysroot\n";

    private static final List<String> ITEMS = List.of(
            "python",
            "zlib >=1",
            "mpi",
            "${{ compiler('c') }}",
            "${{ stdlib('c') }}",
            "${{ mpi }}",
            "${{ blas ~ '-dev' if linux }}",
            "${{ 'python' if mpi == 'a1' else 'zlib' }}",
            "${{ pin_subpackage('one', exact=true) }}",
            "${{ blas | default('none') | upper }}",
            "${{ python | split('1') | join('.') }}",
            "'quoted: # here'",
            "lib-${{ version }}  # why not",
            "{if: linux, then: blas, else: mpi}",
            "{if: \"mpi == 'a1'\", then: [python, zlib]}",
            "{if: win, then: mpi}",
            "{if: not (zlib == 'b2'), then: \"${{ blas }}\"}");

    private static final List<String> BUILDS = List.of(
            "number: 3",
            "number: ${{ 3 if mpi == 'a1' else 4 }}",
            "string: ${{ blas }}_${{ hash }}",
            "skip: win",
            "skip: [\"mpi == 'a1'\", win]",
            "noarch: python",
            "script: [\"echo ${{ zlib }}\"]",
            "variant: {use_keys: [blas]}",
            "variant: {ignore_keys: [python]}");

    /** Files beside the recipe, each with its text. */
    private static final List<Map.Entry<String, String>> BESIDE = List.of(
            Map.entry("recipe/conda_build_config.yaml", "blas:\n  - c3\nmpi:\n  - a1\n  - b2\n  - c3\n"),
            Map.entry("recipe/variants.yaml", "zlib: [7, 8]\nmpi: [b2]\n"),
            Map.entry("recipe/build.sh", "echo $blas\n"),
            Map.entry(
                    ".ci_support/migrations/one.yaml",
                    "__migrator: {kind: version, migration_number: 1}\nmigrator_ts: 2\nzlib:\n  - c3\n"),
            Map.entry(
                    ".ci_support/migrations/two.yaml",
                    "__migrator: {kind: version, migration_number: 1}\nmigrator_ts: 2\nzlib:\n  - d4\npython:\n  - d4\n"));

    private static Arbitrary<String> list(String name) {
        return Arbitraries.of(ITEMS)
                .list()
                .ofMaxSize(4)
                .map(items -> items.isEmpty()
                        ? ""
                        : name + ":\n"
                                + String.join(
                                        "",
                                        items.stream()
                                                .map(item -> "  - " + item + "\n")
                                                .toList()));
    }

    private static Arbitrary<List<String>> requirements() {
        return Combinators.combine(list("build"), list("host"), list("run"))
                .as((build, host, run) -> List.of(build, host, run));
    }

    private static Arbitrary<List<String>> builds() {
        return Arbitraries.of(BUILDS)
                .list()
                .ofMaxSize(3)
                .uniqueElements(build -> build.substring(0, build.indexOf(':')))
                .map(lines -> lines.stream().map(line -> line + "\n").toList());
    }

    /** A recipe whose sections, and the keys in them, may stand in any order. */
    private record Made(
            List<String> requirements, List<String> build, boolean split, Set<Map.Entry<String, String>> beside) {
        String text(Random order) {
            String own = section("build", build, order) + section("requirements", requirements, order);
            List<String> sections = new ArrayList<>(List.of(
                    "context:\n  version: \"1.0\"\n",
                    "about:\n  summary: it\n  license: MIT\n",
                    split
                            ? "outputs:\n  - package:\n      name: one\n  - package:\n      name: two\n" + own.indent(4)
                            : own));
            sections.add(
                    split
                            ? "recipe:\n  version: ${{ version }}\n"
                            : "package:\n  name: one\n  version: ${{ version }}\n");
            Collections.shuffle(sections, order);
            return String.join("", sections);
        }

        /** The whole feedstock, its files taken up in some order. */
        FileTree tree(Random order) {
            List<Map.Entry<String, String>> files = new ArrayList<>(beside);
            files.add(Map.entry("recipe/recipe.yaml", text(order)));
            files.add(Map.entry(
                    "conda-forge.yml", "conda_build_tool: rattler-build\nprovider: {linux_aarch64: default}\n"));
            Collections.shuffle(files, order);
            return FileTrees.of(files.stream()
                    .flatMap(file -> Stream.of(file.getKey(), file.getValue()))
                    .toArray(String[]::new));
        }

        private static String section(String name, List<String> keys, Random order) {
            List<String> shuffled = new ArrayList<>(keys);
            Collections.shuffle(shuffled, order);
            String inner = String.join("", shuffled);
            return inner.isEmpty() ? "" : name + ":\n" + inner.indent(2);
        }
    }

    @Provide
    static Arbitrary<Made> recipes() {
        return Combinators.combine(
                        requirements(),
                        builds(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(BESIDE).set().ofMaxSize(BESIDE.size()))
                .as(Made::new);
    }

    /** The variant files by name, or what is wrong without its place. */
    private static SortedMap<String, String> files(FileTree feedstock) {
        SortedMap<String, String> files = new TreeMap<>();
        try {
            BuildMatrix matrix = BuildMatrix.compute(
                    feedstock,
                    Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty()),
                    Optional.empty(),
                    new Platform("linux-aarch64"));
            matrix.files().forEach(file -> files.put(file.name(), file.text()));
        } catch (InputException e) {
            assertThat(e.problems())
                    .allSatisfy(problem -> assertThat(problem.at().file()).isEqualTo("recipe/recipe.yaml"));
            e.problems().forEach(problem -> files.put(problem.message(), "refused"));
        }
        return files;
    }

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void orderDecidesNothingAndWhatNothingLooksUpIsInNoFile(@ForAll("recipes") Made made, @ForAll Random order) {
        String recipe = made.text(new Random(0));
        assertThat(RecipeText.parse(recipe).text()).isEqualTo(recipe);
        SortedMap<String, String> files = files(made.tree(new Random(0)));
        Statistics.collect(files.containsValue("refused") ? "refused" : files.isEmpty() ? "no file" : "files");
        Statistics.coverage(coverage -> coverage.check("files").percentage(share -> share > 50));
        assertThat(files.toString()).doesNotContain("untouched");
        assertThat(files(made.tree(order))).isEqualTo(files);
    }
}
