package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "/etc/passwd | is absolute",
                "C:/x | 'has a part that begins with a drive letter, as of Windows'",
                "a/c:x | 'has a part that begins with a drive letter, as of Windows'",
                "a/../../b | has a part '..', which may leave the tree",
                "./a | has a part '.', which may leave the tree",
                "a//b | has an empty part",
                "a\\b | has a backslash or a control character",
                ".GIT/config | goes into .git"
            })
    void refusesWhatLeavesTheTree(String path, String wrong) {
        assertThatThrownBy(() -> TreePath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path '" + path + "' " + wrong);
    }

    /** Every way to write .git that a disk takes for the real one, and names that no disk holds or that are another's. */
    @ParameterizedTest
    @MethodSource("oddNames")
    void refusesANameThatIsAnotherOneOnSomeDisk(String path, String wrong) {
        assertThat(TreePath.wrongWith(path)).isEqualTo(wrong);
        assertThat(TreePath.wrongWith("recipe/" + path)).isEqualTo(wrong);
    }

    static Stream<Arguments> oddNames() {
        String control = "has a backslash or a control character";
        return Stream.of(
                Arguments.of(".GiT/config", "goes into .git"),
                Arguments.of("git~1/config", "goes into .git"),
                Arguments.of("GIT~1", "goes into .git"),
                Arguments.of(".git. ", "goes into .git"),
                Arguments.of(".git /config", "goes into .git"),
                Arguments.of(".g\u200cit/config", "goes into .git"),
                Arguments.of("\ufeff.git", "goes into .git"),
                Arguments.of("a\nb", control),
                Arguments.of("a\u0085b", control),
                Arguments.of("a\u2028b", control),
                Arguments.of("a\ud800b", "is not UTF-8 text"),
                Arguments.of("a\ufffdb", "is not UTF-8 text"),
                Arguments.of("é".repeat(128), "has a name longer than 255 bytes"),
                Arguments.of("a/".repeat(500) + "b", "is longer than 1000 bytes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gitignore",
                ".gitattributes",
                ".gitmodules",
                "git",
                "a.",
                "b ",
                "aux.c",
                "über/n\u0303",
                "a'b\"c$d"
            })
    void takesWhatIsOddAndHarmless(String path) {
        assertThat(TreePath.of(path).value()).isEqualTo(path);
    }

    @Test
    void printsWhatATerminalWouldObeyAsItsNumber() {
        assertThat(TreePath.printable("a\u001b[31m\n\u202eb\ud83d\ude00"))
                .isEqualTo("a\\u001b[31m\\u000a\\u202eb\ud83d\ude00");
    }

    @Test
    void namesItsLastPart() {
        assertThat(TreePath.of("recipe/build.sh").name()).isEqualTo("build.sh");
        assertThat(TreePath.of("recipe/build.sh").isUnder("recipe")).isTrue();
        assertThat(TreePath.of("recipes/build.sh").isUnder("recipe")).isFalse();
    }

    @Test
    void mayGetLongerBelowAFolder() {
        String longest = "a".repeat(255);
        assertThat(TreePath.of(longest + ".ftl").under(longest.repeat(4)).isUnder(longest.repeat(4)))
                .isTrue();
    }
}
