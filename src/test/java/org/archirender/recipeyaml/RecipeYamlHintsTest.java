package org.archirender.recipeyaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecipeYamlHintsTest {
    @Test
    void wordsOfMetaYamlAreToldWithWhatToWrite() {
        assertThat(RecipeYamlHints.of("""
                        package:
                          name: a
                          version: "{{ version }}"
                        requirements:
                          host:
                            - posix  # [win and not arm64]
                            - ${{ zlib }}  # [1] is a note
                            # - old  # [win]
                        build:
                          script:
                            content: echo "{{ x }}" ${#y}
                            env: {VERSION: "v{{ version }}"}
                        """, "recipe/recipe.yaml"))
                .extracting(Object::toString)
                .containsExactly(
                        "recipe/recipe.yaml:3:12: '{{ version }}' is text in a recipe.yaml, and evaluated nowhere"
                                + "\n  fix: write ${{ version }}",
                        "recipe/recipe.yaml:12:20: '{{ version }}' is text in a recipe.yaml, and evaluated nowhere"
                                + "\n  fix: write ${{ version }}");
    }

    @Test
    void whatCanNotBeReadIsTheReadersToRefuse() {
        assertThat(RecipeYamlHints.of("a: [", "recipe/recipe.yaml")).isEmpty();
    }
}
