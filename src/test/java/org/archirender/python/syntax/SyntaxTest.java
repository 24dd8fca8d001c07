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
                1                 => 1
                00                => 0
                1.50              => 1.5
                1.                => 1.0
                310               => 310
                True              => True
                None              => None
                ...               => not supported: printing a value of type builtin_function_or_method
                'a'               => 'a'
                "a"               => 'a'
                "it's"            => "it's"
                'a' "b"           => 'ab'
                'a' 'b' 'c'       => 'abc'
                ''                => ''
                ()                => ()
                (1)               => 1
                (1,)              => (1,)
                1, 2              => (1, 2)
                1,                => (1,)
                (1, 2,)           => (1, 2)
                []                => []
                [1, 2,]           => [1, 2]
                [[1], []]         => [[1], []]
                {}                => {}
                {'a': 1, 'b': 2,} => {'a': 1, 'b': 2}
                {'a': {'b': 1}}   => {'a': {'b': 1}}
                {1: 2, 'x': (3,)} => {1: 2, 'x': (3,)}
                """);
    }

    @Test
    void escapesInStrings() {
        check("""
                '\\t|\\n|\\r|\\\\' => '\\t|\\n|\\r|\\\\'
                'a\\'b"c'          => 'a\\'b"c'
                "a\\"b'c"          => 'a"b\\'c'
                '\\a\\b\\v\\f'     => '\\x07\\x08\\x0b\\x0c'
                '\\d'              => '\\\\d'
                '\\.'              => '\\\\.'
                '\\S+\\s'          => '\\\\S+\\\\s'
                '\\e'              => '\\\\e'
                '\\('              => '\\\\('
                '\\\\.'            => '\\\\.'
                """);
    }

    @Test
    void spaceAndComments() {
        check("""
                1 +  2    => 3
                1+2       => 3
                ( 1 )     => 1
                1 # + 2   => 1
                'a#b'     => 'a#b'
                'a' # 'b' => 'a'
                [ 1 , 2 ] => [1, 2]
                1 ;       => SyntaxError
                """);
    }

    @Test
    void keywordsMayFollowNumbersDirectly() {
        check("""
                1and 2      => 2
                0or 3       => not supported: a number such as 0o…
                1if 1else 2 => 1
                1in[1]      => True
                1is 2       => False
                0 or 3      => 3
                """);
    }

    @Test
    void precedence() {
        check("""
                1 + 2 * 3                         => 7
                -2 ** 2                           => -4
                2 ** -(-1)                        => 2
                not 1 == 2                        => True
                not 1 in [2]                      => True
                1 == 1 == True                    => True
                (1 == 1) == True                  => True
                1 < 2 == 2                        => True
                1 | 2 == 3                        => True
                1 & 3 == 1                        => True
                1 if 0 else 2 if 0 else 3         => 3
                (1 if 0 else 2) if 1 else 3       => 2
                not 0 if 1 else 2                 => True
                1 or 2 if 0 else 3                => 3
                1, 2 if 0 else 3                  => (1, 3)
                'a' 'b' * 2                       => 'abab'
                -1 .real if 0 else 5              => 5
                'a,b'.split(',')[1].upper() + 'c' => 'Bc'
                -'abc'.__len__()                  => -3
                1 + 2 in [3]                      => True
                'a' + 'b' in 'cab'                => True
                """);
    }

    @Test
    void syntaxErrors() {
        check("""
                1 +                        => SyntaxError
                (1                         => SyntaxError
                1)                         => SyntaxError
                [1                         => SyntaxError
                [1)                        => SyntaxError
                {1: 2                      => SyntaxError
                a b                        => SyntaxError
                py=27                      => SyntaxError
                target_platform = "win-64" => SyntaxError
                unix x86_64                => SyntaxError
                012                        => SyntaxError
                2.1.3                      => SyntaxError
                1abc                       => SyntaxError
                0x                         => not supported: a number such as 0x…
                'a                         => SyntaxError
                "a'                        => SyntaxError
                a ? b                      => SyntaxError
                $a                         => SyntaxError
                a!b                        => SyntaxError
                not                        => SyntaxError
                and                        => SyntaxError
                1 and                      => SyntaxError
                or 1                       => SyntaxError
                a == not b                 => SyntaxError
                1 if 2                     => SyntaxError
                1 else 2                   => SyntaxError
                if 1                       => SyntaxError
                class                      => SyntaxError
                import os                  => SyntaxError
                f(a=1, 2)                  => SyntaxError
                [1 2]                      => SyntaxError
                {1: 2, 3}                  => SyntaxError
                {1: }                      => SyntaxError
                {: 1}                      => SyntaxError
                a.                         => SyntaxError
                a.1                        => SyntaxError
                (,)                        => SyntaxError
                [,]                        => SyntaxError
                in [1]                     => SyntaxError
                1 in                       => SyntaxError
                1 not 2                    => SyntaxError
                is 1                       => SyntaxError
                ''[                        => SyntaxError
                """);
    }

    @Test
    void whatRecipesDoNotUseIsRefused() {
        check("""
                0x1F                => not supported: a number such as 0x…
                0o17                => not supported: a number such as 0o…
                0b101               => not supported: a number such as 0b…
                1_000               => not supported: a number such as 1_…
                1e3                 => not supported: a number such as 1e…
                1.5E-2              => not supported: a number such as 1E…
                1j                  => not supported: a number such as 1j…
                .5                  => not supported: the operator '.' here
                r'\\d'              => not supported: a string with the prefix 'r'
                u'x'                => not supported: a string with the prefix 'u'
                b'a'                => not supported: a string with the prefix 'b'
                f'a'                => not supported: a string with the prefix 'f'
                R"a"                => not supported: a string with the prefix 'R'
                '''a'''             => not supported: a string in triple quotes
                '\\x41'             => not supported: the escape '\\x' in a string
                '\\u0042'           => not supported: the escape '\\u' in a string
                '\\101'             => not supported: the escape '\\1' in a string
                '\\0'               => not supported: the escape '\\0' in a string
                '\\N{DASH}'         => not supported: the escape '\\N' in a string
                {1, 2}              => not supported: a set
                {'a'}               => not supported: a set
                0 and {1, 2}        => 0
                [x for x in [1]]    => not supported: a comprehension
                (x for x in [1])    => not supported: a comprehension
                {x: 1 for x in [1]} => not supported: a comprehension
                {x for x in [1]}    => not supported: a comprehension
                len(x for x in [1]) => not supported: a comprehension
                lambda: 1           => not supported: lambda expressions
                +1                  => not supported: the operator '+' here
                ~1                  => not supported: the operator '~' here
                1 ^ 2               => not supported: the operator '^' here
                1 << 2              => not supported: the operator '<<' here
                1 @ 2               => not supported: the operator '@' here
                (x := 1)            => not supported: the operator ':=' here
                len(*[1])           => not supported: arguments with a star
                dict(**{})          => not supported: arguments with a star
                'abc'[::2]          => not supported: a slice with a step
                [1][0, 1]           => not supported: several values in a subscript
                a[]                 => not supported: an empty subscript
                print(1)            => not supported: calling print()
                'a'.encode()        => not supported: the method 'encode' of a str
                """);
    }
}
