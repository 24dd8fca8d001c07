package org.archirender.python.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PySet;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.Scope;

/**
 * Python's built-in names. All of them are there, since a selector may be no more than such a name and then holds; those
 * that selectors have no business with refuse to be called.
 */
public final class Builtins {
    private static final String REFUSING = "__build_class__ __doc__ __import__ __loader__ __name__ __package__ __spec__"
            + " NotImplemented aiter anext ascii bin breakpoint bytearray bytes callable chr classmethod compile"
            + " complex copyright credits delattr dir divmod enumerate eval exec exit filter format frozenset getattr"
            + " globals hasattr hash help hex id input isinstance issubclass iter license locals map memoryview next"
            + " object oct open ord pow print property quit repr reversed round setattr slice staticmethod super type"
            + " vars zip ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError"
            + " BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError"
            + " ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning"
            + " EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError"
            + " FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError"
            + " InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError"
            + " ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError"
            + " PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError"
            + " ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError"
            + " SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError"
            + " UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning"
            + " ValueError Warning ZeroDivisionError";

    private static final Map<String, PyValue> VALUES = values();

    private Builtins() {}

    /** A scope with all built-in names. */
    public static Scope scope() {
        return name -> Optional.ofNullable(VALUES.get(name));
    }

    private static Map<String, PyValue> values() {
        Map<String, PyValue> values = new HashMap<>();
        Arrays.stream(REFUSING.split(" ")).forEach(name -> values.put(name, PyFunction.refusing(name)));
        values.put("Ellipsis", PyFunction.ELLIPSIS);
        values.put("__debug__", PyBool.TRUE);
        function(values, "int", Builtins::integer);
        function(values, "float", Builtins::real);
        function(values, "str", arguments -> {
            Arguments.Bound bound = arguments.bind("str", 0, "object");
            return new PyStr(bound.get(0, PyStr.EMPTY).str());
        });
        function(
                values,
                "bool",
                arguments -> PyBool.of(
                        arguments.bind("bool", 0, "x").get(0, PyBool.FALSE).truth()));
        function(
                values,
                "len",
                arguments -> PyInt.of(length(arguments.bind("len", 1, "obj").get(0))));
        function(values, "list", arguments -> new PyList(items(arguments, "list")));
        function(values, "tuple", arguments -> new PyTuple(items(arguments, "tuple")));
        function(values, "set", arguments -> new PySet(items(arguments, "set")));
        function(values, "dict", Builtins::dict);
        function(
                values,
                "any",
                arguments -> PyBool.of(items(arguments, "any").stream().anyMatch(PyValue::truth)));
        function(
                values,
                "all",
                arguments -> PyBool.of(items(arguments, "all").stream().allMatch(PyValue::truth)));
        function(values, "sum", Builtins::sum);
        function(values, "min", arguments -> extreme(arguments, "min"));
        function(values, "max", arguments -> extreme(arguments, "max"));
        function(values, "abs", Builtins::absolute);
        function(values, "sorted", arguments -> new PyList(Sorting.sorted(items(arguments, "sorted"), false)));
        function(values, "range", Builtins::range);
        return values;
    }

    private static void function(Map<String, PyValue> values, String name, Function<Arguments, PyValue> body) {
        values.put(name, new PyFunction(name, body));
    }

    private static List<PyValue> items(Arguments arguments, String name) {
        Optional<PyValue> source = arguments.bind(name, 0, "iterable").find(0);
        return source.isPresent() ? Iteration.toList(source.get()) : List.of();
    }

    /** {@code len(value)}. */
    public static int length(PyValue value) {
        if (value instanceof PyStr text) {
            return text.length();
        }
        if (value instanceof PyList list) {
            return list.items().size();
        }
        if (value instanceof PyTuple tuple) {
            return tuple.items().size();
        }
        if (value instanceof PyDict dict) {
            return dict.size();
        }
        if (value instanceof PySet set) {
            return set.size();
        }
        if (value instanceof PyObject object && !value.typeName().equals("generator")) {
            return object.iterate().orElseThrow(() -> noLength(value)).size();
        }
        throw noLength(value);
    }

    private static PythonException noLength(PyValue value) {
        return PythonException.type("object of type '" + value.typeName() + "' has no len()");
    }

    private static PyValue integer(Arguments arguments) {
        Arguments.Bound bound = arguments.bind("int", 0, "x", "base");
        if (bound.find(1).isPresent()) {
            if (!(bound.get(0) instanceof PyStr text)) {
                throw PythonException.type("int() can't convert non-string with explicit base");
            }
            return Numbers.parseInteger(text.value(), base(bound.get(1)));
        }
        return integer(bound.get(0, PyInt.of(0)));
    }

    private static int base(PyValue value) {
        int base = Numbers.index(value);
        if (base != 0 && (base < 2 || base > 36)) {
            throw PythonException.value("int() base must be >= 2 and <= 36, or 0");
        }
        if (base == 0) {
            throw PythonException.unsupported("int() with base 0");
        }
        return base;
    }

    /** {@code int(text, base)}. */
    public static PyInt integer(String text, int base) {
        return Numbers.parseInteger(text, base(PyInt.of(base)));
    }

    /** {@code int(value)}. */
    public static PyInt integer(PyValue value) {
        if (value instanceof PyInt number) {
            return number;
        }
        if (value instanceof PyBool bool) {
            return PyInt.of(bool.truth() ? 1 : 0);
        }
        if (value instanceof PyStr text) {
            return Numbers.parseInteger(text.value(), 10);
        }
        if (value instanceof PyFloat real) {
            if (Double.isNaN(real.value())) {
                throw PythonException.value("cannot convert float NaN to integer");
            }
            if (Double.isInfinite(real.value())) {
                throw new PythonException(PythonError.OVERFLOW, "cannot convert float infinity to integer");
            }
            return new PyInt(new BigDecimal(real.value()).toBigInteger());
        }
        if (value instanceof PyObject object && object.number().isPresent()) {
            return object.number().get();
        }
        throw PythonException.type("int() argument must be a string or a real number, not '" + value.typeName() + "'");
    }

    private static PyValue real(Arguments arguments) {
        return real(arguments.bind("float", 0, "x").get(0, PyInt.of(0)));
    }

    /** {@code float(value)}. */
    public static PyFloat real(PyValue value) {
        if (value instanceof PyStr text) {
            return Numbers.parseFloat(text.value());
        }
        if (value instanceof PyObject object && object.number().isPresent()) {
            return new PyFloat(Numbers.real(object.number().get()));
        }
        if (!Numbers.isNumber(value)) {
            throw PythonException.type(
                    "float() argument must be a string or a real number, not '" + value.typeName() + "'");
        }
        return new PyFloat(Numbers.real(value));
    }

    /** {@code dict(source, **named)}. */
    public static PyDict dict(Arguments arguments) {
        PyDict dict = new PyDict();
        if (arguments.positional().size() > 1) {
            throw PythonException.type("dict expected at most 1 argument");
        }
        arguments.positional().forEach(source -> DictMethods.addAll(dict, source));
        arguments.named().forEach((key, value) -> dict.put(new PyStr(key), value));
        return dict;
    }

    private static PyValue sum(Arguments arguments) {
        Arguments.Bound bound = arguments.bind("sum", 1, "iterable", "start");
        PyValue total = bound.get(1, PyInt.of(0));
        Iterator<PyValue> items = Iteration.over(bound.get(0));
        while (items.hasNext()) {
            total = Arithmetic.binary(Operator.ADD, total, items.next());
        }
        return total;
    }

    private static PyValue extreme(Arguments arguments, String name) {
        List<PyValue> items = arguments.positional().size() == 1
                ? Iteration.toList(arguments.positional().get(0))
                : arguments.positional();
        if (items.isEmpty() || !arguments.named().isEmpty()) {
            throw PythonException.value(name + "() of nothing, or with keywords");
        }
        PyValue best = items.get(0);
        for (PyValue item : items) {
            boolean better = name.equals("min") ? Comparing.less(item, best) : Comparing.less(best, item);
            best = better ? item : best;
        }
        return best;
    }

    private static PyValue absolute(Arguments arguments) {
        PyValue value = arguments.bind("abs", 1, "x").get(0);
        if (value instanceof PyFloat real) {
            return new PyFloat(Math.abs(real.value()));
        }
        return new PyInt(integerOf(value).value().abs());
    }

    private static PyInt integerOf(PyValue value) {
        if (Numbers.integer(value) == null) {
            throw PythonException.type("bad operand type for abs(): '" + value.typeName() + "'");
        }
        return integer(value);
    }

    /** {@code range(stop)} or {@code range(start, stop, step)}. */
    public static PyValue range(Arguments arguments) {
        Arguments.Bound bound = arguments.bind("range", 1, "start", "stop", "step");
        boolean one = bound.find(1).isEmpty();
        long start = one ? 0 : Numbers.index(bound.get(0));
        long stop = Numbers.index(bound.get(one ? 0 : 1));
        long step = Numbers.index(bound.get(2, PyInt.of(1)));
        if (step == 0) {
            throw PythonException.value("range() arg 3 must not be zero");
        }
        Limits.checkItems(Math.max(0, (stop - start) / step));
        List<PyValue> items = new ArrayList<>();
        for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
            items.add(PyInt.of(i));
        }
        return new PyRange("range(" + start + ", " + stop + (step == 1 ? ")" : ", " + step + ")"), items);
    }
}
