package org.archirender.python.library;

import org.junit.jupiter.api.Test;

/** The methods of strings, checked against what Python 3.11 prints. */
class StringMethodsTest {
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
                ' a  b c '.split(None, 1) => ['a', 'b c ']
                ' a  b c '.rsplit(None, 1) => [' a  b', 'c']
                ''.split()               => []
                ''.split('.')            => ['']
                'ab'.split('')           => ValueError
                'aXXb'.split('X')        => ['a', '', 'b']
                'a.b'.partition('.')     => ('a', '.', 'b')
                'ab'.partition('.')      => ('ab', '', '')
                'a.b.c'.rpartition('.')  => ('a.b', '.', 'c')
                'ab'.rpartition('.')     => ('', '', 'ab')
                'a\\nb\\r\\nc'.splitlines() => ['a', 'b', 'c']
                'a\\nb'.splitlines(True)  => ['a\\n', 'b']
                'a\\x0bb\\x1cc\\x85d'.splitlines() => ['a', 'b', 'c', 'd']
                'a'.split(1)             => TypeError
                """);
    }

    @Test
    void replacing() {
        check("""
                'aXbX'.replace('X', '-')    => 'a-b-'
                'aXbX'.replace('X', '-', 1) => 'a-bX'
                'ab'.replace('', '-')       => '-a-b-'
                'ab'.replace('', '-', 2)    => '-a-b'
                'aaa'.replace('aa', 'b')    => 'ba'
                'a'.replace('a', None)      => TypeError
                'libfoo'.removeprefix('lib') => 'foo'
                'foo.py'.removesuffix('.py') => 'foo'
                'foo'.removesuffix('.py')   => 'foo'
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
                '\\xa0a\\u2003'.strip()  => 'a'
                'a'.strip(1)            => TypeError
                """);
    }

    @Test
    void casing() {
        check("""
                'aBc'.lower()           => 'abc'
                'aBc'.upper()           => 'ABC'
                'aBC dE'.capitalize()   => 'Abc de'
                "they're b4d".title()   => "They'Re B4D"
                'aBc'.swapcase()        => 'AbC'
                'abc1'.islower()        => True
                'ABC1'.isupper()        => True
                '1'.isupper()           => False
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
                '123'.isdigit()         => True
                ''.isdigit()            => False
                'abc'.isalpha()         => True
                'ab1'.isalnum()         => True
                ' \\t'.isspace()         => True
                'abc'.find('c')         => 2
                'abc'.find('x')         => -1
                'abca'.rfind('a')       => 3
                'abc'.index('x')        => ValueError
                'abca'.rindex('a')      => 3
                'banana'.count('an')    => 2
                'abc'.count('')         => 4
                'é'.isascii()           => False
                'abc'.__len__()         => 3
                'abc'.find('c', 1)      => not supported
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
                'a'.center(4)           => ' a  '
                'ab'.center(5)          => '  ab '
                '-7'.zfill(4)           => '-007'
                'abcd'.zfill(2)         => 'abcd'
                'a'.ljust(3, 'xy')      => TypeError
                """);
    }

    @Test
    void percentFormats() {
        check("""
                '%s-%s' % (1, 'a')      => '1-a'
                '%d' % 3.9              => '3'
                '%5.2f|' % 3.14159      => ' 3.14|'
                '%-5s|' % 'a'           => 'a    |'
                '%5s|' % 'a'            => '    a|'
                '%05d' % -42            => '-0042'
                '%+d' % 5               => '+5'
                '%x %X %o' % (255, 255, 8) => 'ff FF 10'
                '%#x' % 255             => '0xff'
                '%e' % 12345.678        => '1.234568e+04'
                '%g' % 0.00001          => '1e-05'
                '%g' % 123456789        => '1.23457e+08'
                '%r' % 'a'              => "'a'"
                '%c%c' % (65, 'b')      => 'Ab'
                '%%' % ()               => '%'
                '%(a)s' % {'a': 1}      => '1'
                '%.2s' % 'abc'          => 'ab'
                '%s' % None             => 'None'
                '%s' % (1, 2)           => TypeError
                '%s %s' % 1             => TypeError
                '%d' % 'a'              => TypeError
                '%(a)s' % 1             => TypeError
                '%y' % 1                => ValueError
                '%' % 1                 => ValueError
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
                '{0[k]}'.format({'k': 3}) => '3'
                '{0[1]}'.format([1, 2]) => '2'
                '{!r}'.format('a')      => "'a'"
                '{:>5}|'.format('a')    => '    a|'
                '{:*^5}|'.format('a')   => '**a**|'
                '{:05d}'.format(-42)    => '-0042'
                '{:,}'.format(1234567)  => '1,234,567'
                '{:_}'.format(1234567)  => '1_234_567'
                '{:.2f}'.format(2.675)  => '2.67'
                '{:.1%}'.format(0.256)  => '25.6%'
                '{:x}'.format(255)      => 'ff'
                '{:#b}'.format(5)       => '0b101'
                '{:.3}'.format('abcdef') => 'abc'
                '{:05}'.format('ab')    => 'ab000'
                '{:{}}|'.format('a', 3) => 'a  |'
                '{{}}'.format()         => '{}'
                '{}'.format()           => LookupError
                '{a}'.format()          => LookupError
                '{'.format()            => ValueError
                '}'.format()            => ValueError
                '{} {0}'.format(1)      => ValueError
                '{:d}'.format('a')      => ValueError
                '{:+}'.format('a')      => ValueError
                '{:5}'.format(None)     => TypeError
                '{.x}'.format(1)        => not supported
                '{:e}'.format(0.0)      => '0.000000e+00'
                '{:g}'.format(1e20)     => '1e+20'
                '{:+.1f}'.format(-0.05) => '-0.1'
                """);
    }
}
