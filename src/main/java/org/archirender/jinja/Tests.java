package org.archirender.jinja;

import java.math.BigInteger;
import java.util.Locale;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Jinja's tests, the words after {@code is}. */
final class Tests {
    private Tests() {}

    /** {@code value is name(arguments)}: mostly a bool, but comparisons with undefined values are undefined. */
    static PyValue apply(String name, PyValue value, Arguments arguments) {
        return takesArgument(name) && !name.equals("divisibleby")
                ? compares(name, value, arguments)
                : PyBool.of(holds(name, value, arguments));
    }

    private static boolean holds(String name, PyValue value, Arguments arguments) {
        if (Vocabulary.isTest(name) && !takesArgument(name)) {
            arguments.bind(name, 0);
        }
        return switch (name) {
            case "defined" -> !(value instanceof UndefinedValue);
            case "undefined" -> value instanceof UndefinedValue;
            case "none" -> value == PyNone.NONE;
            case "boolean" -> value instanceof PyBool;
            case "true" -> value == PyBool.TRUE;
            case "false" -> value == PyBool.FALSE;
            case "integer" -> value instanceof PyInt;
            case "float" -> value instanceof PyFloat;
            case "number" -> value instanceof PyInt || value instanceof PyFloat || value instanceof PyBool;
            case "string" -> value instanceof PyStr;
            case "mapping" -> value instanceof PyDict;
            case "sequence" -> isSequence(value);
            case "iterable" -> isIterable(value);
            case "lower" -> text(value).equals(text(value).toLowerCase(Locale.ROOT)) && isCased(value);
            case "upper" -> text(value).equals(text(value).toUpperCase(Locale.ROOT)) && isCased(value);
            case "odd" -> remainder(value, PyInt.of(2)).equals(BigInteger.ONE);
            case "even" -> remainder(value, PyInt.of(2)).signum() == 0;
            case "divisibleby" -> remainder(value, argument(name, arguments)).signum() == 0;
            case "filter" -> value instanceof PyStr && Vocabulary.isFilter(text(value));
            case "test" -> value instanceof PyStr && Vocabulary.isTest(text(value));
            default -> throw unknown(name);
        };
    }

    private static PyValue compares(String name, PyValue value, Arguments arguments) {
        Operator operator = switch (name) {
            case "eq", "equalto", "==" -> Operator.EQUAL;
            case "ne", "!=" -> Operator.NOT_EQUAL;
            case "lt", "lessthan", "<" -> Operator.LESS;
            case "le", "<=" -> Operator.LESS_OR_EQUAL;
            case "gt", "greaterthan", ">" -> Operator.GREATER;
            case "ge", ">=" -> Operator.GREATER_OR_EQUAL;
            case "in" -> Operator.IN;
            case "sameas" -> Operator.IS;
            default -> throw unknown(name);
        };
        return Comparing.compare(operator, value, argument(name, arguments));
    }

    private static PythonException unknown(String name) {
        return Vocabulary.isTest(name)
                ? new PythonException(PythonError.UNSUPPORTED, "the test " + name)
                : Vocabulary.noTest(name);
    }

    private static PyValue argument(String name, Arguments arguments) {
        return arguments.bind(name, 1, "other").get(0);
    }

    private static boolean takesArgument(String name) {
        return switch (name) {
            case "divisibleby",
                    "sameas",
                    "in",
                    "==",
                    "eq",
                    "equalto",
                    "!=",
                    "ne",
                    ">",
                    "gt",
                    "greaterthan",
                    "ge",
                    ">=",
                    "<",
                    "lt",
                    "lessthan",
                    "<=",
                    "le" -> true;
            default -> false;
        };
    }

    private static String text(PyValue value) {
        return value.str();
    }

    private static boolean isCased(PyValue value) {
        return text(value).codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    private static boolean isSequence(PyValue value) {
        return value instanceof PyStr
                || value instanceof PyList
                || value instanceof PyTuple
                || value instanceof PyDict
                || value instanceof UndefinedValue;
    }

    private static boolean isIterable(PyValue value) {
        try {
            Iteration.over(value);
            return true;
        } catch (PythonException e) {
            return e.error() == PythonError.UNSUPPORTED;
        }
    }

    private static BigInteger remainder(PyValue value, PyValue by) {
        PyValue rest = Arithmetic.binary(Operator.MODULO, value, by);
        if (rest instanceof PyInt number) {
            return number.value();
        }
        throw new PythonException(PythonError.UNSUPPORTED, "the remainder of a value of type " + value.typeName());
    }
}
