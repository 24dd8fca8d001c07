package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecipeSlicesTest {
    private static final String RECIPE = """
            {% set name = "zebra" %}
            package:
              name: zebra
            requirements:
              host:
                - zlib
            outputs:
              - name: libzebra
                requirements:
                  - cmake
                  - nameko
              - type: wheel
                name: zebra
            about:
              summary: package: one
            extra:
              x: 1
            """;

    @Test
    void outputsEndWithTheNextSectionAboutThePackage() {
        assertThat(RecipeSlices.outputs(RECIPE))
                .startsWith("outputs:\n  - name: lib")
                .endsWith("    name: zebra");
        assertThat(RecipeSlices.outputs("package:\n")).isEmpty();
    }

    @Test
    void aBlockStartsWithNameOrType() {
        assertThat(RecipeSlices.outputBlocks(RecipeSlices.outputs(RECIPE)))
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("  - type: wheel\n    name: zebra");
    }

    @Test
    void anItemThatStartsWithNameEndsABlockToo() {
        assertThat(RecipeSlices.outputBlocks(RecipeSlices.outputs(RECIPE)))
                .first()
                .asString()
                .endsWith("- cmake\n");
    }

    @Test
    void topRequirementsEndBeforeOutputs() {
        assertThat(RecipeSlices.topRequirements(RECIPE)).isEqualTo("requirements:\n  host:\n    - zlib");
    }

    @Test
    void anyRequirementsAreTheFirst() {
        assertThat(RecipeSlices.anyRequirements("  - name: a\n    requirements:\n      - x\n  - name: b\n"))
                .isEqualTo("requirements:\n      - x\n");
        assertThat(RecipeSlices.anyRequirements("build:\n")).isEmpty();
    }
}
