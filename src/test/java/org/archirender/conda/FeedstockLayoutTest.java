package org.archirender.conda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedstockLayoutTest {
    private static final Platform AARCH64 = Platform.of("linux-aarch64");

    @Test
    void aRepositoryIsCalledAfterItsPackage() {
        assertThat(FeedstockLayout.repository("zlib")).isEqualTo("zlib-feedstock");
        assertThat(FeedstockLayout.packageOf("zlib-feedstock")).hasValue("zlib");
        assertThat(FeedstockLayout.packageOf("my-feedstock-feedstock")).hasValue("my-feedstock");
        assertThat(FeedstockLayout.packageOf("zlib")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "conda-forge.yml, true",
        "recipe/meta.yaml, true",
        "recipe/recipe.yaml, true",
        "recipe/patches/0001-fix.patch, true",
        ".ci_support/migrations/python313.yaml, true",
        ".ci_support/linux_64_.yaml, false",
        ".ci_support/README, false",
        "recipes/meta.yaml, false",
        "sub/conda-forge.yml, false",
        "README.md, false"
    })
    void aBaseHoldsWhatARenderingReads(String path, boolean vendored) {
        assertThat(FeedstockLayout.isInput(path, FeedstockLayout.RECIPE)).isEqualTo(vendored);
    }

    @Test
    void theRecipeIsWhereTheFeedstockSaysItIs() {
        assertThat(FeedstockLayout.isInput("conda.recipe/meta.yaml", "conda.recipe"))
                .isTrue();
        assertThat(FeedstockLayout.isInput("recipe/meta.yaml", "conda.recipe")).isFalse();
        assertThat(FeedstockLayout.isInput("conda-forge.yml", "conda.recipe")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "linux_aarch64_, .ci_support/linux_aarch64_.yaml",
        "linux_aarch64_python3.12.____cpython, .ci_support/linux_aarch64_python3.12.____cpython.yaml"
    })
    void aVariantFileLiesInCiSupport(String name, String path) {
        assertThat(FeedstockLayout.variantFile(name)).isEqualTo(path);
        assertThat(FeedstockLayout.isVariantFile(path, AARCH64)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ".ci_support/linux_64_.yaml",
        ".ci_support/linux_aarch64.yaml",
        ".ci_support/linux_aarch64_notes.txt",
        ".ci_support/linux_aarch64_old/python3.12.yaml",
        ".ci_support/migrations/linux_aarch64_.yaml",
        "linux_aarch64_.yaml"
    })
    void otherFilesAreNoVariantFilesOfThePlatform(String path) {
        assertThat(FeedstockLayout.isVariantFile(path, AARCH64)).isFalse();
    }
}
