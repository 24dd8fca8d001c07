package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Lists and tuples, checked against what Python 3.11 prints. */
class PyListTest {
    @Test
    void itemsOfListsAndTuples() {
        Python.check("""
                [1, 2, 3][0]        => 1
                [1, 2, 3][-1]       => 3
                [1, 2, 3][True]     => 2
                [1, 2, 3][3]        => LookupError
                [1, 2, 3][-4]       => LookupError
                [1]['a']            => TypeError
                [1][0.0]            => TypeError
                [1][None]           => TypeError
                [][0]               => LookupError
                (1, 2)[1]           => 2
                (1, 2)[-2]          => 1
                (1, 2)[2]           => LookupError
                ()[0]               => LookupError
                ['!', ''][1 == 1]   => ''
                [[1, 2], [3]][0][1] => 2
                """, Python::outcome);
    }

    @Test
    void slicesOfListsAndTuples() {
        Python.check("""
                [1, 2, 3][1:]   => [2, 3]
                [1, 2, 3][:2]   => [1, 2]
                [1, 2, 3][:-1]  => [1, 2]
                [1, 2, 3][-2:]  => [2, 3]
                [1, 2, 3][-9:1] => [1]
                [1, 2, 3][1:1]  => []
                [1, 2, 3][2:1]  => []
                [1, 2, 3][9:]   => []
                [1, 2, 3][:]    => [1, 2, 3]
                [][1:]          => []
                (1, 2, 3)[:2]   => (1, 2)
                (1, 2, 3)[1:]   => (2, 3)
                ()[:5]          => ()
                [1, 2]['a':]    => TypeError
                {'a': 1}[1:]    => TypeError
                (5)[1:]         => TypeError
                None[1:]        => TypeError
                """, Python::outcome);
    }

    @Test
    void lengthsAndTruth() {
        Python.check("""
                len([])     => 0
                len([1, 2]) => 2
                len(())     => 0
                len((1,))   => 1
                bool([])    => False
                bool([0])   => True
                bool(())    => False
                bool((0,))  => True
                """, Python::outcome);
    }

    @Test
    void changesOfAListAreSeenWhileIteratingOverIt() {
        PyList list = new PyList(List.of(PyInt.of(1)));
        Iterator<PyValue> items = list.iterate();
        assertThat(items.next()).isEqualTo(PyInt.of(1));
        assertThat(items.hasNext()).isFalse();
        list.add(PyInt.of(2));
        assertThat(items.next()).isEqualTo(PyInt.of(2));
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aListIsACopyOfWhatItIsMadeOf() {
        List<PyValue> source = new ArrayList<>(List.of(PyInt.of(1)));
        PyList list = new PyList(source);
        PyTuple tuple = new PyTuple(source);
        source.add(PyInt.of(2));
        assertThat(list.items()).hasSize(1);
        assertThat(tuple.items()).hasSize(1);
    }

    @Test
    void listsAreEqualInJavaOnlyToThemselves() {
        assertThat(new PyList(List.of())).isNotEqualTo(new PyList(List.of()));
        assertThat(PyTuple.of(PyInt.of(1))).isEqualTo(PyTuple.of(PyInt.of(1)));
        assertThat(PyList.ofStrings(List.of("a", "b")).repr()).isEqualTo("['a', 'b']");
    }

    @Test
    void listsAndTuplesAreOfBoundedSize() {
        List<PyValue> most = Collections.nCopies(Limits.ITEMS, PyNone.NONE);
        PyList list = new PyList(most);
        assertThatThrownBy(() -> list.add(PyNone.NONE)).hasMessage("limit: more than 131072 items");
        List<PyValue> more = Collections.nCopies(Limits.ITEMS + 1, PyNone.NONE);
        assertThatThrownBy(() -> new PyTuple(more)).hasMessage("limit: more than 131072 items");
        assertThatThrownBy(() -> new PyList(more)).hasMessage("limit: more than 131072 items");
    }

    @Test
    void membershipGoesByEquality() {
        PyTuple numbers = PyTuple.of(PyInt.of(1), new PyFloat(2));
        assertThat(numbers.contains(PyBool.TRUE)).isTrue();
        assertThat(numbers.contains(PyInt.of(2))).isTrue();
        assertThat(numbers.contains(new PyStr("1"))).isFalse();
        PyFloat nan = new PyFloat(Double.NaN);
        assertThat(PyTuple.of(nan).contains(nan)).as("the same object").isTrue();
        assertThat(PyTuple.of(nan).contains(new PyFloat(Double.NaN))).isFalse();
    }
}
