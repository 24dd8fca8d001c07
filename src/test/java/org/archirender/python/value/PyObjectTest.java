package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.library.PyFunction;
import org.archirender.python.library.Python;
import org.archirender.python.library.Scope;
import org.junit.jupiter.api.Test;

/** What a value with a behaviour of its own can't do unless it says so. */
class PyObjectTest {
    /** A value that says nothing about itself. */
    record Plain() implements PyObject {
        @Override
        public String typeName() {
            return "plain";
        }
    }

    /** A value that is greater than everything, as some version objects are. */
    record Largest() implements PyObject {
        @Override
        public String typeName() {
            return "largest";
        }

        @Override
        public Optional<PyValue> operate(Operator operator, PyValue other, boolean reflected) {
            return switch (operator) {
                case GREATER, GREATER_OR_EQUAL -> Optional.of(PyBool.TRUE);
                case LESS, LESS_OR_EQUAL -> Optional.of(PyBool.FALSE);
                default -> Optional.empty();
            };
        }
    }

    private static String outcome(String expression) {
        Map<String, PyValue> names = new LinkedHashMap<>();
        names.put("x", new Plain());
        names.put("top", new Largest());
        names.put("keys", new PyView("dict_keys", List.of(new PyStr("a"))));
        names.put("made", PyView.generator(List.of(PyInt.of(1))));
        names.put("some", new PyView("range", List.of(PyInt.of(5), PyInt.of(6))));
        try {
            return Python.eval(expression, names);
        } catch (PythonException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void whatAnObjectDoesNotSayItCannotDo() {
        Python.check("""
                not x       => False
                str(x)      => not supported: printing a value of type plain
                x.a         => AttributeError: 'plain' object has no attribute 'a'
                x[0]        => TypeError: 'plain' object is not subscriptable
                x[1:]       => TypeError: 'plain' object is not subscriptable
                x()         => TypeError: 'plain' object is not callable
                1 in x      => TypeError: 'plain' object is not iterable
                len(x)      => TypeError: object of type 'plain' has no len()
                -x          => TypeError: bad operand type for unary -: 'plain'
                x + 1       => TypeError: unsupported operand type(s) for +: 'plain' and 'int'
                1 + x       => TypeError: unsupported operand type(s) for +: 'int' and 'plain'
                x < 1       => TypeError: '<' not supported between instances of 'plain' and 'int'
                int(x)      => TypeError: int() argument must be a string or a real number, not 'plain'
                float(x)    => TypeError: float() argument must be a string or a real number, not 'plain'
                '{}'.format(x) => not supported: printing a value of type plain
                '{:d}'.format(x) => TypeError: unsupported format string passed to plain.__format__
                '%d' % x    => TypeError: %d format: a number is required, not plain
                x == x      => True
                x == 1      => False
                x is x      => True
                """, PyObjectTest::outcome);
    }

    @Test
    void anObjectMayHaveAnOrderOfItsOwn() {
        Python.check("""
                top > 1     => True
                top < 1     => False
                1 < top     => True
                1 >= top    => False
                'a' <= top  => True
                top + 1     => TypeError: unsupported operand type(s) for +: 'largest' and 'int'
                """, PyObjectTest::outcome);
    }

    @Test
    void viewsAreIteratedOver() {
        Python.check("""
                keys        => dict_keys(['a'])
                'a' in keys => True
                len(keys)   => 1
                keys[0]     => TypeError: 'dict_keys' object is not subscriptable
                keys.isdisjoint => not supported: the attribute 'isdisjoint' of a dict_keys
                made        => not supported: printing a value of type generator
                1 in made   => True
                not made    => False
                len(made)   => TypeError: object of type 'generator' has no len()
                made[0]     => TypeError: 'generator' object is not subscriptable
                some        => not supported: printing a value of type range
                some[1]     => 6
                some[-1]    => 6
                some[2]     => LookupError: tuple index out of range
                len(some)   => 2
                5 in some   => True
                some.start  => not supported: the attribute 'start' of a range
                some == some => True
                some == keys => not supported: comparing a range with a dict_keys
                """, PyObjectTest::outcome);
    }

    @Test
    void functionsAreCalledWithTheirArguments() {
        PyFunction twice = new PyFunction(
                "twice",
                given ->
                        PyTuple.of(given.positional().get(0), given.positional().get(0)));
        assertThat(twice.call(Arguments.of(PyInt.of(1)))).hasValue(PyTuple.of(PyInt.of(1), PyInt.of(1)));
        assertThat(twice.name()).isEqualTo("twice");
        assertThat(twice.truth()).isTrue();
        assertThatThrownBy(() -> PyFunction.refusing("open").call(Arguments.NONE))
                .hasMessage("not supported: calling open()");
    }

    @Test
    void aScopeFallsBackToTheNext() {
        Map<String, PyValue> inner = new LinkedHashMap<>();
        inner.put("a", PyInt.of(1));
        Map<String, PyValue> outer = new LinkedHashMap<>();
        outer.put("a", PyInt.of(2));
        outer.put("b", PyInt.of(3));
        Scope scope = Scope.of(inner).or(Scope.of(outer));
        inner.put("c", PyInt.of(4));
        assertThat(scope.find("a")).hasValue(PyInt.of(1));
        assertThat(scope.find("b")).hasValue(PyInt.of(3));
        assertThat(scope.find("c")).as("added after the scope was made").isEmpty();
    }

    @Test
    void anErrorKeepsItsFirstPlace() {
        PythonException error = PythonException.type("no");
        assertThat(error.offset()).isEqualTo(PythonException.NOWHERE);
        assertThat(error.at(5).at(7).offset()).isEqualTo(5);
        assertThat(error.at(5)).hasMessage("TypeError: no");
        assertThat(error.name()).isEmpty();
        assertThat(PythonException.unknownName("win64x", 3).at(9)).satisfies(unknown -> {
            assertThat(unknown.name()).hasValue("win64x");
            assertThat(unknown.offset()).isEqualTo(3);
        });
        assertThat(error.getStackTrace()).isEmpty();
    }
}
