package org.archirender.variant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.junit.jupiter.api.Test;

class VariantGridTest {
    private static final Location RECIPE = Location.of("recipe/meta.yaml");

    private static List<VariantValue> values(String... texts) {
        List<VariantValue> values = new ArrayList<>();
        for (String text : texts) {
            values.add(new VariantValue(text, Location.of("pinnings.yaml")));
        }
        return values;
    }

    private static VariantSettings space() {
        SortedMap<String, List<VariantValue>> values = new TreeMap<>();
        values.put("python", values("3.11", "3.12", "3.13"));
        values.put("numpy", values("1", "2", "2"));
        values.put("mpi", values("nompi", "openmpi"));
        values.put("zlib", values("1.3"));
        values.put("rust", values("1.70", "1.80"));
        values.put("ignore_version", values("a", "b"));
        return new VariantSettings(
                values, List.of(List.of("python", "numpy")), new TreeMap<>(), new TreeSet<>(Set.of("ignore_version")));
    }

    private static VariantGrid grid(String... relevant) {
        return VariantGrid.of(space(), Set.of(relevant)::contains);
    }

    @Test
    void onlyRelevantKeysVary() {
        VariantGrid grid = grid("mpi", "zlib");

        assertThat(grid.looping(Set.of("mpi", "zlib", "rust"))).containsExactly("mpi");
        assertThat(grid.values("rust")).containsExactlyElementsOf(values("1.70"));
        assertThat(grid.has("rust")).isTrue();
        assertThat(grid.has("go")).isFalse();
    }

    @Test
    void zippedKeysVaryTogether() {
        List<VariantChoice> choices = grid("python").combinations(Set.of("python"), RECIPE);

        assertThat(choices)
                .extracting(choice -> choice.text("python") + "/" + choice.text("numpy"))
                .containsExactly("3.11/1", "3.12/2", "3.13/2");
    }

    @Test
    void oneKeyOfAGroupBringsTheWholeGroup() {
        assertThat(grid("numpy").combinations(Set.of("numpy"), RECIPE)).hasSize(3);
    }

    @Test
    void keysThatDoNotLoopStayAtTheirFirstValue() {
        assertThat(grid("python", "mpi").combinations(Set.of("mpi"), RECIPE))
                .extracting(choice -> choice.text("python") + "/" + choice.text("mpi"))
                .containsExactly("3.11/nompi", "3.11/openmpi");
    }

    @Test
    void extendKeysNeverLoop() {
        assertThat(grid("ignore_version").looping(Set.of("ignore_version"))).isEmpty();
    }

    @Test
    void keepingAValueOfAZippedKeyNarrowsItsPartners() {
        VariantGrid narrowed =
                grid("python", "mpi").keep("python", value -> value.text().equals("3.12"));

        assertThat(narrowed.values("numpy")).containsExactlyElementsOf(values("2"));
        assertThat(narrowed.values("mpi")).hasSize(2);
    }

    @Test
    void keepingNoValueKeepsAll() {
        VariantGrid grid = grid("python");

        assertThat(grid.keep("python", value -> false).values("python")).hasSize(3);
    }

    @Test
    void aUnionKeepsTheOrderOfTheConfig() {
        VariantGrid all = grid("python");
        VariantGrid last = all.keep("python", value -> value.text().equals("3.13"));
        VariantGrid first = all.keep("python", value -> value.text().equals("3.11"));

        assertThat(last.union(first, all).values("python")).containsExactlyElementsOf(values("3.11", "3.13"));
    }

    @Test
    void choicesAreEqualWhereTheirValuesAre() {
        VariantGrid grid = grid("mpi");

        assertThat(grid.first())
                .isEqualTo(grid.combinations(Set.of("mpi"), RECIPE).get(0));
        assertThat(grid.first().describe(new TreeSet<>(Set.of("mpi", "python"))))
                .isEqualTo("mpi=nompi, python=3.11");
    }

    @Test
    void tooManyCombinationsAreRefused() {
        SortedMap<String, List<VariantValue>> values = new TreeMap<>();
        List<VariantValue> many =
                values("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q");
        List.of("w", "x", "y").forEach(key -> values.put(key, many));
        VariantGrid grid =
                VariantGrid.of(new VariantSettings(values, List.of(), new TreeMap<>(), new TreeSet<>()), key -> true);

        assertThatThrownBy(() -> grid.combinations(Set.of("w", "x", "y"), RECIPE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("recipe/meta.yaml: the variant keys that this recipe uses have more than 2048");
    }
}
