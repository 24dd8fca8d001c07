package org.archirender.overlay.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archirender.overlay.EditOutcome;
import org.archirender.overlay.Edits;
import org.archirender.overlay.recipe.RecipeEdit;
import org.archirender.recipe.RecipeText;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final int EDITS = 40;

    /** Two combinations of one selector, and of each the reading afterwards; before the first edit two more. */
    @Test
    void whatOneEditMadeIsReadOnceAndIsWhatTheNextBeginsFrom() {
        String text = IntStream.range(0, EDITS)
                .mapToObj(i -> "    - lib" + i + "  # [linux]\n")
                .collect(Collectors.joining("", "requirements:\n  host:\n", ""));
        Readings readings = new Readings();
        for (int i = 0; i < EDITS; i++) {
            RecipeEdit edit = (RecipeEdit) Edits.overlay("- replace-item: requirements/host\n  item: lib" + i
                            + "\n  with: \"new" + i + "  # [linux]\"\n  why: w\n")
                    .edits()
                    .get(0);
            String changed = EditOutcome.of(text, edit).text();
            ReadBack.check(edit, RecipeText.parse(text), RecipeText.parse(changed), readings);
            text = changed;
        }
        assertThat(readings.count()).isEqualTo(2 * EDITS + 2);
    }
}
