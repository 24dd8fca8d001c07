package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Strings, checked against what Python 3.11 prints. */
class PyStrTest {
    /** All characters of the basic plane for which Python's {@code str.isspace} holds. */
    @Test
    void whiteSpaceIsPythons() {
        String spaces = IntStream.range(0, 0x10000)
                .filter(c -> PyStr.isSpace((char) c))
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining(" "));
        assertThat(spaces)
                .isEqualTo("9 a b c d 1c 1d 1e 1f 20 85 a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200a"
                        + " 2028 2029 202f 205f 3000");
    }

    @Test
    void whiteSpaceIsStripped() {
        assertThat(PyStr.strip(" \ta b\u00a0\u2003\n")).isEqualTo("a b");
        assertThat(PyStr.stripLeft(" a ")).isEqualTo("a ");
        assertThat(PyStr.stripRight(" a ")).isEqualTo(" a");
        assertThat(PyStr.strip("\u200b")).isEqualTo("\u200b");
        assertThat(PyStr.strip(" \u3000")).isEmpty();
    }

    /** Each of the characters at which Python's {@code str.splitlines} cuts. */
    @Test
    void linesEndWherePythonsDo() {
        assertThat(PyStr.splitLines("a\nb\rc\r\nd\u000be\ff\u001cg\u001dh\u001ei\u0085j\u2028k\u2029l"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        assertThat(PyStr.splitLines("a\u001fb\u00a0c")).containsExactly("a\u001fb\u00a0c");
    }

    @Test
    void aLineEndAtTheEndBeginsNoLine() {
        assertThat(PyStr.splitLines("")).isEmpty();
        assertThat(PyStr.splitLines("\n")).containsExactly("");
        assertThat(PyStr.splitLines("a\n")).containsExactly("a");
        assertThat(PyStr.splitLines("a\n\n")).containsExactly("a", "");
        assertThat(PyStr.splitLines("\r\r\n\n")).containsExactly("", "", "");
        assertThat(PyStr.splitLines("a\r")).containsExactly("a");
    }

    @Test
    void charactersAreCodePoints() {
        Python.check("""
                len('')     => 0
                len('abc')  => 3
                len('é')    => 1
                len('😀')    => 1
                len('a😀b')  => 3
                'abc'[0]    => 'a'
                'abc'[-1]   => 'c'
                'abc'[-3]   => 'a'
                'abc'[True] => 'b'
                '😀b'[0]     => '😀'
                '😀b'[1]     => 'b'
                'a😀b'[-2]   => '😀'
                'abc'[3]    => LookupError
                'abc'[-4]   => LookupError
                ''[0]       => LookupError
                'abc'['a']  => TypeError
                'abc'[1.0]  => TypeError
                'abc'[None] => TypeError
                'a😀b'[1:]   => '😀b'
                'a😀b'[:2]   => 'a😀'
                'a😀b'[:-1]  => 'a😀'
                'a😀b'[1:2]  => '😀'
                """, Python::outcome);
    }

    @Test
    void slices() {
        Python.check("""
                'abc'[1:]          => 'bc'
                'abc'[:2]          => 'ab'
                'abc'[:]           => 'abc'
                'abc'[1:2]         => 'b'
                'abc'[2:1]         => ''
                'abc'[-2:]         => 'bc'
                'abc'[:-1]         => 'ab'
                'abc'[-9:2]        => 'ab'
                'abc'[1:9]         => 'bc'
                'abc'[5:]          => ''
                'abc'[9:1]         => ''
                'abc'[None:2]      => 'ab'
                'abc'[1:None]      => 'bc'
                'abc'[True:]       => 'bc'
                'abc'['a':]        => TypeError
                'abc'[1.0:]        => TypeError
                'abc'[0:10 ** 30]  => 'abc'
                'abc'[-10 ** 30:1] => 'a'
                'abc'[::2]         => not supported: a slice with a step
                'abc'[::-1]        => not supported: a slice with a step
                """, Python::outcome);
    }

    @Test
    void iteratingGivesTheCharacters() {
        assertThat(new PyStr("a😀é").toList()).containsExactly(new PyStr("a"), new PyStr("😀"), new PyStr("é"));
        assertThat(PyStr.EMPTY.toList()).isEmpty();
    }

    @Test
    void theOrderIsOfCodePoints() {
        assertThat(PyStr.compare("\uffff", "😀")).isNegative();
        assertThat(PyStr.compare("😀", "\uffff")).isPositive();
        assertThat(PyStr.compare("😀", "😁")).isNegative();
        assertThat(PyStr.compare("a", "ab")).isNegative();
        assertThat(PyStr.compare("b", "ab")).isPositive();
        assertThat(PyStr.compare("a", "a")).isZero();
    }

    @Test
    void stringsAreOfBoundedLength() {
        assertThat(new PyStr("x".repeat(Limits.TEXT)).length()).isEqualTo(Limits.TEXT);
        assertThatThrownBy(() -> new PyStr("x".repeat(Limits.TEXT + 1)))
                .hasMessage("limit: a text of more than 1048576 characters");
    }
}
