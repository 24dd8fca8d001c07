package org.archirender.variant.file;

import static org.archirender.variant.Configs.combined;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.variant.Configs;
import org.junit.jupiter.api.Test;

class FileSplitterTest {
    private static List<String> split(String space, String... loopKeys) {
        return FileSplitter.split(combined(space), Set.of(loopKeys)).stream()
                .map(file -> Configs.texts(file).toString())
                .toList();
    }

    @Test
    void aLoopKeyHasOneValueAFile() {
        assertThat(split("mpi: [nompi, mpich]\nzlib: [1]\n", "mpi"))
                .containsExactly("{mpi=[mpich], zlib=[1]}", "{mpi=[nompi], zlib=[1]}");
    }

    @Test
    void loopKeysMultiply() {
        assertThat(split("a: [1, 2]\nb: [x, y]\n", "a", "b"))
                .containsExactlyInAnyOrder("{a=[1], b=[x]}", "{a=[1], b=[y]}", "{a=[2], b=[x]}", "{a=[2], b=[y]}");
    }

    @Test
    void otherListsStayTogetherAndAreSortedAsTexts() {
        assertThat(split("python: [3.9, 3.10, 3.9]\n")).containsExactly("{python=[3.10, 3.9]}");
    }

    @Test
    void aZipGroupSplitsByItsLoopKeys() {
        assertThat(split("a: [2, 1, 2]\nb: [z, y, x]\nzip_keys: [[a, b]]\n", "a"))
                .containsExactlyInAnyOrder("{a=[1], b=[y]}", "{a=[2, 2], b=[x, z]}");
    }

    @Test
    void aZipGroupWithoutLoopKeyIsSortedByRowsInItsOwnOrder() {
        assertThat(split("a: [1, 2, 1]\nb: [3, 2, 1]\nzip_keys: [[b, a]]\n"))
                .containsExactly("{a=[1, 2, 1], b=[1, 2, 3]}");
        assertThat(split("a: [1, 2, 1]\nb: [3, 2, 1]\nzip_keys: [[a, b]]\n"))
                .containsExactly("{a=[1, 1, 2], b=[1, 3, 2]}");
    }

    @Test
    void equalRowsOfAZipGroupCountOnce() {
        assertThat(split("a: [1, 1]\nb: [2, 2]\nzip_keys: [[a, b]]\n")).containsExactly("{a=[1], b=[2]}");
    }

    @Test
    void aLoopKeyWithoutValuesDoesNotCount() {
        assertThat(split("a: [1]\n", "b")).containsExactly("{a=[1]}");
    }

    @Provide
    static Arbitrary<List<String>> pythons() {
        return Arbitraries.shuffle("3.8", "3.9", "3.10", "3.11");
    }

    @Property
    void theOrderOfValuesDoesNotMatter(@ForAll("pythons") List<String> order) {
        String shuffled =
                "python: " + order + "\nnumpy: " + order + "\nperl: " + order + "\nzip_keys: [[python, numpy]]\n";
        assertThat(split(shuffled, "python"))
                .containsExactlyInAnyOrder(
                        "{numpy=[3.10], perl=[3.10, 3.11, 3.8, 3.9], python=[3.10]}",
                        "{numpy=[3.11], perl=[3.10, 3.11, 3.8, 3.9], python=[3.11]}",
                        "{numpy=[3.8], perl=[3.10, 3.11, 3.8, 3.9], python=[3.8]}",
                        "{numpy=[3.9], perl=[3.10, 3.11, 3.8, 3.9], python=[3.9]}");
    }
}
