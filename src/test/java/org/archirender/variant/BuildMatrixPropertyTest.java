package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** What holds for any recipe and any order of writing. */
class BuildMatrixPropertyTest {
    private static final List<String> PINNINGS = List.of(
            "python:\n  - '3.11'\n  - '3.12'\n",
            "numpy:\n  - '1'\n  - '2'\n",
            "zip_keys:\n  - - python\n    - numpy\n",
            "mpi:\n  - nompi\n  - openmpi\n",
            "libbar:\n  - a\n  - b\n  - c\n",
            "c_compiler:\n  - gcc\n",
            "channel_targets:\n  - conda-forge main\n",
            "docker_image:\n  - registry.invalid/image\n",
            "pin_run_as_build:\n  python:\n    max_pin: x.x\n    min_pin: x.x\n");

    private static final List<String> LINES = List.of(
            "    - python",
            "    - numpy",
            "    - libbar",
            "    - libbar  # [mpi == 'nompi']",
            "    - {{ compiler('c') }}",
            "    - {{ mpi }}",
            "    - zlib >=1",
            "  run:",
            "  host:",
            "build:",
            "  skip: true  # [libbar == 'b']",
            "  noarch: python",
            "  number: 0",
            "outputs:",
            "  - name: one",
            "  - name: two",
            "    requirements:",
            "      - python",
            "{% if mpi == 'nompi' %}",
            "{% endif %}",
            "{% set x = libbar %}",
            "about:",
            "  summary: {{ x }}");

    @Provide
    Arbitrary<String> recipes() {
        Arbitrary<List<String>> lines = Arbitraries.of(LINES).list().ofMaxSize(14);
        return lines.map(list ->
                "package:\n  name: zebra\n  version: 1\nrequirements:\n  host:\n" + String.join("\n", list) + "\n");
    }

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.longs().map(seed -> {
            List<String> shuffled = new ArrayList<>(PINNINGS);
            Collections.shuffle(shuffled, new Random(seed));
            return shuffled;
        });
    }

    private static String outcome(String recipe, List<String> pinnings, boolean backwards) {
        Map<TreePath, TreeFile> files = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>(List.of("recipe/meta.yaml", "conda-forge.yml", "recipe/build.sh"));
        if (backwards) {
            Collections.reverse(paths);
        }
        Map<String, String> texts = Map.of(
                "recipe/meta.yaml",
                recipe,
                "conda-forge.yml",
                "provider:\n  linux_aarch64: azure\n",
                "recipe/build.sh",
                "make ${libbar} \n");
        paths.forEach(path -> files.put(TreePath.of(path), TreeFile.of(texts.getOrDefault(path, ""))));
        try {
            return BuildMatrix.compute(
                            FileTree.of(files),
                            Pinnings.parse(String.join("", pinnings), "pinnings.yaml", FileTree.empty()),
                            Optional.empty(),
                            new Platform("linux-aarch64"))
                    .files()
                    .stream()
                    .map(file -> file.name() + "\n" + file.text())
                    .toList()
                    .toString();
        } catch (InputException e) {
            assertThat(e.problems())
                    .allSatisfy(problem -> assertThat(problem.at().file()).startsWith("recipe/"));
            return "refused";
        }
    }

    @Property(tries = 300)
    void theOrderOfPinningsAndFilesDoesNotMatter(
            @ForAll("recipes") String recipe, @ForAll("orders") List<String> order) {
        assertThat(outcome(recipe, order, true)).isEqualTo(outcome(recipe, PINNINGS, false));
    }

    @Property(tries = 200)
    void aKeyThatNothingUsesChangesNothing(@ForAll("recipes") String recipe) {
        List<String> more = new ArrayList<>(PINNINGS);
        more.add("unused_by_all:\n  - '1'\n  - '2'\n  - '3'\n");

        assertThat(outcome(recipe, more, false)).isEqualTo(outcome(recipe, PINNINGS, false));
    }

    @Property(tries = 200)
    void namesOfFilesAreDistinct(@ForAll("recipes") String recipe, @ForAll("orders") List<String> order) {
        List<String> names = outcome(recipe, order, false)
                .lines()
                .filter(line -> line.contains("linux_aarch64_"))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }
}
