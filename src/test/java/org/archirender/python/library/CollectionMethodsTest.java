package org.archirender.python.library;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.archirender.python.library.Python.eval;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The methods of lists and dicts, checked against what Python 3.11 prints. */
class CollectionMethodsTest {
    private static final Map<String, String> CASES = Map.ofEntries(
            entry("append", """
                    [].append(1)         => None
                    [].append()          => TypeError
                    [].append(1, 2)      => TypeError
                    [].append('a') or '' => ''
                    """), entry("get", """
                    {'a': 1}.get('a')       => 1
                    {'a': 1}.get('b')       => None
                    {'a': 1}.get('b', 2)    => 2
                    {'a': 1}.get('a', 2)    => 1
                    {'a': None}.get('a', 2) => None
                    {1: 'x'}.get(True)      => 'x'
                    {'tool': {}}.get('tool', {}).get('poetry') => None
                    {}.get()                => TypeError
                    {}.get('a', 1, 2)       => TypeError
                    """), entry("items", """
                    {'a': 1}.items()              => dict_items([('a', 1)])
                    len({'a': 1, 'b': 2}.items()) => 2
                    ('a', 1) in {'a': 1}.items()  => True
                    not {}.items()                => True
                    {}.items(1)                   => TypeError
                    {'a': 1}.items()[0]           => TypeError
                    """), entry("keys", """
                    {'a': 1, 'b': 2}.keys()           => dict_keys(['a', 'b'])
                    'a' in {'a': 1}.keys()            => True
                    '-'.join({'a': 1, 'b': 2}.keys()) => 'a-b'
                    {}.keys(1)                        => TypeError
                    """), entry("values", """
                    {'a': 1, 'b': 2}.values()           => dict_values([1, 2])
                    1 in {'a': 1}.values()              => True
                    '-'.join({1: 'a', 2: 'b'}.values()) => 'a-b'
                    {}.values(1)                        => TypeError
                    """));

    static Stream<String> names() {
        return Stream.concat(Attributes.OF_LISTS.keySet().stream(), Attributes.OF_DICTS.keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesWhatPythonGives(String method) {
        assertThat(CASES).as("no cases of the method '" + method + "'").containsKey(method);
        assertThat(CASES.get(method)).contains("." + method + "(");
        Python.check(requireNonNull(CASES.get(method)), Python::outcome);
    }

    private static String after(String change) {
        Map<String, PyValue> names = new LinkedHashMap<>();
        names.put("x", new PyList(List.of(PyInt.of(2), PyInt.of(1))));
        eval(change, names);
        return eval("x", names);
    }

    @Test
    void listsChangeInPlace() {
        assertThat(after("x.append(3)")).isEqualTo("[2, 1, 3]");
        assertThat(after("x.append([3])")).isEqualTo("[2, 1, [3]]");
        assertThat(after("x.append(x)")).isEqualTo("[2, 1, [...]]");
        assertThat(after("x + [3]")).isEqualTo("[2, 1]");
        assertThat(after("[x.append(3), x.append(4)]")).isEqualTo("[2, 1, 3, 4]");
    }

    @Test
    void whatRecipesDoNotUseIsRefused() {
        Python.check("""
                [1].pop()             => not supported: the method 'pop' of a list
                [1].extend([2])       => not supported: the method 'extend' of a list
                [1].sort()            => not supported: the method 'sort' of a list
                [1].index(1)          => not supported: the method 'index' of a list
                (1,).count(1)         => not supported: the method 'count' of a tuple
                {}.update(a=1)        => not supported: the method 'update' of a dict
                {}.pop('a')           => not supported: the method 'pop' of a dict
                {}.setdefault('a', 1) => not supported: the method 'setdefault' of a dict
                """, Python::outcome);
    }
}
