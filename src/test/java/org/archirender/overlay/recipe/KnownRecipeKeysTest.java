package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.overlay.EditOutcome;
import org.archirender.overlay.Edits;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.NearMiss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownRecipeKeysTest {
    @ParameterizedTest
    @CsvSource({
        "biuld, build",
        "requries, requires",
        "licens, license",
        "rum, run",
        "ignore-run_exports, ignore_run_exports"
    })
    void aKeyIsMisspeltByTwoLettersAtMost(String key, String meant) {
        assertThat(KnownRecipeKeys.misspelt(key)).hasValue(meant);
    }

    /** `home` comes first in the list, but is two letters away. */
    @Test
    void ofSeveralTheNearestIsMeant() {
        assertThat(KnownRecipeKeys.misspelt("hoste")).hasValue("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "requirements", "recipe-maintainers", "identifiers", "x"})
    void whatIsKnownOrLikeNothingIsNotMisspelt(String key) {
        assertThat(KnownRecipeKeys.misspelt(key)).isEmpty();
    }

    @Test
    void aSectionIsNoKeyInIt() {
        assertThat(KnownRecipeKeys.isSection("requirements")).isTrue();
        assertThat(KnownRecipeKeys.isSection("host")).isFalse();
    }

    @Test
    void whatLooksMisspeltIsNotCreated() {
        EditOutcome outcome = Edits.applied("package:\n  name: x\n", "- set-key: hoste\n  value: y\n");
        assertThat(outcome.status()).isEqualTo(EditStatus.PATH_MISSING);
        assertThat(outcome.message())
                .isEqualTo("there is no hoste; the recipe has package\nhoste looks misspelt, and is not created");
        assertThat(outcome.nearMisses()).containsExactly(NearMiss.of("host"));
    }
}
