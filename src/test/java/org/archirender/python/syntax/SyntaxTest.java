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
                0x1F             => not supported: a number such as 0x…
                0o17             => not supported: a number such as 0o…
                0b101            => not supported: a number such as 0b…
                1_000            => not supported: a number such as 1_…
                00               => 0
                1.50             => 1.5
                .5               => not supported: the operator '.' here
                1.               => 1.0
                1e3              => not supported: a number such as 1e…
                1E-2             => not supported: a number such as 1E…
                True             => True
                None             => None
                ...              => not supported: printing a value of type builtin_function_or_method
                'a'              => 'a'
                "it's"           => "it's"
                'a' "b"          => 'ab'
                '''a'b'''        => not supported: a string in triple quotes
                r'\\d'            => not supported: a string with the prefix 'r'
                u'x'             => not supported: a string with the prefix 'u'
                ()               => ()
                (1,)             => (1,)
                1, 2             => (1, 2)
                [1, 2,]          => [1, 2]
                {}               => {}
                {'a': 1, 'b': 2,} => {'a': 1, 'b': 2}
                {1}              => not supported: a set
                """);
    }

    @Test
    void escapesInStrings() {
        check("""
                '\\t|\\n|\\r|\\\\'   => '\\t|\\n|\\r|\\\\'
                '\\x41\\u0042\\U00000043' => not supported: the escape '\\x' in a string
                '\\101'           => not supported: the escape '\\1' in a string
                '\\d'             => '\\\\d'
                '\\''             => "'"
                '\\x4'            => not supported: the escape '\\x' in a string
                '\\N{DASH}'       => not supported: the escape '\\N' in a string
                '\\a\\b\\v\\f\\0'     => not supported: the escape '\\0' in a string
                'é\\x7f\\u200b'    => not supported: the escape '\\x' in a string
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
                0or 3            => not supported: a number such as 0o…
                0x               => not supported: a number such as 0x…
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
                a[]              => not supported: an empty subscript
                x.1              => SyntaxError
                """);
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        check("""
                lambda: 1        => not supported: lambda expressions
                f'a'             => not supported: a string with the prefix 'f'
                b'a'             => not supported: a string with the prefix 'b'
                1j               => not supported: a number such as 1j…
                (x for x in y)   => not supported: a comprehension
                print(1)         => not supported: calling print()
                'a'.encode()     => not supported: the method 'encode' of a str
                'a'.__class__    => not supported: the method '__class__' of a str
                [1].__class__    => not supported: the method '__class__' of a list
                {1, 2}           => not supported: a set
                """);
    }
}
