package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** What values print, checked against what Python 3.11 prints. */
class PrinterTest {
    @Test
    void valuesPrintAsTheyAreWritten() {
        Python.check("""
                None                     => None
                True                     => True
                False                    => False
                1                        => 1
                -1                       => -1
                1.0                      => 1.0
                'a'                      => 'a'
                ''                       => ''
                ()                       => ()
                (1,)                     => (1,)
                (1, 2)                   => (1, 2)
                ((1,), ())               => ((1,), ())
                []                       => []
                [1]                      => [1]
                [1, 'a', None]           => [1, 'a', None]
                [[], [[]]]               => [[], [[]]]
                {}                       => {}
                {'a': 1}                 => {'a': 1}
                {'a': 1, 'b': [2]}       => {'a': 1, 'b': [2]}
                {1: 'x', (1, 2): {}}     => {1: 'x', (1, 2): {}}
                {'a': 1}.keys()          => dict_keys(['a'])
                {'a': 1}.values()        => dict_values([1])
                {'a': 1, 'b': 2}.items() => dict_items([('a', 1), ('b', 2)])
                {}.items()               => dict_items([])
                """, Python::outcome);
    }

    @Test
    void stringsAreQuotedAsPythonQuotes() {
        Python.check("""
                'a"b'           => 'a"b'
                "a'b"           => "a'b"
                'a\\'b"c'       => 'a\\'b"c'
                "'"             => "'"
                '"'             => '"'
                'a\\\\b'        => 'a\\\\b'
                'a\\tb\\nc\\rd' => 'a\\tb\\nc\\rd'
                'é'             => 'é'
                'ß→😀'           => 'ß→😀'
                '\u00a0'        => '\\xa0'
                '\u200b'        => '\\u200b'
                '\u2028'        => '\\u2028'
                '\u007f'        => '\\x7f'
                '\u0085'        => '\\x85'
                '\u3000'        => '\\u3000'
                '\ue000'        => '\\ue000'
                '󠀁'             => '\\U000e0001'
                ["it's", 'a"b'] => ["it's", 'a"b']
                {'a\\n': "'"}   => {'a\\n': "'"}
                """, Python::outcome);
    }

    @Test
    void strGivesTextsAsTheyAreAndTheRestAsItPrints() {
        Python.check("""
                str('a\\'b')    => "a'b"
                str(1.0)        => '1.0'
                str(None)       => 'None'
                str(True)       => 'True'
                str([1, 'a'])   => "[1, 'a']"
                str(('a',))     => "('a',)"
                str({'a': 'b'}) => "{'a': 'b'}"
                str({}.keys())  => 'dict_keys([])'
                str()           => ''
                """, Python::outcome);
    }

    @Test
    void whatHasNoTextThatIsTheSameEverywhereIsRefused() {
        Python.check("""
                len        => not supported: printing a value of type builtin_function_or_method
                [len]      => not supported: printing a value of type builtin_function_or_method
                str(int)   => not supported: printing a value of type builtin_function_or_method
                'a'.upper  => not supported: printing a value of type builtin_function_or_method
                [].append  => not supported: printing a value of type builtin_function_or_method
                str(...)   => not supported: printing a value of type builtin_function_or_method
                {'a': len} => not supported: printing a value of type builtin_function_or_method
                """, Python::outcome);
    }

    @Test
    void valuesThatHoldThemselvesPrint() {
        PyList list = new PyList(List.of(PyInt.of(1)));
        list.add(list);
        assertThat(list.repr()).isEqualTo("[1, [...]]");
        PyDict dict = new PyDict();
        dict.put(new PyStr("a"), dict);
        assertThat(dict.repr()).isEqualTo("{'a': {...}}");
        PyList outer = new PyList(List.of(dict, dict));
        assertThat(outer.repr()).isEqualTo("[{'a': {...}}, {'a': {...}}]");
    }

    @Test
    void deepValuesAreRefused() {
        PyValue deep = new PyTuple(List.of());
        for (int i = 0; i < 200; i++) {
            deep = PyTuple.of(deep);
        }
        assertThatThrownBy(deep::repr).hasMessage("limit: values nested more than 100 deep");
    }

    @Test
    void textsThatGrowWithoutEndAreRefused() {
        PyValue twice = new PyStr("x".repeat(100_000));
        for (int i = 0; i < 5; i++) {
            twice = PyTuple.of(twice, twice);
        }
        assertThatThrownBy(twice::repr).hasMessageContaining("characters");
    }
}
