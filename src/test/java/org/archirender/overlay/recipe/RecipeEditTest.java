package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.overlay.EditOutcome;
import org.archirender.overlay.Edits;
import org.archirender.overlay.edit.EditStatus;
import org.junit.jupiter.api.Test;

/** What golden files can't show: tabs, mixed line ends, an empty recipe. */
class RecipeEditTest {
    private static List<RecipeEdit> edits(String yaml) {
        return Edits.overlay(yaml).edits().stream().map(RecipeEdit.class::cast).toList();
    }

    private static EditOutcome apply(String text, List<RecipeEdit> edits) {
        EditOutcome outcome = new EditOutcome(text, EditStatus.APPLIED, "", List.of());
        for (RecipeEdit edit : edits) {
            outcome = EditOutcome.of(outcome.text(), edit);
            if (outcome.status() != EditStatus.APPLIED) {
                return outcome;
            }
        }
        return outcome;
    }

    @Test
    void tabsAreIndentAsTheyAre() {
        String before = "requirements:\n\thost:\n\t\t- zlib\t# [unix]\n\trun:\n\t\t- zlib\n";
        List<RecipeEdit> both = edits("""
                - add-item: requirements/host
                  items: [make]
                - select-item: requirements/host
                  item: zlib
                  when: aarch64
                  why: there
                """);
        assertThat(apply(before, both).text())
                .isEqualTo("requirements:\n\thost:\n\t\t- zlib  # [aarch64]\n\t\t- make\n\trun:\n\t\t- zlib\n");
    }

    @Test
    void aLineThatIsNotNamedKeepsItsOwnEnd() {
        String before = "build:\r\n  number: 1\n  script: make\r  noarch: python\r\n";
        List<RecipeEdit> both = edits("- bump-number: 1\n- set-key: build/noarch\n  value: generic\n");
        assertThat(apply(before, both).text())
                .isEqualTo("build:\r\n  number: 2\n  script: make\r  noarch: generic\r\n");
    }

    @Test
    void anEmptyRecipeIsRefusedWithWhatItHas() {
        EditOutcome outcome = apply("", edits("- remove-item: a/b\n  item: c\n  why: none\n"));
        assertThat(outcome.status()).isEqualTo(EditStatus.PATH_MISSING);
        assertThat(outcome.message()).isEqualTo("there is no a; the recipe is empty");
    }

    @Test
    void aKeyOfAnInlineMappingWithoutAColonGetsOneWithItsValue() {
        EditOutcome outcome =
                Edits.applied("build: {skip, number: 1}\n", "- set-key: build/skip\n  value: x\n  why: w\n");
        assertThat(outcome.text()).isEqualTo("build: {skip: x, number: 1}\n");
    }
}
