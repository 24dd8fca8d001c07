package org.archirender.python.library;

import org.junit.jupiter.api.Test;

/** The methods of strings, checked against what Python 3.11 prints. */
class StrMethodsTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
    }

    @Test
    void splitting() {
        check("""
                'a.b.c'.split('.')       => ['a', 'b', 'c']
                'a.b.c'.split('.', 1)    => ['a', 'b.c']
                'a.b.c'.rsplit('.', 1)   => ['a.b', 'c']
                'a.b.c'.rsplit('.')      => ['a', 'b', 'c']
                ' a  b '.split()         => ['a', 'b']
                ' a  b c '.split(None, 1) => not supported: splitting at white space a number of times
                ' a  b c '.rsplit(None, 1) => not supported: splitting at white space a number of times
                ''.split()               => []
                ''.split('.')            => ['']
                'ab'.split('')           => ValueError
                'aXXb'.split('X')        => ['a', '', 'b']
                'a.b'.partition('.')     => ('a', '.', 'b')
                'ab'.partition('.')      => ('ab', '', '')
                'a.b.c'.rpartition('.')  => ('a.b', '.', 'c')
                'ab'.rpartition('.')     => ('', '', 'ab')
                'a\\nb\\r\\nc'.splitlines() => not supported: the method 'splitlines' of a str
                'a\\nb'.splitlines(True)  => not supported: the method 'splitlines' of a str
                'a\\x0bb\\x1cc\\x85d'.splitlines() => not supported: the escape '\\x' in a string
                'a'.split(1)             => TypeError
                """);
    }

    @Test
    void replacing() {
        check("""
                'aXbX'.replace('X', '-')    => 'a-b-'
                'aXbX'.replace('X', '-', 1) => 'a-bX'
                'ab'.replace('', '-')       => not supported: replacing the empty text
                'ab'.replace('', '-', 2)    => not supported: replacing the empty text
                'aaa'.replace('aa', 'b')    => 'ba'
                'a'.replace('a', None)      => TypeError
                'libfoo'.removeprefix('lib') => not supported: the method 'removeprefix' of a str
                'foo.py'.removesuffix('.py') => not supported: the method 'removesuffix' of a str
                'foo'.removesuffix('.py')   => not supported: the method 'removesuffix' of a str
                """);
    }

    @Test
    void stripping() {
        check("""
                '  a b\\t'.strip()       => 'a b'
                '  a '.lstrip()         => 'a '
                '  a '.rstrip()         => '  a'
                'xxaxx'.strip('x')      => 'a'
                'v1.2'.lstrip('v')      => '1.2'
                '1.20'.rstrip('0')      => '1.2'
                '\\xa0a\\u2003'.strip()  => not supported: the escape '\\x' in a string
                'a'.strip(1)            => TypeError
                """);
    }

    @Test
    void casing() {
        check("""
                'aBc'.lower()           => 'abc'
                'aBc'.upper()           => 'ABC'
                'aBC dE'.capitalize()   => 'Abc de'
                "they're b4d".title()   => not supported: the method 'title' of a str
                'aBc'.swapcase()        => not supported: the method 'swapcase' of a str
                'abc1'.islower()        => not supported: the method 'islower' of a str
                'ABC1'.isupper()        => not supported: the method 'isupper' of a str
                '1'.isupper()           => not supported: the method 'isupper' of a str
                ''.capitalize()         => ''
                'straße'.upper()        => 'STRASSE'
                """);
    }

    @Test
    void asking() {
        check("""
                'abc'.startswith('ab')  => True
                'abc'.endswith('ab')    => False
                'abc'.startswith(('x', 'a')) => True
                'abc'.startswith(1)     => TypeError
                '123'.isdigit()         => not supported: the method 'isdigit' of a str
                ''.isdigit()            => not supported: the method 'isdigit' of a str
                'abc'.isalpha()         => not supported: the method 'isalpha' of a str
                'ab1'.isalnum()         => not supported: the method 'isalnum' of a str
                ' \\t'.isspace()         => not supported: the method 'isspace' of a str
                'abc'.find('c')         => not supported: the method 'find' of a str
                'abc'.find('x')         => not supported: the method 'find' of a str
                'abca'.rfind('a')       => not supported: the method 'rfind' of a str
                'abc'.index('x')        => not supported: the method 'index' of a str
                'abca'.rindex('a')      => not supported: the method 'rindex' of a str
                'banana'.count('an')    => not supported: the method 'count' of a str
                'abc'.count('')         => not supported: the method 'count' of a str
                'é'.isascii()           => not supported: the method 'isascii' of a str
                'abc'.__len__()         => 3
                'abc'.find('c', 1)      => not supported: the method 'find' of a str
                """);
    }

    @Test
    void joiningAndPadding() {
        check("""
                '-'.join(['a', 'b'])    => 'a-b'
                '-'.join('ab')          => 'a-b'
                '-'.join({'a': 1})      => 'a'
                '-'.join([1])           => TypeError
                '-'.join(5)             => TypeError
                'a'.ljust(3, '.')       => 'a..'
                'a'.rjust(3)            => '  a'
                'a'.center(4)           => not supported: the method 'center' of a str
                'ab'.center(5)          => not supported: the method 'center' of a str
                '-7'.zfill(4)           => not supported: the method 'zfill' of a str
                'abcd'.zfill(2)         => not supported: the method 'zfill' of a str
                'a'.ljust(3, 'xy')      => TypeError
                """);
    }

    @Test
    void percentFormats() {
        check("""
                '%s-%s' % (1, 'a')      => '1-a'
                '%d' % 3.9              => '3'
                '%5.2f|' % 3.14159      => not supported: the format '%5.'
                '%-5s|' % 'a'           => not supported: the format '%-'
                '%5s|' % 'a'            => not supported: the format '%5s'
                '%05d' % -42            => '-0042'
                '%+d' % 5               => not supported: the format '%+'
                '%x %X %o' % (255, 255, 8) => not supported: the format '%x'
                '%#x' % 255             => not supported: the format '%#'
                '%e' % 12345.678        => not supported: the format '%e'
                '%g' % 0.00001          => not supported: the format '%g'
                '%g' % 123456789        => not supported: the format '%g'
                '%r' % 'a'              => not supported: the format '%r'
                '%c%c' % (65, 'b')      => not supported: the format '%c'
                '%%' % ()               => '%'
                '%(a)s' % {'a': 1}      => not supported: the format '%('
                '%.2s' % 'abc'          => not supported: the format '%.'
                '%s' % None             => 'None'
                '%s' % (1, 2)           => TypeError
                '%s %s' % 1             => TypeError
                '%d' % 'a'              => TypeError
                '%(a)s' % 1             => not supported: the format '%('
                '%y' % 1                => not supported: the format '%y'
                '%' % 1                 => not supported: the format '%'
                'abc' % []              => 'abc'
                'abc' % 1               => TypeError
                """);
    }

    @Test
    void braceFormats() {
        check("""
                '{} {}'.format(1, 'a')  => '1 a'
                '{1}{0}'.format(1, 2)   => '21'
                '{a}'.format(a=1)       => '1'
                '{0[k]}'.format({'k': 3}) => not supported: the format '{0[k]}'
                '{0[1]}'.format([1, 2]) => not supported: the format '{0[1]}'
                '{!r}'.format('a')      => not supported: the format '{!r}'
                '{:>5}|'.format('a')    => not supported: the format '{:>5} of a str'
                '{:*^5}|'.format('a')   => not supported: the format '{:*^5} of a str'
                '{:05d}'.format(-42)    => '-0042'
                '{:,}'.format(1234567)  => not supported: the format '{:,} of a int'
                '{:_}'.format(1234567)  => not supported: the format '{:_} of a int'
                '{:.2f}'.format(2.675)  => not supported: the format '{:.2f} of a float'
                '{:.1%}'.format(0.256)  => not supported: the format '{:.1%} of a float'
                '{:x}'.format(255)      => not supported: the format '{:x} of a int'
                '{:#b}'.format(5)       => not supported: the format '{:#b} of a int'
                '{:.3}'.format('abcdef') => not supported: the format '{:.3} of a str'
                '{:05}'.format('ab')    => not supported: the format '{:05} of a str'
                '{:{}}|'.format('a', 3) => not supported: the format '{:{} of a str'
                '{{}}'.format()         => '{}'
                '{}'.format()           => LookupError
                '{a}'.format()          => LookupError
                '{'.format()            => ValueError
                '}'.format()            => ValueError
                '{} {0}'.format(1)      => ValueError
                '{:d}'.format('a')      => not supported: the format '{:d} of a str'
                '{:+}'.format('a')      => not supported: the format '{:+} of a str'
                '{:5}'.format(None)     => not supported: the format '{:5} of a NoneType'
                '{.x}'.format(1)        => not supported: the format '{.x}'
                '{:e}'.format(0.0)      => not supported: the format '{:e} of a float'
                '{:g}'.format(1e20)     => not supported: a number such as 1e…
                '{:+.1f}'.format(-0.05) => not supported: the format '{:+.1f} of a float'
                """);
    }
}
