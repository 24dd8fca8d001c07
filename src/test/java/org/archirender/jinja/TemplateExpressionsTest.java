package org.archirender.jinja;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Expressions where Jinja differs from Python, and undefined values as recipes see them. */
class TemplateExpressionsTest {
    private static void check(String table) {
        Python.check(table, Templates::print);
    }

    @Test
    void undefinedValuesPrintNothingAndStayUndefined() {
        check("""
                [missing]                => []
                missing[0]               =>\s
                missing['a'][:2]         =>\s
                missing()                =>\s
                missing + 1              =>\s
                'a' + missing            =>\s
                missing * 2              =>\s
                1 / missing              =>\s
                missing ** 2             =>\s
                -missing                 =>\s
                missing < 1              =>\s
                missing ~ 'a'            => a
                'x' if missing else 'y'  => y
                missing == other         => True
                missing == ''            => False
                missing == none          => False
                missing != 1             => True
                missing in [1]           => False
                1 in missing             => False
                '%s|' % missing          => |
                '%d' % missing           => 0
                'a'.join(missing)        =>\s
                """);
    }

    @Test
    void attributesOfUndefinedAreNone() {
        check("""
                missing.a                => None
                missing.a.b              =>\s
                missing.a()              => ! TypeError
                missing.a is none        => True
                missing.__class__        => ! not supported: the attribute '__class__' of 'missing', which is undefined
                """);
    }

    @Test
    void undefinedValuesDoNotDoEverything() {
        check("""
                missing - 1              => ! UndefinedError
                1 - missing              => ! UndefinedError
                missing in 'a'           => ! TypeError
                'a'.startswith(missing)  => ! TypeError
                'abc'[missing:]          => ! TypeError
                """);
    }

    @Test
    void whatIsNotThereIsUndefined() {
        check("""
                name.foo                 =>\s
                name['foo']              =>\s
                name[99]                 =>\s
                number[0]                =>\s
                nothing.foo              =>\s
                table.nosuch             =>\s
                table['nosuch']          =>\s
                words.0                  => pear
                words.9                  =>\s
                words[0, 1]              => ! not supported: several values in a subscript
                number[1:]               => ! TypeError
                """);
    }

    @Test
    void attributesComeBeforeItemsAndItemsBeforeAttributes() {
        check("""
                table.x                  => 1
                table['items']           => 2
                table.get('items')       => 2
                name['upper']()          => LIBEXAMPLE
                """);
    }

    @Test
    void precedence() {
        check("""
                1 + 2 ~ 3                => ! TypeError
                'a' + 2 ~ 3              => a23
                2 ~ 3 * 2                => 26
                2 ** 3 ** 2              => 64
                -2 ** 2                  => 4
                1 + '2' | int            => 3
                -'2' | int               => ! TypeError
                -1 | abs                 => 1
                not number == 7          => False
                not 1 in [1]             => False
                1 if 0                   =>\s
                1 if 0 else 2 if 0 else 3 => 3
                'a' 'b' "c"              => abc
                1 < 2 < 3                => True
                number is odd and flag   => True
                not missing is defined   => True
                7 // 2                   => 3
                [1, 2][0]                => 1
                'a,b'.split(',')[1]      => b
                (1, 2)                   => (1, 2)
                ()                       => ()
                {'a': 1,}                => {'a': 1}
                """);
    }

    @Test
    void literals() {
        check("""
                1_000                    => ! not supported: a number such as 1_…
                0x1f                     => ! not supported: a number such as 0x…
                1.5e3                    => ! not supported: a number such as 1e…
                1e3                      => ! not supported: a number such as 1e…
                '\\d\\x41'                => ! not supported: the escape '\\x' in a string
                '\\é'                     => ! not supported: the escape '\\é' in a string
                'é'                      => é
                True and true            => True
                """);
    }

    @Test
    void tests() {
        check("""
                missing is defined       => False
                number is defined        => True
                missing is undefined     => True
                nothing is none          => True
                number is not none       => True
                number is number         => True
                number is integer        => True
                1.5 is float             => True
                name is string           => True
                table is mapping         => ! not supported: the test 'mapping'
                words is sequence        => True
                number is iterable       => ! not supported: the test 'iterable'
                flag is boolean          => True
                flag is true             => True
                0 is false               => False
                number is odd            => True
                number is even           => False
                9 is divisibleby 3       => True
                number is eq 7           => True
                number is ne(7)          => False
                number is gt(6)          => True
                number is lessthan 8     => True
                1 is in [1]              => True
                nothing is sameas none   => ! not supported: the test 'sameas'
                'a' is lower             => ! not supported: the test 'lower'
                'A1' is upper            => ! not supported: the test 'upper'
                '1' is upper             => ! not supported: the test 'upper'
                'upper' is filter        => ! not supported: the test 'filter'
                'nosuch' is test         => ! not supported: the test 'test'
                number is none(1)        => ! TypeError
                range is callable        => ! not supported: the test 'callable'
                """);
    }

    @Test
    void globalsOfJinja() {
        check("""
                range(3) | list          => [0, 1, 2]
                range(1, 7, 2) | join    => ! not supported: the argument 'step' of range()
                dict(a=1)                => {'a': 1}
                cycler(1)                => ! not supported: calling cycler()
                """);
    }
}
