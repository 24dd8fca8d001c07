package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Undefined values, checked against Jinja 3.1 with a class as lenient as conda-build's {@code UndefinedNeverFail}. */
class UndefinedValueTest {
    private static void check(String table) {
        Python.check(table, Templates::print);
    }

    @Test
    void theyPrintNothingAndAreFalse() {
        check("""
                missing                   =>\s
                [missing]                 => []
                (missing, 1)              => (, 1)
                {'a': missing}            => {'a': }
                missing ~ 'a'             => a
                missing ~ missing         =>\s
                'x' if missing else 'y'   => y
                not missing               => True
                missing or 'x'            => x
                missing and 'x'           =>\s
                '%s|' % missing           => |
                '{}|'.format(missing)     => |
                missing | string | length => 0
                """);
    }

    @Test
    void whatIsDoneWithThemStaysUndefined() {
        check("""
                missing[0] is undefined        => True
                missing['a'][:2] is undefined  => True
                missing() is undefined         => True
                missing('a', b=1) is undefined => True
                missing + 1                    =>\s
                'a' + missing                  =>\s
                1 + missing is undefined       => 2
                missing * 2 is undefined       =>\s
                2 * missing is undefined       => 2
                1 / missing is undefined       => 1.0
                missing / 0 is undefined       =>\s
                missing // 2 is undefined      =>\s
                missing % 2 is undefined       =>\s
                missing ** 2 is undefined      =>\s
                -missing is undefined          => True
                missing + missing is undefined =>\s
                [1] + missing                  =>\s
                missing + 'a' ~ '|'            =>\s
                """);
    }

    @Test
    void comparisonsWithThem() {
        check("""
                missing == other                  => True
                missing == ''                     => False
                missing == none                   => False
                missing == 0                      => False
                missing == false                  => False
                '' == missing                     => False
                missing != 1                      => True
                missing != other                  => False
                missing < 1                       =>\s
                1 < missing                       =>\s
                missing >= 'a'                    =>\s
                (missing < 1) is undefined        => True
                'x' if missing < 1 else 'y'       => y
                'x' if missing > missing else 'y' => y
                missing in [1]                    => False
                missing in [other]                => True
                1 in missing                      => False
                'a' not in missing                => True
                missing in 'a'                    => ! TypeError
                missing in table                  => False
                1 < 2 < missing                   =>\s
                """);
    }

    @Test
    void theyCountAsNothing() {
        check("""
                missing | int     => 0
                missing | float   => 0.0
                missing | list    => []
                missing | length  => 0
                '%d' % missing    => 0
                '%03d' % missing  => 000
                'a'.join(missing) =>\s
                'abc' % missing   => abc
                range(missing)    => ! TypeError
                """);
    }

    /** conda-build's {@code __getattr__} forgets to return what it makes, and recipes rely on it. */
    @Test
    void theirAttributesAreNone() {
        check("""
                missing.a          => None
                missing.a is none  => True
                missing.split      => None
                missing.a.b        =>\s
                missing.a()        => ! TypeError
                missing.split('.') => ! TypeError
                missing.a ~ 'x'    => Nonex
                missing['a'].b     => None
                missing.a == none  => True
                missing.get('x')   => ! TypeError
                """);
        assertThat(Templates.print("missing.__class__"))
                .isEqualTo("! not supported: the attribute '__class__' of 'missing', which is undefined");
        assertThat(Templates.print("missing._x"))
                .isEqualTo("! not supported: the attribute '_x' of 'missing', which is undefined");
    }

    @Test
    void theyDoNotDoEverything() {
        check("""
                missing - 1               => ! UndefinedError
                1 - missing               => ! UndefinedError
                'a'.startswith(missing)   => ! TypeError
                'a'.replace(missing, 'b') => ! TypeError
                'abc'[missing:]           => ! TypeError
                'abc'[missing]            =>\s
                words[missing]            =>\s
                table[missing]            =>\s
                'a'.split(missing)        => ! TypeError
                'a' * missing             =>\s
                'a'.join([missing])       => ! TypeError
                """);
    }

    @Test
    void theyAreEqualWhateverTheirNames() {
        UndefinedValue a = new UndefinedValue("a");
        assertThat(a).isEqualTo(new UndefinedValue("b")).hasSameHashCodeAs(new UndefinedValue("b"));
        assertThat(a.number())
                .hasValueSatisfying(zero -> assertThat(zero.truth()).isFalse());
    }

    @Test
    void whatIsNotThereIsUndefined() {
        check("""
                name.foo is undefined        => True
                name['foo'] is undefined     => True
                name[99] is undefined        => True
                number[0] is undefined       => True
                nothing.foo is undefined     => True
                nothing[0] is undefined      => True
                table.nosuch is undefined    => True
                table['nosuch'] is undefined => True
                words.9 is undefined         => True
                words[9] is undefined        => True
                words['a'] is undefined      => True
                1.5.x is undefined           => True
                (1 if 0) is undefined        => True
                name.foo.bar                 => None
                table.nosuch.get('x')        => ! TypeError
                words[9].x                   => None
                """);
    }
}
