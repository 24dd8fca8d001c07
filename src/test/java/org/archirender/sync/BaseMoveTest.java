package org.archirender.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.PortNames;
import org.archirender.sync.BaseMove.Base;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

/** An edit, the base that it was made for, and what upstream made of that base. */
class BaseMoveTest {
    private static final String RECIPE = """
            {% set version = "1.2" %}
            {% set sha256 = "aaaa" %}
            package:
              name: demo
              version: {{ version }}
            source:
              url: https://example.org/demo-{{ version }}.tar.gz
              sha256: {{ sha256 }}
            build:
              number: 3
            requirements:
              build:
                - {{ compiler('c') }}
              host:
                - krb5
                - zlib
              run:
                - demo-env
            """;

    @Test
    void anEditWhoseLinesAreAsTheyWereFitsWhateverElseMoved() {
        assertThat(standing(
                        "add-item: requirements/build\n  items: [make]", RECIPE.replace("- zlib", "- zlib\n    - xz")))
                .isEqualTo("APPLIED FITS ");
    }

    @Test
    void aValueThatUpstreamMovedIsNotWrittenOver() {
        assertThat(standing("set-var: version\n  value: '\"1.1\"'\n  why: w", RECIPE.replace("\"1.2\"", "\"1.3\"")))
                .isEqualTo(
                        "VALUE_CHANGED NEEDS_YOU it was made to take away\n  { % set version = 1.2 % }\nand would take away\n  { % set version = 1.3 % }");
    }

    @Test
    void aValueBehindAVariableIsTheVariablesValue() {
        assertThat(standing("unset-key: source/sha256\n  why: w", RECIPE.replace("aaaa", "bbbb")))
                .startsWith("VALUE_CHANGED NEEDS_YOU")
                .contains("sha256 : aaaa", "sha256 : bbbb");
    }

    @Test
    void quotesAndTheSpellingOfATruthDoNotCount() {
        String flag = "set-key: build/detect_binary_files_with_prefix\n  value: 'False'\n  why: w";
        assertThat(standing(
                        flag, RECIPE.replace("  number: 3", "  number: 3\n  detect_binary_files_with_prefix: false")))
                .isEqualTo("ALREADY_PRESENT GOOD upstream has it in other words");
    }

    @Test
    void aSelectorThatHoldsForTheTargetSaysNothing() {
        assertThat(standing(
                        "add-item: requirements/build\n  items: [\"make  # [not win]\"]",
                        RECIPE.replace(
                                "- {{ compiler('c') }}", "- {{ compiler('c') }}\n    - make  # [unix or py>36]")))
                .startsWith("ALREADY_PRESENT GOOD");
    }

    @Test
    void aSelectorThatHangsOnAVariantLeavesItOpen() {
        assertThat(standing(
                        "add-item: requirements/build\n  items: [make]",
                        RECIPE.replace("- {{ compiler('c') }}", "- {{ compiler('c') }}\n    - make  # [py>36]")))
                .startsWith("PARTLY_PRESENT NEEDS_YOU");
    }

    @Test
    void whatTheEditOnlyKeptOffIsGoneFromUpstreamToo() {
        assertThat(standing(
                        "select-item: requirements/run\n  item: demo-env\n  when: not aarch64\n  why: w",
                        RECIPE.replace("- demo-env", "- python\n  run_constrained:\n    - demo-env >=2")))
                .isEqualTo("ALREADY_PRESENT GOOD upstream has no - demo-env any more");
    }

    @Test
    void whatTheEditKeptOffStandsElsewhereNow() {
        assertThat(standing(
                        "remove-item: requirements/host\n  item: krb5\n  why: w",
                        RECIPE.replace("    - krb5\n", "").replace("- demo-env", "- demo-env\n    - krb5 >=1.17")))
                .isEqualTo("PARTLY_PRESENT NEEDS_YOU upstream has it elsewhere: '- krb5 >=1.17'");
    }

    @Test
    void aBumpGoesWithItsVersion() {
        String moved = RECIPE.replace("\"1.2\"", "\"1.3\"").replace("number: 3", "number: 0");
        assertThat(standing("bump-number: 1", moved)).startsWith("VERSION_MOVED GOOD the version was 1.2 and is 1.3");
        assertThat(standing("bump-number: 1", RECIPE.replace("number: 3", "number: 4")))
                .isEqualTo("APPLIED FITS ");
    }

    @Test
    void aPatchOfTheSourceIsForOneVersion() {
        assertThat(standing(
                        "add-item: source/patches\n  items: [neon.patch]\n  why: w",
                        RECIPE.replace("\"1.2\"", "\"1.3\"")))
                .isEqualTo(
                        "VERSION_MOVED NEEDS_YOU the version was 1.2 and is 1.3: does the patch fit the source of it?");
    }

    @Test
    void aReplacementThatIsThereBesideWhatItReplacesIsPartlyThere() {
        assertThat(standing(
                        "replace-lines: meta.yaml\n  match: \"- krb5\"\n  with: [\"    - heimdal\"]\n  why: w",
                        RECIPE.replace("    - krb5\n", "    - krb5\n    - heimdal\n")))
                .isEqualTo("PARTLY_PRESENT NEEDS_YOU upstream has it: '- heimdal', beside what it would replace");
    }

    @Test
    void aRecipeOfTheOtherFormatIsTold() {
        FileTree now = FileTree.empty().with(TreePath.of("recipe.yaml"), TreeFile.of("context:\n  version: 1.3\n"));
        assertThat(standing("set-var: sha256\n  value: '\"cc\"'\n  why: w", now, "1.3"))
                .startsWith("FORMAT_MOVED NEEDS_YOU");
    }

    @Test
    void anEditWhoseTimeIsOverCanGo() {
        assertThat(standing("add-item: requirements/build\n  items: [make]\n  until: 2019-01-31", RECIPE))
                .isEqualTo("EXPIRED GOOD 'until' says 2019-01-31");
    }

    private static String standing(String edit, String recipe) {
        String version = recipe.contains("\"1.3\"") ? "1.3" : "1.2";
        return standing(edit, FileTree.empty().with(TreePath.of("meta.yaml"), TreeFile.of(recipe)), version);
    }

    private static String standing(String edit, FileTree to, String version) {
        Overlay overlay = Overlay.read("overlay: 1\npackage: demo\nedits:\n- " + edit + "\n", "overlay.yaml");
        FileTree from = FileTree.empty().with(TreePath.of("meta.yaml"), TreeFile.of(RECIPE));
        List<Standing> standings = BaseMove.standings(
                overlay.edits(),
                FileTree.empty(),
                new Base(from, Optional.of("1.2")),
                new Base(to, Optional.of(version)),
                new PortNames(new TreeMap<>(Map.of("target", "linux-aarch64"))),
                LocalDate.of(2019, 2, 1));
        assertThat(standings).hasSize(1);
        Standing one = standings.get(0);
        return one.status() + " " + one.news() + " " + one.message();
    }
}
