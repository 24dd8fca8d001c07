package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Expressions where Jinja differs from Python, checked against what Jinja 3.1 gives. */
class TemplateExpressionsTest {
    private static void check(String table) {
        Python.check(table, Templates::print);
    }

    @Test
    void valuesPrintAsPythonPrintsThem() {
        check("""
                name          => libExample
                number        => 7
                1.0           => 1.0
                flag          => True
                nothing       => None
                true          => True
                none          => None
                ['a', 1]      => ['a', 1]
                ('a',)        => ('a',)
                1, 2          => (1, 2)
                1,            => (1,)
                {'a': none}   => {'a': None}
                'it''s'       => its
                "it's"        => it's
                ()            => ()
                table.items() => dict_items([('x', 1), ('items', 2)])
                """);
    }

    @Test
    void attributesComeBeforeItemsAndItemsBeforeAttributes() {
        check("""
                table.x                    => 1
                table['x']                 => 1
                table['items']             => 2
                table.get('items')         => 2
                table.get('nosuch', 5)     => 5
                table.items() | list       => [('x', 1), ('items', 2)]
                name['upper']()            => LIBEXAMPLE
                name.upper()               => LIBEXAMPLE
                words.0                    => pear
                words.0.0                  => p
                words[0][0]                => p
                words[-1]                  => fig
                name[0]                    => l
                name[:3]                   => lib
                name[-2:]                  => le
                version.split('.')[1]      => 10
                version.split('.')[-1]     => 2
                words['append'] is defined => True
                words.append('x') or ''    =>\s
                {'a': {'b': [5]}}.a.b.0    => 5
                """);
    }

    @Test
    void precedence() {
        check("""
                1 + 2 ~ 3             => ! TypeError
                'a' + 2 ~ 3           => a23
                'a' ~ 2 + 3           => ! TypeError
                2 ~ 3 * 2             => 26
                1 + 2 * 3             => 7
                2 ** 3 ** 2           => 64
                -2 ** 2               => 4
                2 * 3 ** 2            => 18
                10 - 2 - 3            => 5
                7 // 2 * 2            => 6
                7 % 4 + 1             => 4
                1 + '2' | int         => 3
                -1 | abs              => 1
                not number == 7       => False
                not 1 in [1]          => False
                1 in [1] and 2 in [1] => False
                1 == 1 in [1]         => True
                1 < 2 < 3             => True
                1 < 2 > 3             => False
                'a' in 'abc' == true  => False
                1 or 0 and 0          => 1
                not 0 and 0           => 0
                'a' 'b' "c"           => abc
                'a' 'b' ~ 'c'         => abc
                [1, 2][0]             => 1
                'a,b'.split(',')[1]   => b
                (1, 2)                => (1, 2)
                (1)                   => 1
                {'a': 1,}             => {'a': 1}
                [1,]                  => [1]
                -number               => -7
                --number              => 7
                - 5 + 5               => 0
                """);
    }

    @Test
    void conditions() {
        check("""
                1 if flag                        => 1
                1 if not flag                    =>\s
                (1 if not flag) is undefined     => True
                1 if 0 else 2                    => 2
                1 if 0 else 2 if 0 else 3        => 3
                1 if 0 else (2 if 0)             =>\s
                'a' if number > 5 else 'b' ~ 'c' => a
                ('a' if 0 else 'b') ~ 'c'        => bc
                [1 if flag, 2]                   => [1, 2]
                1, 2 if 0 else 3                 => (1, 3)
                'x' if 'a' in name else 'y'      => x
                number + 100 if flag else number => 107
                1 if flag if 0 else 2            => 2
                """);
    }

    @Test
    void arithmetic() {
        check("""
                number + 1                      => 8
                number - 10                     => -3
                number * 2                      => 14
                number / 2                      => 3.5
                number // 2                     => 3
                number % 4                      => 3
                2 ** 10                         => 1024
                number + 0.5                    => 7.5
                'a' + 'b'                       => ab
                [1] + [2]                       => [1, 2]
                'ab' * 2                        => abab
                ['x'] * (number == 7)           => ['x']
                ['x'] * (number == 8)           => []
                version.split('.')[0] | int + 1 => 2
                1 / 0                           => ! ZeroDivisionError
                1 + 'a'                         => ! TypeError
                'a' + 1                         => ! TypeError
                none + 1                        => ! TypeError
                1 - 'a'                         => ! TypeError
                """);
    }

    @Test
    void literals() {
        check("""
                310      => 310
                00       => 0
                1.50     => 1.5
                3.10     => 3.1
                'a\\tb'  => a\tb
                '\\d\\.' => \\d\\.
                'é'      => é
                "a\\"b"  => a"b
                True     => True
                true     => True
                False    => False
                None     => None
                'a       => ! SyntaxError
                012      => ! SyntaxError
                1_000    => ! not supported: a number such as 1_…
                0x1f     => ! not supported: a number such as 0x…
                1.5e3    => ! not supported: a number such as 1e…
                1e3      => ! not supported: a number such as 1e…
                '\\x41'  => ! not supported: the escape '\\x' in a string
                '\\é'    => ! not supported: the escape '\\é' in a string
                """);
    }

    @Test
    void callsAndTheirArguments() {
        check("""
                'a-b'.split('-')                => ['a', 'b']
                'a-b'.split(sep='-')            => ['a', 'b']
                'a-b-c'.split('-', 1)           => ['a', 'b-c']
                'a-b-c'.rsplit('-', maxsplit=1) => ['a-b', 'c']
                '{}-{a}'.format(1, a=2)         => 1-2
                'a-b'.split(sep='-', sep='-')   => ! TypeError
                'a'.upper(1)                    => ! TypeError
                'a'.upper                       => ! not supported: printing a value of type builtin_function_or_method
                number()                        => ! TypeError
                name()                          => ! TypeError
                none()                          => ! TypeError
                'a'.nosuch()                    =>\s
                """);
    }

    @Test
    void whatRecipesDoNotUseIsRefused() {
        check("""
                name[::2]              => ! not supported: a slice with a step
                words[0, 1]            => ! not supported: several values in a subscript
                words[]                => ! not supported: an empty subscript
                +number                => ! not supported: the operator '+' here
                ~number                => ! not supported: the operator '~' here
                [x for x in words]     => ! not supported: a comprehension
                name.title()           => ! not supported: the method 'title' of a str
                name.find('E')         => ! not supported: the method 'find' of a str
                name.zfill(5)          => ! not supported: the method 'zfill' of a str
                words.extend([1])      => ! not supported: the method 'extend' of a list
                words.sort()           => ! not supported: the method 'sort' of a list
                table.update(x=2)      => ! not supported: the method 'update' of a dict
                table.pop('x')         => ! not supported: the method 'pop' of a dict
                name.__class__         => ! not supported: the method '__class__' of a str
                words.__len__()        => 3
                name.__len__()         => 10
                table | length ~ words => 2['pear', 'Apple', 'fig']
                'a'.upper(*words)      => ! not supported: arguments with a star
                dict(**table)          => ! not supported: arguments with a star
                """);
    }

    @Test
    void longChainsAndDeepBracketsAreRefused() {
        for (String deep : new String[] {
            "(".repeat(500) + "1" + ")".repeat(500),
            "[".repeat(500) + "]".repeat(500),
            "not ".repeat(500) + "1",
            "-".repeat(500) + "1",
            "1" + " + 1".repeat(500),
            "a" + ".b".repeat(500),
            "1 if 1 else ".repeat(500) + "1",
            "1" + " | string".repeat(500)
        }) {
            assertThat(Templates.print(deep)).as(deep.substring(0, 20)).isEqualTo("! limit");
        }
    }
}
