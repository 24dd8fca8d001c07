package org.archirender.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearMissTest {
    private static List<String> near(String wanted, List<String> candidates) {
        return NearMiss.of(wanted, candidates).stream().map(NearMiss::text).toList();
    }

    @Test
    void findsATypingError() {
        assertThat(near("requirments", List.of("source", "build", "requirements", "about")))
                .containsExactly("requirements");
    }

    @Test
    void namesAtMostThreeTheNearestFirst() {
        assertThat(near("libpng", List.of("libpnga", "libpng", "libxpngaa", "libjpg", "zlib", "libpngab")))
                .containsExactly("libpng", "libpnga", "libjpg");
    }

    @Test
    void equallyNearOnesComeInTheirNaturalOrder() {
        assertThat(near("host", List.of("hosu", "hosa", "hosm"))).containsExactly("hosa", "hosm", "hosu");
    }

    @Test
    void caseAndRepetitionsDoNotCount() {
        assertThat(near("LIBPNG", List.of("libpng", "libpng"))).containsExactly("libpng");
    }

    @Test
    void aPartOfALongerLineIsNear() {
        assertThat(near("./configure", List.of("./configure --prefix=$PREFIX --disable-static || exit 1")))
                .containsExactly("./configure --prefix=$PREFIX --disable-static || exit 1");
    }

    @Test
    void whatIsHalfWrongIsNotNear() {
        assertThat(near("zlib", List.of("openssl", "", "curl"))).isEmpty();
    }

    @Test
    void asksAsOneWouldAsk() {
        assertThat(NearMiss.question(List.of())).isEmpty();
        assertThat(NearMiss.behind("no x", List.of())).isEqualTo("no x");
        assertThat(NearMiss.behind("no x", List.of(NearMiss.of("a")))).isEqualTo("no x; did you mean 'a'?");
        assertThat(NearMiss.question(List.of(NearMiss.of("a")))).isEqualTo("did you mean 'a'?");
        assertThat(NearMiss.question(List.of(NearMiss.of("a"), NearMiss.of("b"), NearMiss.of("c"))))
                .isEqualTo("did you mean 'a', 'b' or 'c'?");
    }

    @Test
    void theNumberOfALineStandsBesideWhatCanBePasted() {
        assertThat(NearMiss.question(List.of(new NearMiss("make", 7), new NearMiss("make -j2", 12))))
                .isEqualTo("did you mean 'make' (line 7) or 'make -j2' (line 12)?");
    }

    @Property
    void theOrderOfTheCandidatesDoesNotMatter(@ForAll String wanted, @ForAll List<String> candidates) {
        List<String> reversed = new java.util.ArrayList<>(candidates);
        java.util.Collections.reverse(reversed);
        assertThat(near(wanted, reversed)).isEqualTo(near(wanted, candidates));
    }
}
