package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditOutcome;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.RecipeEdit;
import org.archirender.text.NearMiss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeEditsTest {
    static Stream<RecipeEditCase> cases() {
        return RecipeEditCase.all();
    }

    static Stream<RecipeEditCase> applied() {
        return RecipeEditCase.all().filter(example -> example.status() == EditStatus.APPLIED);
    }

    static Stream<RecipeEditCase> refused() {
        return RecipeEditCase.all().filter(example -> example.status() != EditStatus.APPLIED);
    }

    private static EditOutcome apply(String text, List<RecipeEdit> edits) {
        EditOutcome outcome = EditOutcome.applied(text, "");
        for (RecipeEdit edit : edits) {
            outcome = RecipeEdits.apply(outcome.text(), edit);
            if (outcome.status() != EditStatus.APPLIED) {
                return outcome;
            }
        }
        return outcome;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void doesWhatTheCaseSays(RecipeEditCase example) {
        EditOutcome outcome = apply(example.before(), example.edits());
        String question = NearMiss.question(outcome.nearMisses());
        String message = outcome.message() + (question.isEmpty() ? "" : "\n" + question);
        boolean applied = outcome.status() == EditStatus.APPLIED;
        assertThat(applied ? outcome.text() : message).isEqualTo(example.expected());
        assertThat(outcome.status()).isEqualTo(example.status());
    }

    private static void staysSoIn(RecipeEditCase example, UnaryOperator<String> form) {
        assertThat(apply(form.apply(example.before()), example.edits()).text())
                .isEqualTo(form.apply(example.expected()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applied")
    void lineEndsStay(RecipeEditCase example) {
        staysSoIn(example, text -> text.replace("\n", "\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applied")
    void aMissingFinalNewlineStaysMissing(RecipeEditCase example) {
        staysSoIn(example, String::stripTrailing);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applied")
    void aByteOrderMarkAndCharactersBeyondTheBasicPlaneStay(RecipeEditCase example) {
        staysSoIn(example, text -> "\uFEFF" + text);
        staysSoIn(example, text -> "# \uD83D\uDE00 \uD835\uDCD0\n" + text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aRefusalLeavesTheTextAlone(RecipeEditCase example) {
        assertThat(apply(example.before(), example.edits()).text()).isEqualTo(example.before());
    }

    @Test
    void tabsAreIndentAsTheyAre() {
        String before = "requirements:\n\thost:\n\t\t- zlib\t# [unix]\n\trun:\n\t\t- zlib\n";
        List<RecipeEdit> edits = RecipeEditCase.edits("""
                - add-item: requirements/host
                  items: [make]
                - select-item: requirements/host
                  item: zlib
                  when: aarch64
                  why: there
                """);
        assertThat(apply(before, edits).text())
                .isEqualTo("requirements:\n\thost:\n\t\t- zlib  # [aarch64]\n\t\t- make\n\trun:\n\t\t- zlib\n");
    }

    @Test
    void aLineThatIsNotNamedKeepsItsOwnEnd() {
        String before = "build:\r\n  number: 1\n  script: make\r  noarch: python\r\n";
        List<RecipeEdit> edits = RecipeEditCase.edits("- bump-number: 1\n- set-key: build/noarch\n  value: generic\n");
        assertThat(apply(before, edits).text())
                .isEqualTo("build:\r\n  number: 2\n  script: make\r  noarch: generic\r\n");
    }

    @Test
    void anEmptyRecipeIsRefusedWithWhatItHas() {
        EditOutcome outcome = apply("", RecipeEditCase.edits("- remove-item: a/b\n  item: c\n  why: none\n"));
        assertThat(outcome.status()).isEqualTo(EditStatus.PATH_MISSING);
        assertThat(outcome.message()).isEqualTo("there is no a; the recipe is empty");
    }
}
