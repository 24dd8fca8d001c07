package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewItemTest {
    private static final RecipePath HOST = RecipePath.parse("requirements/host");

    private static RecipeText recipe(String item) {
        return RecipeText.parse("requirements:\n  host:\n    - " + item + "\n");
    }

    private static RecipeItem item(RecipeText recipe) {
        return RecipeItem.of(
                        recipe,
                        recipe.root()
                                .entries("requirements")
                                .get(0)
                                .value()
                                .entries("host")
                                .get(0))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "tk, tk, true, true",
        "tk, tk  # [win], true, false",
        "tk  # [win], tk # [ win ], true, true",
        "tk  # [win], tk  # [unix], true, false",
        "tk >=8, tk, true, false",
        "tk >=8, tk   >=8, true, true",
        "tk, tkinter, false, false",
        "\"{{ compiler('c') }}\", \"{{compiler('c')}}\", true, true",
        "\"{{ compiler('c') }}\", \"{{ compiler('cxx') }}\", false, false",
        "'\"tk\"', tk, true, true"
    })
    void anItemIsThereByNameVersionAndSelector(String written, String there, boolean sameName, boolean same) {
        RecipeText recipe = recipe(there);
        NewItem item = NewItem.of(HOST, written);
        assertThat(item.hasNameOf(recipe, item(recipe))).isEqualTo(sameName);
        assertThat(item.isThere(recipe, item(recipe))).isEqualTo(same);
    }

    @Test
    void severalLinesStandBelowTheDash() {
        NewItem item = NewItem.of(RecipePath.parse("source"), "url: x\n\nsha256: y");
        assertThat(item.lines("    ")).containsExactly("    - url: x", "", "      sha256: y");
        assertThat(NewItem.of(HOST, "tk").lines("")).containsExactly("- tk");
    }

    @Test
    void aBlankItemIsADash() {
        assertThat(NewItem.of(HOST, "").lines("  ")).isEqualTo(List.of("  - "));
    }

    @Test
    void aSelectorAndLinesDoNotFitIntoAnInlineList() {
        assertThat(NewItem.of(HOST, "tk >=8").fitsInline()).isTrue();
        assertThat(NewItem.of(HOST, "tk#8").fitsInline()).isTrue();
        assertThat(NewItem.of(HOST, "tk  # [win]").fitsInline()).isFalse();
        assertThat(NewItem.of(HOST, "tk\t# [win]").fitsInline()).isFalse();
        assertThat(NewItem.of(HOST, "url: x\nfn: y").fitsInline()).isFalse();
    }

    @Test
    void theConditionOfARecipeYamlIsItsIf() {
        NewItem item = NewItem.of(HOST, "if: win\nthen: tk");
        assertThat(item.condition()).hasValue("win");
        assertThat(item.name().written()).isEqualTo("tk");
    }

    @Test
    void whatIsNotOneItemGoesByItsText() {
        NewItem item = NewItem.of(HOST, "if: win\nthen: [tk, tcl]");
        assertThat(item.condition()).isEmpty();
        assertThat(item.name().written()).isEqualTo("if: win\nthen: [tk, tcl]");
    }
}
