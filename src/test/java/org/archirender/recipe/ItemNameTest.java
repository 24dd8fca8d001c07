package org.archirender.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.recipe.RecipeNode.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "conda-env | conda-env >=2.6 | true",
                "conda-env | \"conda-env >=2.6\" | true",
                "conda | conda-env >=2.6 | false",
                "numpy | numpy>=1.11 | true",
                "numpy 1.11 | numpy  1.11 | true",
                "numpy 1.11 | numpy 1.12 | false",
                "compiler('c') | {{ compiler(\"c\") }} | true",
                "{{ compiler('c') }} | {{compiler('c')}} | true",
                "compiler('c') | {{ compiler('cxx') }} | false",
                "compiler('c') | ${{ compiler('c') }} | true",
                "pin_compatible('numpy') | {{ pin_compatible('numpy', max_pin='x') }} | true",
                "pin_compatible('numpy', max_pin='y') | {{ pin_compatible('numpy', max_pin='x') }} | false",
                "numpy | {{ pin_compatible('numpy') }} | false",
                "{{ native }}gcc | {{native}}gcc >=4 | true",
                "gcc | {{ native }}gcc | false",
                "^conda | conda-env >=2.6 | true",
                "^env | conda-env | false",
                "url: a | url: a | true",
                "url: | url: a | false",
            })
    void anItemGoesByItsFirstWordOrCall(String name, String item, boolean hit) {
        RecipeText recipe = RecipeText.parse("run:\n  - " + item + "\n");
        Entry run = recipe.root().entries().get(0);
        List<RecipeItem> items = RecipeItem.of(recipe, run);
        assertThat(ItemName.in(RecipePath.parse("requirements/run"), name).find(recipe, items))
                .hasSize(hit ? 1 : 0);
    }

    @Test
    void aCommandGoesByItsFullText() {
        RecipeText recipe = RecipeText.parse("commands:\n  - make\n  - make check\n  - test x[1]\n");
        List<RecipeItem> items = RecipeItem.of(recipe, recipe.root().entries().get(0));
        RecipePath path = RecipePath.parse("test/commands");
        assertThat(ItemName.in(path, "make").find(recipe, items)).hasSize(1);
        assertThat(ItemName.in(path, "^make").find(recipe, items)).hasSize(2);
        assertThat(ItemName.in(path, "test x[1]").find(recipe, items)).hasSize(1);
        assertThat(ItemName.in(path, "test").find(recipe, items)).isEmpty();
    }

    @Test
    void itemsUnderIfHaveItsCondition() {
        RecipeText recipe = RecipeText.parse("""
                run:
                  - if: win
                    then:
                      - a
                      - b
                    else: c
                  - d
                """);
        List<RecipeItem> items = RecipeItem.of(recipe, recipe.root().entries().get(0));
        assertThat(items.stream().map(item -> item.text(recipe))).containsExactly("a", "b", "c", "d");
        assertThat(items.stream().map(item -> item.condition(recipe).orElse("-")))
                .containsExactly("win", "win", "not win", "-");
    }
}
