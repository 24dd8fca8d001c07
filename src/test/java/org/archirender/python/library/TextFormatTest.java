package org.archirender.python.library;

import org.junit.jupiter.api.Test;

/** Both ways to format text, checked against what Python 3.11 prints. */
class TextFormatTest {
    private static void check(String table) {
        Python.check(table, Python::outcome);
    }

    @Test
    void percentSignsTakeValuesInOrder() {
        check("""
                '%s-%s' % (1, 'a')                 => '1-a'
                '%s' % 'a'                         => 'a'
                '%s' % 1.50                        => '1.5'
                '%s' % None                        => 'None'
                '%s' % True                        => 'True'
                '%s' % [1, 'a']                    => "[1, 'a']"
                '%s' % {'a': 1}                    => "{'a': 1}"
                '%s' % ((1, 2),)                   => '(1, 2)'
                'v%d.%d.%d' % (2021, 1, 0)         => 'v2021.1.0'
                'no value' % ()                    => 'no value'
                '' % ()                            => ''
                '%%' % ()                          => '%'
                '100%%' % ()                       => '100%'
                '%s%%' % 5                         => '5%'
                '%%s' % ()                         => '%s'
                '- if %s exist %%PREFIX%%' % 'not' => '- if not exist %PREFIX%'
                '^(%s)$' % 'a b'.replace(' ', '|') => '^(a|b)$'
                '%s' % ''                          => ''
                'é%s' % '😀'                        => 'é😀'
                """);
    }

    @Test
    void integersMayHaveAWidth() {
        check("""
                '%d' % 5            => '5'
                '%d' % -5           => '-5'
                '%d' % True         => '1'
                '%d' % 3.9          => '3'
                '%d' % -3.9         => '-3'
                '%d' % 10 ** 20     => '100000000000000000000'
                '%d' % (10 ** 20)   => '100000000000000000000'
                '%3d' % 5           => '  5'
                '%3d' % -5          => ' -5'
                '%03d' % 5          => '005'
                '%03d' % -5         => '-05'
                '%03d' % 12345      => '12345'
                '%02d' % 7          => '07'
                '%00d' % 7          => '7'
                '%010d' % 310       => '0000000310'
                '%1d' % 22          => '22'
                '%d' % float('nan') => ValueError
                '%d' % float('inf') => OverflowError
                """);
    }

    @Test
    void valuesThatDoNotFitAreTypeErrors() {
        check("""
                '%s' % ()         => TypeError
                '%s %s' % 1       => TypeError
                '%s %s' % ('a',)  => TypeError
                '%s' % (1, 2)     => TypeError
                'abc' % 1         => TypeError
                'abc' % 'a'       => TypeError
                'abc' % (1,)      => TypeError
                'abc' % None      => TypeError
                '%d' % 'a'        => TypeError
                '%d' % '5'        => TypeError
                '%d' % None       => TypeError
                '%d' % [1]        => TypeError
                'abc' % []        => 'abc'
                'abc' % [1]       => 'abc'
                'abc' % {'a': 1}  => 'abc'
                'abc' % {}        => 'abc'
                'abc' % {}.keys() => TypeError
                """);
    }

    @Test
    void otherPercentFormatsAreRefused() {
        check("""
                '%5s' % 'a'        => not supported: the format '%5s'
                '%-5d' % 1         => not supported: the format '%-'
                '%+d' % 1          => not supported: the format '%+'
                '% d' % 1          => not supported: the format '% '
                '%5.2f' % 3.14159  => not supported: the format '%5.'
                '%f' % 1           => not supported: the format '%f'
                '%.3s' % 'abcd'    => not supported: the format '%.'
                '%x' % 255         => not supported: the format '%x'
                '%e' % 1.5         => not supported: the format '%e'
                '%g' % 1.5         => not supported: the format '%g'
                '%r' % 'a'         => not supported: the format '%r'
                '%c' % 65          => not supported: the format '%c'
                '%i' % 1           => not supported: the format '%i'
                '%u' % 1           => not supported: the format '%u'
                '%(a)s' % {'a': 1} => not supported: the format '%('
                '%*d' % (3, 1)     => not supported: the format '%*'
                '%ld' % 1          => not supported: the format '%l'
                '%y' % 1           => not supported: the format '%y'
                '%' % 1            => not supported: the format '%'
                '%5' % 1           => not supported: the format '%5'
                '50% off' % ()     => not supported: the format '% '
                """);
    }

    @Test
    void bracesTakeValuesByPlaceNumberOrName() {
        check("""
                '{}'.format('a')                   => 'a'
                '{} {}'.format(1, 'a')             => '1 a'
                '{}{}'.format('a', 'b', 'unused')  => 'ab'
                '{0}{1}{0}'.format('a', 'b')       => 'aba'
                '{1}'.format('a', 'b')             => 'b'
                '{a}'.format(a=1)                  => '1'
                '{a}{b_2}'.format(a=1, b_2='x')    => '1x'
                '{}-{a}'.format('x', a=1)          => 'x-1'
                '{0}-{a}'.format('x', a=1)         => 'x-1'
                '{a}'.format(a=1, b=2)             => '1'
                'plain'.format()                   => 'plain'
                ''.format()                        => ''
                '{{}}'.format()                    => '{}'
                '{{{}}}'.format(1)                 => '{1}'
                '{{{a}}}'.format(a=1)              => '{1}'
                '{{0}}'.format(1)                  => '{0}'
                '{}'.format(None)                  => 'None'
                '{}'.format([1, 'a'])              => "[1, 'a']"
                '{}'.format(1.50)                  => '1.5'
                '{}'.format(True)                  => 'True'
                'py{}h{}_{}'.format(310, 'abc', 0) => 'py310habc_0'
                '{}-{}-cp{}-none'.format('a', '1.0', '39') => 'a-1.0-cp39-none'
                'é{}'.format('😀')                  => 'é😀'
                """);
    }

    @Test
    void integersInBracesMayHaveAWidth() {
        check("""
                '{:d}'.format(5)           => '5'
                '{:3d}'.format(5)          => '  5'
                '{:03d}'.format(5)         => '005'
                '{:03d}'.format(-5)        => '-05'
                '{:3}'.format(5)           => '  5'
                '{:03}'.format(5)          => '005'
                '{:02}{:02}'.format(1, 12) => '0112'
                '{0:03d}'.format(5)        => '005'
                '{a:03d}'.format(a=5)      => '005'
                '{:3d}'.format(-5)         => ' -5'
                '{:1}'.format(123)         => '123'
                '{:}'.format('a')          => 'a'
                """);
    }

    @Test
    void formatsThatAreNoneAreErrors() {
        check("""
                '{}'.format()       => LookupError
                '{} {}'.format(1)   => LookupError
                '{1}'.format('a')   => LookupError
                '{a}'.format()      => LookupError
                '{a}'.format(b=1)   => LookupError
                '{a}'.format('a')   => LookupError
                '{'.format()        => ValueError
                '}'.format()        => ValueError
                'a}b'.format()      => ValueError
                'a{b'.format()      => ValueError
                '{}}'.format(1)     => ValueError
                '{} {0}'.format(1)  => ValueError
                '{0} {}'.format(1)  => ValueError
                '{:d}'.format('a')  => not supported: the format '{:d}' of a value of type str
                '{:d}'.format(None) => not supported: the format '{:d}' of a value of type NoneType
                '{:3}'.format([])   => not supported: the format '{:3}' of a value of type list
                """);
    }

    @Test
    void otherFieldsInBracesAreRefused() {
        check("""
                '{:5}'.format('a')          => not supported: the format '{:5}' of a value of type str
                '{:>5}'.format('a')         => not supported: the format '{:>5}' of a value of type str
                '{:<5}'.format(1)           => not supported: the format '{:<5}' of a value of type int
                '{:^5}'.format(1)           => not supported: the format '{:^5}' of a value of type int
                '{:*^5}'.format('a')        => not supported: the format '{:*^5}' of a value of type str
                '{:+}'.format(1)            => not supported: the format '{:+}' of a value of type int
                '{:,}'.format(1234567)      => not supported: the format '{:,}' of a value of type int
                '{:_}'.format(1234567)      => not supported: the format '{:_}' of a value of type int
                '{:x}'.format(255)          => not supported: the format '{:x}' of a value of type int
                '{:#b}'.format(5)           => not supported: the format '{:#b}' of a value of type int
                '{:.2f}'.format(2.5)        => not supported: the format '{:.2f}' of a value of type float
                '{:3}'.format(2.5)          => not supported: the format '{:3}' of a value of type float
                '{:.1%}'.format(0.256)      => not supported: the format '{:.1%}' of a value of type float
                '{:.3}'.format('abcdef')    => not supported: the format '{:.3}' of a value of type str
                '{:d}'.format(True)         => not supported: the format '{:d}' of a value of type bool
                '{:{}}'.format('a', 3)      => not supported: the format '{:{}' of a value of type str
                '{!r}'.format('a')          => not supported: the format '{!r}'
                '{!s:3}'.format('a')        => not supported: the format '{!s}'
                '{0[1]}'.format([1, 2])     => not supported: the format '{0[1]}'
                '{a[k]}'.format(a={'k': 1}) => not supported: the format '{a[k]}'
                '{0.real}'.format(1)        => not supported: the format '{0.real}'
                '{a b}'.format(1)           => not supported: the format '{a b}'
                """);
    }
}
