package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.overlay.read.Operations;
import org.archirender.overlay.recipe.RecipeEditCase;
import org.archirender.tree.ByteText;
import org.archirender.tree.FileTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation on files that show what it writes. */
class GoldenCasesTest {
    private static final PortNames NAMES =
            PortNames.of(new TreeMap<>(Map.of("binutils", "aarch64-conda_cos7-linux-gnu", "target", "linux-aarch64")));

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    private static Applied apply(GoldenCase golden, FileTree recipe) {
        return OverlayApplier.apply(recipe.under("recipe"), golden.files(), golden.overlay(), List.of(), NAMES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatItSays(GoldenCase golden) {
        Applied applied = apply(golden, golden.before());
        assertThat(applied.problems()).isEmpty();
        assertThat(texts(applied.tree().folder("recipe"))).isEqualTo(texts(golden.after()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesNothingTheSecondTime(GoldenCase golden) {
        Applied again = apply(golden, golden.after());
        assertThat(again.results()).extracting(EditResult::status).containsOnly(golden.again());
        assertThat(again.tree().folder("recipe")).isEqualTo(golden.after());
    }

    @Test
    void everyOperationHasACase() {
        SortedSet<String> shown = new TreeSet<>();
        GoldenCase.all().forEach(golden -> golden.overlay().edits().forEach(edit -> shown.add(edit.operation())));
        RecipeEditCase.all().forEach(example -> example.edits().forEach(edit -> shown.add(edit.operation())));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Operations.names());
    }

    private static SortedMap<String, String> texts(FileTree tree) {
        SortedMap<String, String> texts = new TreeMap<>();
        tree.files().forEach((path, file) -> texts.put(path.value(), ByteText.text(file)));
        return texts;
    }
}
