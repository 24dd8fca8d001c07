package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a, a, true",
                "`'a'`, a, true",
                "`\"a\"`, `'a'`, true",
                "`a  b`, `a b`, true",
                "` a `, a, true",
                "`'a' 'b'`, `a' 'b`, false",
                "a, b, false",
                "1.0, 1, false",
                "`\"`, `\"`, true"
            })
    void quotesAndWhiteSpaceMakeNoOtherValue(String one, String other, boolean same) {
        assertThat(Values.same(one, other)).isEqualTo(same);
        assertThat(Values.same(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a  # [win]`, true",
                "`a\t# note`, true",
                "a#b, false",
                "`'a # b'`, false",
                "`'a' # b`, true",
                "# a, false"
            })
    void aCommentStandsBehindABlank(String value, boolean comment) {
        assertThat(Values.hasComment(value)).isEqualTo(comment);
    }

    /** A block's lines may begin with a mark that is none of YAML's. */
    @ParameterizedTest
    @CsvSource({"|", ">"})
    void aBlockHasNoCommentOfItsOwn(String mark) {
        assertThat(Values.hasComment(mark + "\n  make # all\n")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"1.0\"`, 1.1, `\"1.1\"`",
                "`'1.0'`, 1.1, `'1.1'`",
                "1.0, 1.1, 1.1",
                "`\"1.0\"`, `'1.1'`, `'1.1'`",
                "`\"1.0\"`, `{{ x }}`, `{{ x }}`",
                "`\"1.0\"`, `environ['X']`, `environ['X']`"
            })
    void aBareWordTakesTheOldQuotes(String old, String value, String written) {
        assertThat(Values.likeOld(old, value)).isEqualTo(written);
    }
}
