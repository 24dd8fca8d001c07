package org.archirender.conda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CondaVersionTest {
    /** In ascending order, from the documentation of conda's order and from its corners. */
    private static final List<String> ASCENDING = List.of(
            "0.4",
            "0.4.1.rc",
            "0.4.1",
            "0.5*",
            "0.5dev",
            "0.5a1",
            "0.5b3",
            "0.5C1",
            "0.5",
            "0.5post",
            "0.9.6",
            "0.960923",
            "1.0",
            "1.0+1",
            "1.0+1.1",
            "1.1*",
            "1.1dev1",
            "1.1_",
            "1.1a1",
            "1.1.0dev1",
            "1.1.a1",
            "1.1.0rc1",
            "1.1",
            "1.1.post1",
            "1.1post1",
            "1.2",
            "1.10",
            "1996.07.12",
            "20250627",
            "99999999999999999999",
            "1!0.4.1",
            "1!3.1.1.6",
            "2!0.4.1");

    private static CondaVersion version(String text) {
        return CondaVersion.parse(text).orElseThrow();
    }

    @Test
    void versionsSortAsCondaSortsThem() {
        List<CondaVersion> versions = new ArrayList<>(
                ASCENDING.stream().map(CondaVersionTest::version).toList());
        Collections.reverse(versions);
        Collections.sort(versions);
        assertThat(versions).extracting(CondaVersion::toString).containsExactlyElementsOf(ASCENDING);
    }

    @Test
    void everyStepOfTheOrderIsStrict() {
        for (int i = 1; i < ASCENDING.size(); i++) {
            assertThat(version(ASCENDING.get(i - 1))).isLessThan(version(ASCENDING.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.4.0",
        "0.4.1.rc, 0.4.1.RC",
        "1.1.0dev1, 1.1.dev1",
        "1.1.0post1, 1.1.post1",
        "1, 1.0.0",
        "0!1, 1",
        "1.2_3, 1.2.3",
        "1-2, 1_2",
        "01.2, 1.2",
        "1.0+0, 1.0",
        "' 1.0 ', 1.0"
    })
    void spellingsOfTheSameVersionAreEqual(String left, String right) {
        assertThat(version(left)).isEqualByComparingTo(version(right)).isEqualTo(version(right));
        assertThat(version(left)).hasSameHashCodeAs(version(right));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1 2", "1..2", ".1", "1.", "_1.", "1-2_3", "a!1", "1!2!3", "1+2+3", "+1", "1+", "1!", "é",
                "1,2"
            })
    void whatCondaRefusesIsNoVersion(String text) {
        assertThat(CondaVersion.parse(text)).isEmpty();
    }

    @Test
    void theTextIsKeptAsItWas() {
        assertThat(version(" 1.0RC1 ")).hasToString(" 1.0RC1 ");
    }

    @Provide
    static Arbitrary<CondaVersion> versions() {
        Arbitrary<String> component =
                Arbitraries.of("0", "1", "2", "10", "dev", "post", "a", "rc1", "1a", "0a", "*", "1_");
        return component
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> CondaVersion.parse(String.join(".", parts)))
                .filter(java.util.Optional::isPresent)
                .map(java.util.Optional::orElseThrow);
    }

    @Property
    void theOrderIsTheSameFromBothSides(@ForAll("versions") CondaVersion a, @ForAll("versions") CondaVersion b) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
    }

    @Property
    void theOrderIsTransitive(
            @ForAll("versions") CondaVersion a,
            @ForAll("versions") CondaVersion b,
            @ForAll("versions") CondaVersion c) {
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
        }
    }
}
