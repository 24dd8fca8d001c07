package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.overlay.EditOutcome;
import org.archirender.overlay.Edits;
import org.archirender.text.NearMiss;
import org.junit.jupiter.api.Test;

/** What is said of a path or item that is not there, or is there too often. */
class EditedPathTest {
    private static final String RECIPE = """
            {% set version = "1.0" %}
            {% set build = 1 %}  # [win]
            {% set build = 2 %}  # [not win]
            package:
              name: x
            build:
              number: 0
              script: make
              missing_dso_whitelist: [a, b]
            requirements:
              host:
                - python
                - python  # [win]
                - zlib
            """;

    private static String refused(String edit) {
        EditOutcome outcome = Edits.applied(RECIPE, edit);
        assertThat(outcome.text()).isEqualTo(RECIPE);
        String question = NearMiss.question(outcome.nearMisses());
        return outcome.status() + ": " + outcome.message() + (question.isEmpty() ? "" : "; " + question);
    }

    private static String removal(String path, String item) {
        return "- remove-item: " + path + "\n  item: " + item + "\n  why: w\n";
    }

    @Test
    void aMissingItemIsToldWithAllThatThereAre() {
        assertThat(refused(removal("requirements/host", "zlb"))).isEqualTo("""
                ITEM_MISSING: requirements/host (line 11) has no item zlb; it has
                  12: - python
                  13: - python  # [win]
                  14: - zlib; did you mean 'zlib'?""");
    }

    @Test
    void anItemThatIsThereTwiceIsToldWithHowToPickOne() {
        assertThat(refused(removal("requirements/host", "python"))).isEqualTo("""
                ITEM_AMBIGUOUS: requirements/host has 2 items python:
                  12: - python
                  13: - python  # [win]
                pick one: python[], python[win]""");
    }

    @Test
    void aPathThatIsNoListIsToldWithWhatItIs() {
        assertThat(refused(removal("requirements", "zlib")))
                .isEqualTo("PATH_MISSING: requirements (line 10) is no list but a mapping");
        assertThat(refused(removal("build/script", "make")))
                .isEqualTo("PATH_MISSING: build/script (line 8) is no list but make");
    }

    @Test
    void aPathThatIsNoPathByNowIsTold() {
        EditOutcome outcome = EditOutcome.of(RECIPE, (RecipeEdit)
                Edits.overlay(removal("\"@x@\"", "zlib")).edits().get(0).map(text -> text.replace("@x@", "a[")));
        assertThat(outcome.message()).isEqualTo("'a[' has a [ without its ]");
    }

    @Test
    void aMissingVariableIsToldWithAllThatThereAre() {
        assertThat(refused("- set-var: versoin\n  value: x\n  why: w\n"))
                .isEqualTo("PATH_MISSING: the recipe sets no variable versoin; it sets version, build;"
                        + " did you mean 'version'?");
    }

    @Test
    void aVariableThatIsSetTwiceIsToldWithHowToPickOne() {
        assertThat(refused("- set-var: build\n  value: x\n  why: w\n")).isEqualTo("""
                ITEM_AMBIGUOUS: the recipe sets build 2 times:
                  2: {% set build = 1 %}  # [win]
                  3: {% set build = 2 %}  # [not win]
                say which by its selector, such as build[win]""");
    }

    @Test
    void aListIsNoSingleValue() {
        assertThat(refused("- set-key: requirements/host\n  value: x\n"))
                .isEqualTo("VALUE_CHANGED: requirements/host (line 11) is no single value but a list of 3");
    }

    @Test
    void aKeyIsNoItem() {
        assertThat(refused("- unset-key: requirements/host[0]\n  why: w\n")).contains("PATH_MISSING");
    }

    @Test
    void aSectionThatIsNotKnownIsNotCreated() {
        assertThat(refused("- add-item: nonsense/host\n  items: [tk]\n"))
                .startsWith("PATH_MISSING: there is no nonsense");
        assertThat(refused("- add-item: requirements/bulid\n  items: [tk]\n"))
                .startsWith("PATH_MISSING: there is no requirements/bulid; requirements (line 10) has host\n"
                        + "bulid looks misspelt, and is not created");
    }

    @Test
    void longListsAreCut() {
        String items = "    - item\n".repeat(12);
        EditOutcome outcome = Edits.applied("requirements:\n  host:\n" + items, removal("requirements/host", "x"));
        assertThat(outcome.message()).endsWith("\n  12: - item\n  … and 2 more");
    }

    @Test
    void severalPathsAreToldTogether() {
        assertThat(refused(removal("[requirements/host, requirements/run]", "tk")))
                .isEqualTo("""
                ITEM_MISSING: requirements/host (line 11) has no item tk; it has
                  12: - python
                  13: - python  # [win]
                  14: - zlib
                there is no requirements/run; requirements (line 10) has host; did you mean 'requirements' or 'requirements/host'?""");
    }
}
