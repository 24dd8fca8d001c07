package org.archirender.evaluated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderedRecipeTest {
    private static final String FILE = "recipe/meta.yaml";

    private static RenderedRecipe recipe(String text) {
        return RenderedRecipe.read(text, FILE);
    }

    private static final RenderedRecipe SPLIT = recipe("""
            package:
              name: zebra
              version: 1.10
            build:
              number: 3
              noarch: python
              force_use_keys: [mpi]
            outputs:
              - name: libzebra
                requirements: [cmake, zlib]
              - name: zebra-tools
                version: 2.0
                build:
                  skip: true
                requirements:
                  host: [libzebra]
                  run:
              - name: zebra
                build:
                  noarch: generic
                requirements:
                  run: [libzebra]
            """);

    @Test
    void aVersionKeepsItsZero() {
        assertThat(SPLIT.version()).isEqualTo("1.10");
        assertThat(SPLIT.buildNumber()).isEqualTo("3");
    }

    @Test
    void anEmptySectionIsLikeNone() {
        RenderedRecipe recipe = recipe("package:\n  name: a\nbuild:\nrequirements:\n");

        assertThat(recipe.skips()).isFalse();
        assertThat(recipe.requirements("host")).isEmpty();
        assertThat(recipe.hasRequirements("host")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "yes", "y", "'true'", "'on'"})
    void manySpellingsSkip(String text) {
        assertThat(recipe("build: {skip: " + text + "}").skips()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "n", "'off'", ""})
    void othersDoNot(String text) {
        assertThat(recipe("build: {skip: " + text + "}").skips()).isFalse();
    }

    @Test
    void aSingleRequirementIsAListOfOne() {
        assertThat(recipe("requirements: {run: python}").requirements("run")).containsExactly("python");
    }

    @Test
    void aPlainListOfAnOutputIsForHostAndRun() {
        RenderedRecipe output = SPLIT.asOutput(SPLIT.outputs().get(0));

        assertThat(output.requirements("host")).containsExactly("cmake", "zlib");
        assertThat(output.requirements("run")).containsExactly("cmake", "zlib");
        assertThat(output.requirements("build")).isEmpty();
    }

    @Test
    void anOutputWithoutBuildHasTheRecipesButItsNoarch() {
        RenderedRecipe output = SPLIT.asOutput(SPLIT.outputs().get(0));

        assertThat(output.name()).isEqualTo("libzebra");
        assertThat(output.version()).isEqualTo("1.10");
        assertThat(output.forceUseKeys()).containsExactly("mpi");
        assertThat(output.isNoarch()).isFalse();
    }

    @Test
    void anOutputWithBuildHasItsOwn() {
        RenderedRecipe output = SPLIT.asOutput(SPLIT.outputs().get(1));

        assertThat(output.version()).isEqualTo("2.0");
        assertThat(output.skips()).isTrue();
        assertThat(output.forceUseKeys()).isEmpty();
    }

    @Test
    void anOutputOfTheRecipesNameFillsUpFromTheRecipe() {
        RecipeOutput output = SPLIT.outputs().get(2).combinedWith(SPLIT);
        RenderedRecipe combined = SPLIT.combinedWith(output);

        assertThat(combined.isNoarch()).isTrue();
        assertThat(combined.buildNumber()).isEqualTo("3");
        assertThat(combined.requirements("run")).containsExactly("libzebra");
    }

    @Test
    void theFeedstocksNameMayDiffer() {
        assertThat(recipe("extra: {feedstock-name: zoo}").feedstockName()).isEqualTo(Optional.of("zoo"));
        assertThat(SPLIT.feedstockName()).isEmpty();
    }

    @Test
    void anUnknownNoarchIsRefused() {
        assertThatThrownBy(() -> recipe("build:\n  noarch: everywhere\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("recipe/meta.yaml:2:11: build/noarch is neither python nor generic\n"
                        + "  fix: write noarch: python or noarch: generic");
    }

    @Test
    void aSectionThatIsNoMappingIsRefused() {
        assertThatThrownBy(() -> recipe("build: fast\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("recipe/meta.yaml:1:8: build: is a mapping, and this is none");
    }

    @Test
    void aMappingAmongRequirementsIsRefused() {
        assertThatThrownBy(() -> recipe("requirements:\n  run:\n    - pip: [x]\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("recipe/meta.yaml:3:7: requirements/run holds a mapping");
    }

    @Test
    void anEmptyRequirementOfAnOutputIsRefused() {
        RecipeOutput output = recipe("outputs: [{name: a, requirements: {host: [~]}}]")
                .outputs()
                .get(0);

        assertThatThrownBy(output::checkRequirements)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("requirements/host of output 'a' has an empty item");
    }
}
