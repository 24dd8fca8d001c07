package org.archirender.python.syntax;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** What may be written, checked against what Python 3.11 takes. */
class SyntaxTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
    }

    @Test
    void literals() {
        check("""
                1                => 1
                0x1F             => 31
                0o17             => 15
                0b101            => 5
                1_000            => 1000
                00               => 0
                1.50             => 1.5
                .5               => 0.5
                1.               => 1.0
                1e3              => 1000.0
                1E-2             => 0.01
                True             => True
                None             => None
                ...              => not supported
                'a'              => 'a'
                "it's"           => "it's"
                'a' "b"          => 'ab'
                '''a'b'''        => "a'b"
                r'\\d'            => '\\\\d'
                u'x'             => 'x'
                ()               => ()
                (1,)             => (1,)
                1, 2             => (1, 2)
                [1, 2,]          => [1, 2]
                {}               => {}
                {'a': 1, 'b': 2,} => {'a': 1, 'b': 2}
                {1}              => {1}
                """);
    }

    @Test
    void escapesInStrings() {
        check("""
                '\\t|\\n|\\r|\\\\'   => '\\t|\\n|\\r|\\\\'
                '\\x41\\u0042\\U00000043' => 'ABC'
                '\\101'           => 'A'
                '\\d'             => '\\\\d'
                '\\''             => "'"
                '\\x4'            => SyntaxError
                '\\N{DASH}'       => not supported
                '\\a\\b\\v\\f\\0'     => '\\x07\\x08\\x0b\\x0c\\x00'
                'é\\x7f\\u200b'    => 'é\\x7f\\u200b'
                """);
    }

    @Test
    void keywordsMayFollowNumbersDirectly() {
        check("""
                1and 2           => 2
                0 or 3           => 3
                1if 1else 2      => 1
                1in[1]           => True
                """);
    }

    @Test
    void syntaxErrors() {
        check("""
                1 +              => SyntaxError
                (1               => SyntaxError
                1)               => SyntaxError
                a b              => SyntaxError
                py=27            => SyntaxError
                012              => SyntaxError
                2.1.3            => SyntaxError
                1abc             => SyntaxError
                0or 3            => SyntaxError
                0x               => SyntaxError
                'a               => SyntaxError
                a ? b            => SyntaxError
                $a               => SyntaxError
                not              => SyntaxError
                a == not b       => SyntaxError
                1 if 2           => SyntaxError
                class            => SyntaxError
                f(a=1, 2)        => SyntaxError
                [1 2]            => SyntaxError
                {1: 2, 3}        => SyntaxError
                a[]              => SyntaxError
                x.1              => SyntaxError
                """);
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        check("""
                lambda: 1        => not supported
                f'a'             => not supported
                b'a'             => not supported
                1j               => not supported
                (x for x in y)   => not supported
                print(1)         => not supported
                'a'.encode()     => not supported
                'a'.__class__    => not supported
                [1].__class__    => not supported
                {1, 2}           => not supported
                """);
    }
}
