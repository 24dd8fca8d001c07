package org.archirender.overlay.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.overlay.Applied;
import org.archirender.overlay.EditOutcome;
import org.archirender.overlay.Edits;
import org.archirender.overlay.edit.EditStatus;
import org.junit.jupiter.api.Test;

/** What golden files can't show: line ends, marks, and what is said when an edit misses. */
class TextEditTest {
    private static final String START = "- insert-lines: build.sh\n  at: start\n  lines: [set -ex]\n";
    private static final String END = "- insert-lines: build.sh\n  at: end\n  lines: [exit]\n";
    private static final String PARALLEL =
            "- replace-lines: build.sh\n  match: make\n  with: [make -j20]\n  why: parallel build\n";

    private static String written(String text, String edit) {
        EditOutcome outcome = EditOutcome.of(text, Edits.text(edit));
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(EditStatus.APPLIED);
        return outcome.text();
    }

    /** Status, message and near misses of an edit that leaves the text alone. */
    private static String refused(String text, String edit) {
        EditOutcome outcome = EditOutcome.of(text, Edits.text(edit));
        assertThat(outcome.text()).isEqualTo(text);
        return outcome.status() + ": " + outcome.message()
                + (outcome.nearMisses().isEmpty() ? "" : " " + outcome.nearMisses());
    }

    @Test
    void lineEndsOfTheFileStay() {
        assertThat(written("#!/bin/sh\r\nmake\r\n", START)).isEqualTo("#!/bin/sh\r\nset -ex\r\nmake\r\n");
        assertThat(written("make\r\nmake check\n", PARALLEL)).isEqualTo("make -j20\r\nmake check\n");
        assertThat(written(
                        "./configure \\\r\n  --a\r\n", "- edit-flags: build.sh\n  command: ^./configure\n  add: --b\n"))
                .isEqualTo("./configure \\\r\n  --a --b\r\n");
    }

    @Test
    void linesOfOneCommandKeepTheirOwnEnds() {
        assertThat(written(
                        "./configure \\\r\n  --a \\\n  --c\r\n",
                        "- edit-flags: build.sh\n  command: ^./configure\n  add: --d\n"))
                .isEqualTo("./configure \\\r\n  --a \\\n  --c --d\r\n");
    }

    @Test
    void aMissingFinalNewlineStaysMissing() {
        assertThat(written("a\nb", END)).isEqualTo("a\nb\nexit");
        assertThat(written("make", PARALLEL)).isEqualTo("make -j20");
        assertThat(written("a\nmake check", "- guard-lines: build.sh\n  match: make check\n  if: x\n  why: w\n"))
                .isEqualTo("a\nif x; then\nmake check\nfi");
        assertThat(written("a\nb", "- delete-lines: build.sh\n  match: b\n  why: w\n"))
                .isEqualTo("a");
    }

    @Test
    void aByteOrderMarkStaysFirst() {
        assertThat(written("\ufeffmake\n", START)).isEqualTo("\ufeffset -ex\nmake\n");
        assertThat(written("\ufeffmake\n", PARALLEL)).isEqualTo("\ufeffmake -j20\n");
    }

    @Test
    void anEmptyFileHasAStartAndAnEnd() {
        assertThat(written("", START)).isEqualTo("set -ex\n");
        assertThat(written("", END)).isEqualTo("exit\n");
        assertThat(refused("", PARALLEL)).isEqualTo("ANCHOR_MISSING: recipe/build.sh has no line 'make'");
    }

    @Test
    void tabsAndCharactersOfAnyPlaneStay() {
        assertThat(written(
                        "\t\ud83d\ude00=1 make \\\n\t\tall\n",
                        "- edit-flags: build.sh\n  command: \"~make all\"\n  after: make\n  add: \"\ud83d\ude80\"\n"))
                .isEqualTo("\t\ud83d\ude00=1 make \\\n\t\ud83d\ude80 \\\n\t\tall\n");
        assertThat(written("\t\tmake check\n", "- comment-lines: build.sh\n  match: make check\n  why: w\n"))
                .isEqualTo("\t\t# make check\n");
    }

    @Test
    void aCommentDoesNotGoOnInTheNextLine() {
        assertThat(written("# ./configure \\\nmake\n", PARALLEL)).isEqualTo("# ./configure \\\nmake -j20\n");
    }

    @Test
    void anEscapedBackslashEndsItsLine() {
        assertThat(written("echo \\\\\nmake\n", PARALLEL)).isEqualTo("echo \\\\\nmake -j20\n");
    }

    @Test
    void aMissedAnchorNamesWhatIsNear() {
        assertThat(refused(
                        "./configure\nmake check\n  make  \nmake\n",
                        "- delete-lines: build.sh\n  match: make chek\n  why: w\n"))
                .isEqualTo(
                        "ANCHOR_MISSING: recipe/build.sh has no line 'make chek' ['make check' (line 2), 'make' (line 3)]");
        assertThat(refused(
                        "./configure --prefix=$PREFIX --disable-static --with-x\n",
                        "- delete-lines: build.sh\n  match: ^./configre\n  why: w\n"))
                .isEqualTo("ANCHOR_MISSING: recipe/build.sh has no line '^./configre'"
                        + " ['./configure --prefix=$PREFIX --disable-static --with-x' (line 1)]");
    }

    @Test
    void anAmbiguousAnchorNamesItsHits() {
        assertThat(refused("make\ncd x\nmake\n", PARALLEL))
                .isEqualTo("ANCHOR_AMBIGUOUS: recipe/build.sh has 2 lines 'make': line 1: make; line 3: make");
        assertThat(refused("make\n", PARALLEL + "  nth: 2\n"))
                .isEqualTo("ANCHOR_MISSING: recipe/build.sh has 1 line 'make', no number 2: line 1: make");
    }

    @Test
    void aMissedBoundIsToldAsSuch() {
        String edit = PARALLEL + "  within: {after: cd tests, before: cd ..}\n";
        assertThat(refused("make\ncd test\nmake\n", edit))
                .isEqualTo("ANCHOR_MISSING: recipe/build.sh has no line 'cd tests' ['cd test' (line 2)]");
        assertThat(refused("cd tests\nmake\n", edit)).isEqualTo("ANCHOR_MISSING: recipe/build.sh has no line 'cd ..'");
        assertThat(refused("make\ncd tests\ntrue\ncd ..\n", edit))
                .isEqualTo("ANCHOR_MISSING: recipe/build.sh has no line 'make' within its bounds");
    }

    @Test
    void aRangeWithoutEndIsToldAsSuch() {
        assertThat(refused("fi\nif true; then\n", "- delete-lines: build.sh\n  match: ^if\n  through: fi\n  why: w\n"))
                .isEqualTo("ANCHOR_MISSING: recipe/build.sh has no line 'fi' below line 2");
    }

    @Test
    void linesThatAreThereAreNotInsertedAgain() {
        assertThat(refused("true\n  set -ex\n", START))
                .isEqualTo("ALREADY_PRESENT: recipe/build.sh has these lines already, line 2");
        assertThat(refused("autoreconf -vfi\n", START + "  unless: (?m)^autoreconf\n"))
                .isEqualTo("ALREADY_PRESENT: recipe/build.sh has what 'unless' looks for, '(?m)^autoreconf'");
        assertThat(written("set -ex\n", START + "  repeat: true\n")).isEqualTo("set -ex\nset -ex\n");
        assertThat(written("make\nset -ex\n", START + "  unless: ^$\n")).isEqualTo("set -ex\nmake\nset -ex\n");
    }

    @Test
    void aBlankLineCountsOnlyAtItsPlace() {
        String blank = "- insert-lines: build.sh\n  after: make\n  lines: [\"\"]\n";
        assertThat(written("\nmake\ninstall\n", blank)).isEqualTo("\nmake\n\ninstall\n");
        assertThat(refused("make\n\ninstall\n", blank)).startsWith("ALREADY_PRESENT");
    }

    @Test
    void replacedLinesThatAreThereAreNews() {
        assertThat(refused("make -j20\n", PARALLEL))
                .isEqualTo("ALREADY_PRESENT: recipe/build.sh has the new lines already, line 1");
        assertThat(refused("make\n", "- replace-lines: build.sh\n  match: make\n  with: [make]\n  why: w\n"))
                .isEqualTo("NO_EFFECT: what it writes is what is there");
        assertThat(written("make\n", "- replace-lines: build.sh\n  match: make\n  with: [\"  make\"]\n  why: w\n"))
                .isEqualTo("  make\n");
    }

    @Test
    void aVariableWithAnotherValueIsPartlyPresent() {
        String edit = "- set-env: build.sh\n  vars: {AR: x, RANLIB: y}\n";
        assertThat(refused("export AR=x\n", edit)).isEqualTo("PARTLY_PRESENT: recipe/build.sh has export AR=x");
        assertThat(refused("export AR=z\n", edit)).isEqualTo("PARTLY_PRESENT: recipe/build.sh has export AR=z");
        assertThat(refused("export RANLIB=y\nexport AR=x\n", edit))
                .isEqualTo("ALREADY_PRESENT: recipe/build.sh has export AR=x; export RANLIB=y");
        assertThat(written("AR=z\n", edit)).isEqualTo("export AR=x\nexport RANLIB=y\nAR=z\n");
    }

    @Test
    void aCommentedLineIsNews() {
        String edit = "- comment-lines: build.sh\n  match: make check\n  why: w\n";
        assertThat(refused("  # make check\n", edit))
                .isEqualTo("ALREADY_PRESENT: recipe/build.sh has a comment there already, line 1");
        assertThat(refused("#make check\n", edit)).startsWith("ALREADY_PRESENT");
        assertThat(refused("make chck\n", edit)).startsWith("ANCHOR_MISSING");
        assertThat(written("make check\nmake check\n", edit + "  nth: 2\n")).isEqualTo("make check\n# make check\n");
        assertThat(refused("make check\n# make check\n", edit + "  nth: 2\n")).startsWith("ALREADY_PRESENT");
    }

    @Test
    void flagsAreWholeWords() {
        String edit = "- edit-flags: build.sh\n  command: ^./configure\n  remove: --with-x\n  why: w\n";
        assertThat(refused("./configure --with-xml --with-x=1\n", edit))
                .isEqualTo("FLAG_MISSING: the command in recipe/build.sh, line 1, has no word '--with-x'"
                        + " ['--with-x=1', '--with-xml']");
        assertThat(refused("./configure --with-x --with-x\n", edit))
                .isEqualTo("ANCHOR_AMBIGUOUS: the command in recipe/build.sh, line 1, has '--with-x' in 2 words");
    }

    @Test
    void quotesAndSubstitutionsHoldAWordTogether() {
        assertThat(CommandWords.of("A=\"b c\" d'e f' $(g h (i) j)k ${l:-m n} o\\ p \\\n q # r s").stream()
                        .map(CommandWords.Word::text))
                .containsExactly("A=\"b c\"", "d'e f'", "$(g h (i) j)k", "${l:-m n}", "o\\ p", "q");
        assertThat(CommandWords.of("a \"b c")).hasSize(2);
    }

    @Test
    void aFlagWithAnotherValueIsPartlyPresent() {
        String edit = "- edit-flags: build.sh\n  command: ^./configure\n  add: [--a, --host=x]\n";
        assertThat(refused("./configure --host=y\n", edit))
                .isEqualTo("PARTLY_PRESENT: the command in recipe/build.sh, line 1, has '--host=y' already");
        assertThat(refused("./configure --host=x\n", edit))
                .isEqualTo("PARTLY_PRESENT: the command in recipe/build.sh, line 1, has '--host=x' already");
        assertThat(refused("./configure --host=x \\\n --a\n", edit))
                .isEqualTo(
                        "ALREADY_PRESENT: the command in recipe/build.sh, lines 1 to 2, has '--a', '--host=x' already");
        assertThat(written("./configure --host=y\n", edit + "  remove: --host=y\n  why: w\n"))
                .isEqualTo("./configure --a --host=x\n");
    }

    @Test
    void whereFlagsFollowMustBeOneWord() {
        String edit = "- edit-flags: build.sh\n  command: ^cmake\n  after: CMAKE\n  add: -DA=b\n";
        assertThat(refused("cmake -DCMAKE_C=1 -DCMAKE_D=2\n", edit))
                .startsWith("ANCHOR_AMBIGUOUS")
                .endsWith("has 'CMAKE' in 2 words");
        assertThat(refused("cmake -DC=1\n", edit)).startsWith("FLAG_MISSING").endsWith("has no word 'CMAKE' ['cmake']");
    }

    @Test
    void theFirstWordOfALineGoesWithWhatFollows() {
        String edit = "- edit-flags: build.sh\n  command: \"~make\"\n  remove: CC=gcc\n  why: w\n";
        assertThat(written("  CC=gcc make\n", edit)).isEqualTo("  make\n");
        assertThat(written("CC=gcc \\\n  make\n", edit)).isEqualTo("  make\n");
    }

    @Test
    void anExpressionThatRunsAwayIsStopped() {
        String edit = "- delete-lines: build.sh\n  match: \"~^(a+)+$\"\n  why: w\n";
        assertThat(refused("a".repeat(5000) + "b\n", edit))
                .isEqualTo("ANCHOR_MISSING: the regular expression '^(a+)+$' takes too many steps");
        String deep = "- delete-lines: build.sh\n  match: \"~^(a|b)*c$\"\n  why: w\n";
        assertThat(refused("ab".repeat(500_000) + "\n", deep)).startsWith("ANCHOR_MISSING: the regular expression");
    }

    @Test
    void theRemedyGoesWithTheEdit() {
        Applied applied =
                Edits.onBuildScript("make\nmake\n", PARALLEL + "- edit-flags: build.sh\n  command: ^cmake\n  add: x\n");
        assertThat(applied.problems())
                .extracting(Object::toString)
                .isEqualTo(List.of(
                        "overlays/example/overlay.yaml:4:3: replace-lines build.sh: ANCHOR_AMBIGUOUS: recipe/build.sh has 2"
                                + " lines 'make': line 1: make; line 2: make\n"
                                + "  fix: add 'nth: N', or 'within: {after: ANCHOR, before: ANCHOR}'",
                        "overlays/example/overlay.yaml:8:3: edit-flags build.sh: ANCHOR_MISSING: recipe/build.sh has no line"
                                + " '^cmake'; did you mean 'make' (line 1)?\n"
                                + "  fix: give a line that is there, whole and trimmed, as '^prefix' or as '~regex'"));
    }
}
