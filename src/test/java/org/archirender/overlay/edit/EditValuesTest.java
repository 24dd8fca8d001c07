package org.archirender.overlay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.Edits;
import org.archirender.overlay.recipe.AddItem;
import org.archirender.overlay.recipe.SelectItem;
import org.archirender.overlay.script.EditFlags;
import org.archirender.overlay.script.InsertLines;
import org.archirender.overlay.script.ReplaceLines;
import org.archirender.overlay.script.SetEnv;
import org.archirender.problem.InputException;
import org.archirender.text.Anchor;
import org.junit.jupiter.api.Test;

class EditValuesTest {
    private static Edit edit(String text) {
        return Edits.overlay(text).edits().get(0);
    }

    @Test
    void aBlockOfTextIsItsLines() {
        String edit = "- insert-lines: build.sh\n  at: end\n  lines: ";
        assertThat(((InsertLines) edit(edit + "|\n    a\n\n      b\n")).lines()).containsExactly("a", "", "  b");
        assertThat(((InsertLines) edit(edit + "|+\n    a\n\n")).lines()).containsExactly("a", "");
        assertThat(((InsertLines) edit(edit + "[a, \"b\\nc\", \"\"]\n")).lines())
                .containsExactly("a", "b", "c", "");
        assertThat(((InsertLines) edit(edit + "a\n")).lines()).containsExactly("a");
    }

    @Test
    void aTextMayStandForAListOfOne() {
        EditFlags flags = (EditFlags) edit("- edit-flags: build.sh\n  command: make\n  add: -j2\n");
        assertThat(flags.add()).containsExactly("-j2");
        assertThat(flags.remove()).isEmpty();
        assertThat(((AddItem) edit("- add-item: a/b\n  items: c\n")).paths()).containsExactly("a/b");
    }

    @Test
    void pairsKeepTheirOrder() {
        SetEnv env = (SetEnv) edit("- set-env: build.sh\n  vars: {Z: \"1\", A: x y, M: '\"q\"'}\n");
        assertThat(env.vars()).containsExactly(new Pair("Z", "1"), new Pair("A", "x y"), new Pair("M", "\"q\""));
    }

    @Test
    void anAnchorHasTheEditsChoice() {
        ReplaceLines replace = (ReplaceLines) edit("""
                - replace-lines: build.sh
                  match: make
                  nth: 2
                  within: {after: cd b, before: cd ..}
                  with: ["true"]
                  why: w
                """);
        assertThat(replace.match().pattern()).isEqualTo("make");
        assertThat(replace.match().nth()).hasValue(2);
        assertThat(replace.match().after()).hasValue("cd b");
        assertThat(replace.match().before()).hasValue("cd ..");
    }

    @Test
    void aPlaceIsWhatAtBeforeAndAfterSay() {
        String insert = "- insert-lines: build.sh\n  lines: [x]\n";
        assertThat(((InsertLines) edit(insert + "  at: start\n")).place())
                .isEqualTo(new Place<>(Place.Where.START, Optional.empty()));
        assertThat(((InsertLines) edit(insert + "  at: end\n")).place())
                .isEqualTo(new Place<>(Place.Where.END, Optional.empty()));
        assertThat(((InsertLines) edit(insert + "  before: make\n")).place())
                .isEqualTo(new Place<>(Place.Where.BEFORE, Optional.of(Anchor.of("make"))));
        assertThat(((InsertLines) edit(insert + "  after: ^cd\n")).place())
                .isEqualTo(new Place<>(Place.Where.AFTER, Optional.of(Anchor.of("^cd"))));
        assertThat(((SetEnv) edit("- set-env: build.sh\n  vars: {A: b}\n")).place())
                .isEqualTo(new Place<>(Place.Where.START, Optional.empty()));
        assertThat(((AddItem) edit("- add-item: a\n  items: [b]\n")).place())
                .isEqualTo(new Place<>(Place.Where.END, Optional.empty()));
    }

    @Test
    void aPlaceBesideSomethingNeedsIt() {
        assertThatThrownBy(() -> new Place<String>(Place.Where.BEFORE, java.util.Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BEFORE and reference Optional.empty");
    }

    @Test
    void aVariableHasANameThatAShellTakes() {
        assertThatThrownBy(() -> edit("- set-env: build.sh\n  vars: {GOOD_1: a, 1BAD: b, \"A B\": c}\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'1BAD' is no name of a shell variable")
                .hasMessageContaining("'A B' is no name of a shell variable")
                .hasMessageNotContaining("GOOD_1");
    }

    @Test
    void namesGoIntoTextsAndNotIntoRemarks() {
        Edit edit = edit("""
                - select-item: [a, b]
                  item: "@x@"
                  when: "@y@"
                  why: mail @me@ about it
                  upstream: https://x/@y@
                  until: 2030-01-01
                  only-version: "@version@"
                """);
        assertThat(edit.texts()).containsExactlyInAnyOrder("a", "b", "@x@", "@y@", "@version@");
        SelectItem named = (SelectItem) edit.map(text -> text.replace("@", "%"));
        assertThat(named.item()).isEqualTo("%x%");
        assertThat(named.when()).isEqualTo("%y%");
        assertThat(named.onlyVersion()).hasValue("%version%");
        assertThat(named.why()).hasValue("mail @me@ about it");
        assertThat(named.upstream()).hasValue("https://x/@y@");
        assertThat(named.until()).map(Until::text).hasValue("2030-01-01");
        assertThat(named.at()).isEqualTo(edit.at());
        assertThat(((SelectItem) edit).item()).as("the edit as it was written").isEqualTo("@x@");
    }

    @Test
    void namesOfPairsAreTextsToo() {
        SetEnv env = (SetEnv) edit("- set-env: build.sh\n  vars: {A: b}\n").map(text -> text + text);
        assertThat(env.vars()).containsExactly(new Pair("AA", "bb"));
        assertThat(env.file()).isEqualTo("build.shbuild.sh");
    }

    @Test
    void theTitleHasWhatTheEditIsAbout() {
        assertThat(edit("- bump-number: 2\n").title()).isEqualTo("bump-number");
        assertThat(edit("- number: 2\n").title()).isEqualTo("number");
        assertThat(edit("- add-item: [a/b, c]\n  items: [d]\n").title()).isEqualTo("add-item a/b, c");
        assertThat(edit("- set-version: \"1.2\"\n  sha256: x\n  why: w\n").title())
                .isEqualTo("set-version 1.2");
        assertThat(edit("- set-var: build\n  value: x\n  why: w\n").title()).isEqualTo("set-var build");
        assertThat(edit("- add-file: sub/x.patch\n").title()).isEqualTo("add-file sub/x.patch");
    }

    @Test
    void aReasonIsWithoutTheBlanksAroundIt() {
        assertThat(edit("- bump-number: 1\n  why: |\n    first build\n    here\n\n")
                        .why())
                .hasValue("first build\nhere");
        assertThat(edit("- bump-number: 1\n  why: [one, two]\n").why()).hasValue("one\ntwo");
        assertThat(edit("- bump-number: 1\n").why()).isEmpty();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() -> edit("- edit-flags: build.sh\n  command: make\n  after: x\n"))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.message())
                                .isEqualTo(List.of(
                                        "edit-flags says nothing to do",
                                        "'after' says where words are added, but there is no 'add'")));
    }
}
