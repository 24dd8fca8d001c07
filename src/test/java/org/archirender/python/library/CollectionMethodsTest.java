package org.archirender.python.library;

import static org.archirender.python.library.Python.eval;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        assertThat(after("x.append(3)")).isEqualTo("[2, 1, 3]");
        assertThat(after("x + [3]")).isEqualTo("[2, 1]");
    }

    @Test
    void listsThatHoldThemselvesPrint() {
        assertThat(after("x.append(x)")).isEqualTo("[2, 1, [...]]");
    }

    @Test
    void listsAndTuplesAnswer() {
        Python.check("""
                [1, 2].index(2)          => not supported: the method 'index' of a list
                (1, 2, 1).count(1)       => not supported: the method 'count' of a tuple
                [1].__len__()            => 1
                [1].index(2)             => not supported: the method 'index' of a list
                [1].remove(2)            => not supported: the method 'remove' of a list
                [].pop()                 => not supported: the method 'pop' of a list
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
                list({'a': 1}.items())   => not supported: calling list()
                {'a': 1}.pop('a')        => not supported: the method 'pop' of a dict
                {'a': 1}.pop('b')        => not supported: the method 'pop' of a dict
                {'a': 1}.pop('b', 0)     => not supported: the method 'pop' of a dict
                {'a': 1}.setdefault('b', 2) => not supported: the method 'setdefault' of a dict
                {'a': 1, 'b': 2}.popitem() => not supported: the method 'popitem' of a dict
                {'a': 1}.copy()          => not supported: the method 'copy' of a dict
                {'a': 1}.update(b=2)     => not supported: the method 'update' of a dict
                {'a': 1}.update(1)       => not supported: the method 'update' of a dict
                len({'a': 1}.items())    => 1
                """, Python::outcome);
    }

    @Test
    void changesOfAListAreSeenWhileIteratingOverIt() {
        PyList list = new PyList(List.of(PyInt.of(1)));
        var items = list.iterate();
        items.next();
        list.add(PyInt.of(2));
        assertThat(items.hasNext()).isTrue();
        assertThat(items.next()).isEqualTo(PyInt.of(2));
    }
}
