package org.archirender.python.library;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;

/**
 * Python's built-in names. All of them are there, since a selector may be no more than such a name and then holds; those
 * that selectors have no business with refuse to be called.
 */
public final class Builtins {
    /** The functions that can be called. */
    public static final List<Definition<PyValue>> ALL = List.of(
            Definition.of(
                    "int",
                    "x=, base!",
                    "the integer that a text or number says",
                    (none, given) -> integer(given.get(0, PyInt.of(0)))),
            Definition.of(
                    "float",
                    "x=",
                    "the float that a text or number says",
                    (none, given) -> real(given.get(0, PyInt.of(0)))),
            Definition.of(
                    "str",
                    "object=, encoding!, errors!",
                    "a value as text",
                    (none, given) -> new PyStr(given.get(0, PyStr.EMPTY).str())),
            Definition.of(
                    "bool",
                    "x=",
                    "whether a value is true",
                    (none, given) -> PyBool.of(given.get(0, PyBool.FALSE).truth())),
            Definition.of(
                    "len",
                    "obj",
                    "the length of a text, list, tuple or dict",
                    (none, given) -> PyInt.of(given.get(0).length())));

    private static final String REFUSING = "__build_class__ __doc__ __import__ __loader__ __name__ __package__ __spec__"
            + " NotImplemented abs aiter all anext any ascii bin breakpoint bytearray bytes callable chr classmethod"
            + " compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter format"
            + " frozenset getattr globals hasattr hash help hex id input isinstance issubclass iter license list locals"
            + " map max memoryview min next object oct open ord pow print property quit range repr reversed round set"
            + " setattr slice sorted staticmethod sum super tuple type vars zip ArithmeticError AssertionError"
            + " AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning"
            + " ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError"
            + " DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError"
            + " FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning"
            + " IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError"
            + " MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError"
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
        ALL.forEach(function -> values.put(function.name(), function.of(PyFunction.ELLIPSIS)));
        return values;
    }

    /**
     * {@code int(value)}.
     *
     * @throws PythonException a ValueError for a text that is no integer, a TypeError for what has no number
     */
    public static PyInt integer(PyValue value) {
        if (value instanceof PyBool bool) {
            return PyInt.of(bool.truth() ? 1 : 0);
        }
        if (value instanceof PyInt number) {
            return number;
        }
        if (value instanceof PyStr text) {
            return PyInt.parse(text.value());
        }
        if (value instanceof PyFloat real) {
            if (Double.isNaN(real.value())) {
                throw PythonException.value("cannot convert float NaN to integer");
            }
            if (Double.isInfinite(real.value())) {
                throw PythonException.of(Family.OVERFLOW, "cannot convert float infinity to integer");
            }
            return new PyInt(new BigDecimal(real.value()).toBigInteger());
        }
        Optional<PyInt> number = value instanceof PyObject object ? object.number() : Optional.empty();
        return number.orElseThrow(() -> PythonException.type(
                "int() argument must be a string or a real number, not '" + value.typeName() + "'"));
    }

    /**
     * {@code float(value)}.
     *
     * @throws PythonException a ValueError for a text that is no number, a TypeError for what has no number
     */
    public static PyFloat real(PyValue value) {
        if (value instanceof PyStr text) {
            return PyFloat.parse(text.value());
        }
        if (value instanceof PyNumber number) {
            return new PyFloat(number.real());
        }
        Optional<PyInt> number = value instanceof PyObject object ? object.number() : Optional.empty();
        return new PyFloat(number.orElseThrow(() -> PythonException.type(
                        "float() argument must be a string or a real number, not '" + value.typeName() + "'"))
                .real());
    }
}
