package org.archirender.overlay.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Place;
import org.archirender.text.Anchor;
import org.archirender.text.NearMiss;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScriptTextTest {
    private static final ScriptText SCRIPT = ScriptText.of("build.sh", """
            #!/bin/sh
            if test -d t; then
              make \\
                check
            fi
            make install
            fi
            """);

    private static void assertRefused(ThrowingCallable call, EditStatus status, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EditRefusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.message()).isEqualTo(message);
        });
    }

    @Test
    void anAnchorMeansALogicalLine() {
        assertThat(SCRIPT.find(Anchor.of("~check"))).isEqualTo(new LineRange(2, 4));
        assertThat(SCRIPT.find(Anchor.of("make install"))).isEqualTo(new LineRange(5, 6));
        assertThat(SCRIPT.find(Anchor.of("~test +-d"))).isEqualTo(new LineRange(1, 2));
    }

    @Test
    void aRangeEndsWithTheFirstLineBelow() {
        assertThat(SCRIPT.range(Anchor.of("^if"), Optional.of("fi"))).isEqualTo(new LineRange(1, 5));
        assertThat(SCRIPT.range(Anchor.of("make install"), Optional.of("fi"))).isEqualTo(new LineRange(5, 7));
        assertThat(SCRIPT.range(Anchor.of("make install"), Optional.empty())).isEqualTo(new LineRange(5, 6));
        assertRefused(
                () -> SCRIPT.range(Anchor.of("make install"), Optional.of("done")),
                EditStatus.ANCHOR_MISSING,
                "recipe/build.sh has no line 'done' below line 6");
    }

    @Test
    void severalHitsAreShown() {
        assertRefused(
                () -> SCRIPT.find(Anchor.of("fi")),
                EditStatus.ANCHOR_AMBIGUOUS,
                "recipe/build.sh has 2 lines 'fi': line 5: fi; line 7: fi");
        assertRefused(
                () -> SCRIPT.find(Anchor.of("~i")),
                EditStatus.ANCHOR_AMBIGUOUS,
                "recipe/build.sh has 5 lines '~i': line 1: #!/bin/sh; line 2: if test -d t; then; line 5: fi; …");
    }

    @Test
    void aNumberThatThereIsNotIsToldWithThoseThatThereAre() {
        Anchor third = new Anchor("fi", OptionalInt.of(3), Optional.empty(), Optional.empty());
        assertRefused(
                () -> SCRIPT.find(third),
                EditStatus.ANCHOR_MISSING,
                "recipe/build.sh has 2 lines 'fi', no number 3: line 5: fi; line 7: fi");
    }

    @Test
    void boundsAreLookedForFirst() {
        Anchor bounded = new Anchor("fi", OptionalInt.empty(), Optional.of("make install"), Optional.empty());
        assertThat(SCRIPT.find(bounded)).isEqualTo(new LineRange(6, 7));
        assertRefused(
                () -> SCRIPT.find(new Anchor("fi", OptionalInt.empty(), Optional.of("make instal"), Optional.empty())),
                EditStatus.ANCHOR_MISSING,
                "recipe/build.sh has no line 'make instal'");
        assertRefused(
                () -> SCRIPT.find(
                        new Anchor("^make", OptionalInt.empty(), Optional.of("make install"), Optional.empty())),
                EditStatus.ANCHOR_MISSING,
                "recipe/build.sh has no line '^make' within its bounds");
    }

    @Test
    void whatResemblesTheAnchorIsNamed() {
        assertThatThrownBy(() -> SCRIPT.find(Anchor.of("make instal")))
                .isInstanceOfSatisfying(
                        EditRefusal.class,
                        refusal -> assertThat(refusal.nearMisses()).first().isEqualTo(new NearMiss("make install", 6)));
    }

    @Test
    void linesGoBelowAShebangToTheEndOrBesideALine() {
        assertThat(SCRIPT.index(new Place<>(Place.Where.START, Optional.empty())))
                .isEqualTo(1);
        assertThat(ScriptText.of("x", "make\n").index(new Place<>(Place.Where.START, Optional.empty())))
                .isZero();
        assertThat(ScriptText.of("x", "").index(new Place<>(Place.Where.START, Optional.empty())))
                .isZero();
        assertThat(SCRIPT.index(new Place<>(Place.Where.END, Optional.empty()))).isEqualTo(7);
        assertThat(SCRIPT.index(new Place<>(Place.Where.BEFORE, Optional.of(Anchor.of("~check")))))
                .isEqualTo(2);
        assertThat(SCRIPT.index(new Place<>(Place.Where.AFTER, Optional.of(Anchor.of("~check")))))
                .isEqualTo(4);
        assertThat(ScriptText.of("x", "a\r\nb\r\n")
                        .insert(new Place<>(Place.Where.AFTER, Optional.of(Anchor.of("a"))), List.of("c"))
                        .text())
                .isEqualTo("a\r\nc\r\nb\r\n");
    }

    @Test
    void aBlockIsFoundWithOtherWhiteSpaceAroundItsLines() {
        assertThat(SCRIPT.blocks(List.of("make \\", "check"))).containsExactly(new LineRange(2, 4));
        assertThat(SCRIPT.blocks(List.of("fi"))).containsExactly(new LineRange(4, 5), new LineRange(6, 7));
        assertThat(SCRIPT.blocks(List.of("fi", "fi"))).isEmpty();
        assertThat(SCRIPT.texts(new LineRange(2, 4))).containsExactly("  make \\", "    check");
    }

    @Test
    void linesAtTheEndsThatStayKeepTheirOwnLineEnds() {
        ScriptText mixed = ScriptText.of("x", "a\r\nb\nc\r\n");
        assertThat(mixed.with(new LineRange(0, 3), List.of("a", "x", "c")).text())
                .isEqualTo("a\r\nx\r\nc\r\n");
        assertThat(mixed.with(new LineRange(0, 3), List.of("a", "b", "new", "c"))
                        .text())
                .isEqualTo("a\r\nb\nnew\r\nc\r\n");
    }
}
