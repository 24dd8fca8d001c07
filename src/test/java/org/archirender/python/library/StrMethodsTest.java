package org.archirender.python.library;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The methods of strings, checked against what Python 3.11 prints. */
class StrMethodsTest {
    private static final Map<String, String> CASES = Map.ofEntries(
            entry("lower", """
                    'aBc'.lower() => 'abc'
                    'ÄÖ'.lower()  => 'äö'
                    'ΣΑΣ'.lower() => 'σας'
                    'İ'.lower()   => 'i̇'
                    ''.lower()    => ''
                    'a'.lower(1)  => TypeError
                    """),
            entry("upper", """
                    'aBc1'.upper()   => 'ABC1'
                    'é'.upper()      => 'É'
                    'straße'.upper() => 'STRASSE'
                    'a'.upper(1)     => TypeError
                    """),
            entry("capitalize", """
                    'aBC dE'.capitalize() => 'Abc de'
                    'ABC'.capitalize()    => 'Abc'
                    ''.capitalize()       => ''
                    '1aB'.capitalize()    => '1ab'
                    'éA'.capitalize()     => 'Éa'
                    'ǆ'.capitalize()      => 'ǅ'
                    'ßa'.capitalize()     => not supported: an upper case 'ß', which is of several characters
                    """),
            entry("strip", """
                    '  a b\\t'.strip()  => 'a b'
                    '\\n'.strip()       => ''
                    ''.strip()          => ''
                    'xxaxx'.strip('x')  => 'a'
                    'xyayx'.strip('xy') => 'a'
                    'aaa'.strip('a')    => ''
                    ' a '.strip('')     => ' a '
                    ' a '.strip(None)   => 'a'
                    '😀a😀'.strip('😀')    => 'a'
                    'a'.strip(1)        => TypeError
                    'a'.strip('a', 'b') => TypeError
                    """),
            entry("lstrip", """
                    '  a '.lstrip()        => 'a '
                    'v1.2v'.lstrip('v')    => '1.2v'
                    'libfoo'.lstrip('lib') => 'foo'
                    'a'.lstrip(1)          => TypeError
                    """),
            entry("rstrip", """
                    '  a '.rstrip()        => '  a'
                    '1.20'.rstrip('0')     => '1.2'
                    '1.200.0'.rstrip('.0') => '1.2'
                    'a'.rstrip('ab')       => ''
                    """),
            entry("split", """
                    'a.b.c'.split('.')             => ['a', 'b', 'c']
                    'a.b.c'.split('.', 1)          => ['a', 'b.c']
                    'a.b.c'.split('.', 0)          => ['a.b.c']
                    'a.b.c'.split('.', -1)         => ['a', 'b', 'c']
                    'a.b.c'.split('.', 9)          => ['a', 'b', 'c']
                    'a.b.c'.split('.', maxsplit=1) => ['a', 'b.c']
                    'a-b'.split(sep='-')           => ['a', 'b']
                    'a..b'.split('.')              => ['a', '', 'b']
                    '.a.'.split('.')               => ['', 'a', '']
                    ''.split('.')                  => ['']
                    'abc'.split('.')               => ['abc']
                    'aXXb'.split('XX')             => ['a', 'b']
                    'aXXXb'.split('XX')            => ['a', 'Xb']
                    ' a  b '.split()               => ['a', 'b']
                    ' a  b '.split(None)           => ['a', 'b']
                    'a\\tb\\nc'.split()            => ['a', 'b', 'c']
                    '\\xa0a'.split()               => not supported: the escape '\\x' in a string
                    ''.split()                     => []
                    '  '.split()                   => []
                    ' a b c'.split(None, 1)        => not supported: splitting at white space a number of times
                    'ab'.split('')                 => ValueError
                    'a'.split(1)                   => TypeError
                    'a.b'.split('.', '1')          => TypeError
                    '1.2.3'.split('.')[:2]         => ['1', '2']
                    '3.11.* *_cpython'.split(' ', 1)[0].split('.') => ['3', '11', '*']
                    """),
            entry("rsplit", """
                    'a.b.c'.rsplit('.', 1)  => ['a.b', 'c']
                    'a.b.c'.rsplit('.')     => ['a', 'b', 'c']
                    'a.b.c'.rsplit('.', 0)  => ['a.b.c']
                    'abc'.rsplit('.', 1)    => ['abc']
                    '.a'.rsplit('.', 1)     => ['', 'a']
                    'aXXXb'.rsplit('XX')    => ['aX', 'b']
                    'aaa'.rsplit('aa')      => ['a', '']
                    ''.rsplit('.')          => ['']
                    ' a  b '.rsplit()       => ['a', 'b']
                    'ab'.rsplit('')         => ValueError
                    'a b c'.rsplit(None, 1) => not supported: splitting at white space a number of times
                    """),
            entry("partition", """
                    'a.b.c'.partition('.') => ('a', '.', 'b.c')
                    'ab'.partition('.')    => ('ab', '', '')
                    '.a'.partition('.')    => ('', '.', 'a')
                    ''.partition('.')      => ('', '', '')
                    'aXXb'.partition('XX') => ('a', 'XX', 'b')
                    'a'.partition('')      => ValueError
                    'a'.partition(1)       => TypeError
                    'a'.partition()        => TypeError
                    """),
            entry("rpartition", """
                    'a.b.c'.rpartition('.')  => ('a.b', '.', 'c')
                    'ab'.rpartition('.')     => ('', '', 'ab')
                    'a.'.rpartition('.')     => ('a', '.', '')
                    'aXXXb'.rpartition('XX') => ('aX', 'XX', 'b')
                    'a'.rpartition('')       => ValueError
                    """),
            entry("replace", """
                    'a.b.c'.replace('.', '_')     => 'a_b_c'
                    'a.b.c'.replace('.', '_', 1)  => 'a_b.c'
                    'a.b.c'.replace('.', '_', 0)  => 'a.b.c'
                    'a.b.c'.replace('.', '_', -1) => 'a_b_c'
                    'a.b.c'.replace('.', '')      => 'abc'
                    'aaa'.replace('aa', 'b')      => 'ba'
                    'abc'.replace('x', 'y')       => 'abc'
                    'abc'.replace('abc', '')      => ''
                    ''.replace('a', 'b')          => ''
                    'a'.replace('a', None)        => TypeError
                    'a'.replace(1, 'b')           => TypeError
                    'a'.replace('a')              => TypeError
                    'ab'.replace('', '-')         => not supported: replacing the empty text
                    """),
            entry("join", """
                    '-'.join(['a', 'b'])             => 'a-b'
                    '.'.join(('1', '2'))             => '1.2'
                    '-'.join('abc')                  => 'a-b-c'
                    '-'.join({'a': 1, 'b': 2})       => 'a-b'
                    '-'.join([])                     => ''
                    '-'.join(['a'])                  => 'a'
                    ''.join(['a', 'b'])              => 'ab'
                    '.'.join('1.2.3'.split('.')[:2]) => '1.2'
                    '-'.join([1])                    => TypeError
                    '-'.join(['a', None])            => TypeError
                    '-'.join(5)                      => TypeError
                    """),
            entry("format", """
                    '{}-{}'.format('a', 1) => 'a-1'
                    '{{}}'.format()        => '{}'
                    """),
            entry("startswith", """
                    'abc'.startswith('ab')       => True
                    'abc'.startswith('b')        => False
                    'abc'.startswith('')         => True
                    ''.startswith('')            => True
                    'ab'.startswith('abc')       => False
                    'abc'.startswith(('x', 'a')) => True
                    'abc'.startswith(('x', 'y')) => False
                    'abc'.startswith(())         => False
                    'abc'.startswith(1)          => TypeError
                    'abc'.startswith(['a'])      => TypeError
                    'abc'.startswith(('x', 1))   => TypeError
                    'abc'.startswith('b', 1)     => not supported: the argument 'start' of startswith()
                    """),
            entry("endswith", """
                    'abc'.endswith('bc')               => True
                    'abc'.endswith('b')                => False
                    'abc'.endswith('')                 => True
                    'abc'.endswith(('c', 'd'))         => True
                    '3.9.* *_73_pypy'.endswith('pypy') => True
                    'abc'.endswith(None)               => TypeError
                    'abc'.endswith('b', 0, 2)          => not supported: the argument 'start' of endswith()
                    """),
            entry("ljust", """
                    'a'.ljust(3) + '|' => 'a  |'
                    'a'.ljust(3, '.')  => 'a..'
                    'abc'.ljust(2)     => 'abc'
                    'a'.ljust(-1)      => 'a'
                    '😀'.ljust(3, '-')  => '😀--'
                    'a'.ljust(3, 'xy') => TypeError
                    'a'.ljust(3, '')   => TypeError
                    'a'.ljust('3')     => TypeError
                    """),
            entry("rjust", """
                    '5'.rjust(2, '0')  => '05'
                    '15'.rjust(2, '0') => '15'
                    'a'.rjust(3)       => '  a'
                    'a'.rjust(True)    => 'a'
                    'a'.rjust()        => TypeError
                    """));

    static Set<String> names() {
        return StrMethods.BY_NAME.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesWhatPythonGives(String method) {
        assertThat(CASES).as("no cases of the method '" + method + "'").containsKey(method);
        assertThat(CASES.get(method)).contains("." + method + "(");
        Python.check(requireNonNull(CASES.get(method)), Python::outcome);
    }
}
