package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClaimedTextTest {
    @Test
    void whatTheBaseHasIsNobodys() {
        assertThat(ClaimedText.of("a\nb\n").overwritten("", true)).isEmpty();
    }

    @Test
    void whatAnEditWroteIsItsOwn() {
        ClaimedText text = ClaimedText.of("a\nb\n").after("a\nnew\nb\n", 7);
        assertThat(text.overwritten("a\nb\n", false)).hasValue(7);
        assertThat(text.overwritten("a\nnow\nb\n", false)).hasValue(7);
        assertThat(text.overwritten("a\nnew\nc\n", false)).isEmpty();
        assertThat(text.overwritten("a\nnew\nmore\nb\n", false)).isEmpty();
    }

    @Test
    void wordsOfOneLineMayBeSeveralEdits() {
        ClaimedText text = ClaimedText.of("./configure --a --b\n").after("./configure --x --b\n", 3);
        assertThat(text.overwritten("./configure --x --y\n", false)).isEmpty();
        assertThat(text.overwritten("./configure --x --y\n", true)).hasValue(3);
        assertThat(text.overwritten("./configure --z --b\n", false)).hasValue(3);
    }

    @Test
    void ownersMoveWithTheirLines() {
        ClaimedText text = ClaimedText.of("a\nb\nc\n").after("a\nB\nc\n", 1).after("x\ny\na\nB\nc\n", 2);
        assertThat(text.overwritten("x\ny\na\nc\n", false)).hasValue(1);
        assertThat(text.overwritten("y\na\nB\nc\n", false)).hasValue(2);
        assertThat(text.overwritten("x\ny\na\nB\n", false)).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a\n", "b\n", "a", "\r\n", "\ud83d\ude00\n")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void nothingIsOverwrittenByDoingNothing(
            @ForAll("texts") String one, @ForAll("texts") String two, @ForAll("texts") String three) {
        ClaimedText text = ClaimedText.of(one).after(two, 1).after(three, 2);
        assertThat(text.overwritten(three, true)).isEmpty();
    }
}
