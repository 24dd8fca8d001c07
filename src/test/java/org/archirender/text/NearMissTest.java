package org.archirender.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearMissTest {
    @Test
    void findsATypingError() {
        assertThat(NearMiss.of("requirments", List.of("source", "build", "requirements", "about")))
                .containsExactly("requirements");
    }

    @Test
    void namesAtMostThreeTheNearestFirst() {
        assertThat(NearMiss.of("libpng", List.of("libpnga", "libpng", "libxpngaa", "libjpg", "zlib", "libpngab")))
                .containsExactly("libpng", "libpnga", "libjpg");
    }

    @Test
    void equallyNearOnesComeInTheirNaturalOrder() {
        assertThat(NearMiss.of("host", List.of("hosu", "hosa", "hosm"))).containsExactly("hosa", "hosm", "hosu");
    }

    @Test
    void caseAndRepetitionsDoNotCount() {
        assertThat(NearMiss.of("LIBPNG", List.of("libpng", "libpng"))).containsExactly("libpng");
    }

    @Test
    void aPartOfALongerLineIsNear() {
        assertThat(NearMiss.of("./configure", List.of("./configure --prefix=$PREFIX --disable-static || exit 1")))
                .containsExactly("./configure --prefix=$PREFIX --disable-static || exit 1");
    }

    @Test
    void whatIsHalfWrongIsNotNear() {
        assertThat(NearMiss.of("zlib", List.of("openssl", "", "curl"))).isEmpty();
    }

    @Test
    void asksAsOneWouldAsk() {
        assertThat(NearMiss.question(List.of())).isEmpty();
        assertThat(NearMiss.question(List.of("a"))).isEqualTo("did you mean 'a'?");
        assertThat(NearMiss.question(List.of("a", "b", "c"))).isEqualTo("did you mean 'a', 'b' or 'c'?");
    }

    @Property
    void theOrderOfTheCandidatesDoesNotMatter(@ForAll String wanted, @ForAll List<String> candidates) {
        List<String> reversed = new java.util.ArrayList<>(candidates);
        java.util.Collections.reverse(reversed);
        assertThat(NearMiss.of(wanted, reversed)).isEqualTo(NearMiss.of(wanted, candidates));
    }
}
