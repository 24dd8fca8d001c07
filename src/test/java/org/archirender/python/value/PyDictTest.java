package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Dicts, checked against what Python 3.11 prints. */
class PyDictTest {
    @Test
    void equalKeysAreOne() {
        Python.check("""
                {1: 'a', 1.0: 'b', True: 'c'}       => {1: 'c'}
                {True: 'a', 1: 'b'}                 => {True: 'b'}
                {0: 'a', False: 'b', 0.0: 'c', -0.0: 'd'} => {0: 'd'}
                {'a': 1, 'a': 2}                    => {'a': 2}
                {(1, 2): 'a', (1.0, True + 1): 'b'} => {(1, 2): 'b'}
                {10 ** 20: 'a', float('1e20'): 'b'} => {100000000000000000000: 'b'}
                {'1': 'a', 1: 'b'}                  => {'1': 'a', 1: 'b'}
                {None: 1, False: 2}                 => {None: 1, False: 2}
                {(): 1, None: 2}                    => {(): 1, None: 2}
                {1.5: 'a', 1: 'b'}                  => {1.5: 'a', 1: 'b'}
                """, Python::outcome);
    }

    @Test
    void itemsAreFoundByEqualKeys() {
        Python.check("""
                {'a': 1}['a']                   => 1
                {'a': 1}['b']                   => LookupError
                {1: 'x'}[True]                  => 'x'
                {1: 'x'}[1.0]                   => 'x'
                {1: 'x'}['1']                   => LookupError
                {(1, 2): 3}[(1.0, 2)]           => 3
                {(1, 2): 3}[1, 2]               => not supported: several values in a subscript
                {None: 1}[None]                 => 1
                {1.5: 2}[1.5]                   => 2
                {0.5: 2}[1 / 2]                 => 2
                {float('inf'): 1}[float('inf')] => 1
                {float('inf'): 1}[0]            => LookupError
                {}['a']                         => LookupError
                {len: 1}[len]                   => 1
                {'a': {'b': 1}}['a']['b']       => 1
                """, Python::outcome);
    }

    @Test
    void whatCanChangeIsNoKey() {
        Python.check("""
                {[]: 1}      => TypeError
                {{}: 1}      => TypeError
                {([],): 1}   => TypeError
                {'a': 1}[[]] => TypeError
                {'a': 1}[{}] => TypeError
                {}.get([])   => TypeError
                [] in {}     => TypeError
                """, Python::outcome);
    }

    @Test
    void entriesKeepTheirOrder() {
        Python.check("""
                {'b': 1, 'a': 2, 'c': 3} => {'b': 1, 'a': 2, 'c': 3}
                {'b': 1, 'a': 2, 'b': 3} => {'b': 3, 'a': 2}
                {}                       => {}
                len({'a': 1, 'b': 2})    => 2
                len({})                  => 0
                """, Python::outcome);
    }

    @Test
    void dictsAreMadeOfTexts() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("python", "3.12");
        values.put("mpi", "openmpi");
        PyDict dict = PyDict.ofStrings(values);
        assertThat(dict.repr()).isEqualTo("{'python': '3.12', 'mpi': 'openmpi'}");
        assertThat(dict.toList()).containsExactly(new PyStr("python"), new PyStr("mpi"));
        assertThat(dict.values()).containsExactly(new PyStr("3.12"), new PyStr("openmpi"));
        assertThat(dict.contains(new PyStr("mpi"))).isTrue();
        assertThat(dict.truth()).isTrue();
    }

    @Test
    void aKeyThatIsThereStaysAsItWasWrittenFirst() {
        PyDict dict = new PyDict();
        dict.put(PyInt.of(1), new PyStr("a"));
        dict.put(PyBool.TRUE, new PyStr("b"));
        assertThat(dict.repr()).isEqualTo("{1: 'b'}");
        assertThat(dict.entries()).containsExactly(new PyDict.Entry(PyInt.of(1), new PyStr("b")));
    }

    @Test
    void dictsAreOfBoundedSize() {
        PyDict dict = new PyDict();
        for (int i = 0; i < Limits.ITEMS; i++) {
            dict.put(PyInt.of(i), PyNone.NONE);
        }
        assertThatThrownBy(() -> dict.put(PyInt.of(-1), PyNone.NONE)).hasMessage("limit: more than 131072 items");
    }
}
