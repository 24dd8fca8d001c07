package org.archirender.python.library;

import static org.archirender.python.library.Python.eval;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyValue;
import org.junit.jupiter.api.Test;

class CollectionMethodsTest {
    private static Map<String, PyValue> withList() {
        Map<String, PyValue> names = new LinkedHashMap<>();
        names.put("x", new PyList(List.of(PyInt.of(2), PyInt.of(1))));
        return names;
    }

    private static String after(String change) {
        Map<String, PyValue> names = withList();
        eval(change, names);
        return eval("x", names);
    }

    @Test
    void listsChangeInPlace() {
        Python.check("""
                x.append(3)              => [2, 1, 3]
                x.extend('ab')           => [2, 1, 'a', 'b']
                x.insert(0, 9)           => [9, 2, 1]
                x.insert(-1, 9)          => [2, 9, 1]
                x.pop()                  => [2]
                x.pop(0)                 => [1]
                x.remove(1)              => [2]
                x.reverse()              => [1, 2]
                x.sort()                 => [1, 2]
                x.clear()                => []
                x.copy().append(3)       => [2, 1]
                """, CollectionMethodsTest::after);
    }

    @Test
    void listsThatHoldThemselvesPrint() {
        assertThat(after("x.append(x)")).isEqualTo("[2, 1, [...]]");
    }

    @Test
    void listsAndTuplesAnswer() {
        Python.check("""
                [1, 2].index(2)          => 1
                (1, 2, 1).count(1)       => 2
                [1].__len__()            => 1
                [1].index(2)             => ValueError
                [1].remove(2)            => ValueError
                [].pop()                 => LookupError
                (1,).append(2)           => AttributeError
                """, Python::outcome);
    }

    @Test
    void dictsAnswer() {
        Python.check("""
                {'a': 1}.get('a')        => 1
                {'a': 1}.get('b')        => None
                {'a': 1}.get('b', 2)     => 2
                {'a': 1}.keys()          => dict_keys(['a'])
                {'a': 1}.values()        => dict_values([1])
                {'a': 1}.items()         => dict_items([('a', 1)])
                list({'a': 1}.items())   => [('a', 1)]
                {'a': 1}.pop('a')        => 1
                {'a': 1}.pop('b')        => LookupError
                {'a': 1}.pop('b', 0)     => 0
                {'a': 1}.setdefault('b', 2) => 2
                {'a': 1, 'b': 2}.popitem() => ('b', 2)
                {'a': 1}.copy()          => {'a': 1}
                {'a': 1}.update(b=2)     => None
                {'a': 1}.update(1)       => TypeError
                len({'a': 1}.items())    => 1
                """, Python::outcome);
    }

    @Test
    void changesOfAListAreSeenWhileIteratingOverIt() {
        PyList list = new PyList(List.of(PyInt.of(1)));
        var items = Iteration.over(list);
        items.next();
        list.add(PyInt.of(2));
        assertThat(items.hasNext()).isTrue();
        assertThat(items.next()).isEqualTo(PyInt.of(2));
    }
}
