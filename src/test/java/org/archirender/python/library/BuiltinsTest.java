package org.archirender.python.library;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Python's built-in names, checked against what Python 3.11 prints. */
class BuiltinsTest {
    private static final Map<String, String> CASES = Map.ofEntries(
            entry("int", """
                    int('310')         => 310
                    int(float('14.2')) => 14
                    int('12') >= 12    => True
                    int('a')           => ValueError
                    int(1, 2, 3)       => TypeError
                    """), entry("float", """
                    float('14.2')    => 14.2
                    float('14') < 14 => False
                    float('a')       => ValueError
                    float(1, 2)      => TypeError
                    """), entry("str", """
                    str(310)                           => '310'
                    str('a')                           => 'a'
                    str(1.0)                           => '1.0'
                    'cp313t' in str('3.13.* *_cp313t') => True
                    str(1, 2)                          => not supported: the argument 'encoding' of str()
                    str(object=5)                      => '5'
                    """), entry("bool", """
                    bool()        => False
                    bool('')      => False
                    bool('False') => True
                    bool(0.0)     => False
                    bool([0])     => True
                    bool(1, 2)    => TypeError
                    """), entry("len", """
                    len('abc')            => 3
                    len([1, 2])           => 2
                    len((1,))             => 1
                    len({'a': 1})         => 1
                    len({'a': 1}.items()) => 1
                    len(5)                => TypeError
                    len(None)             => TypeError
                    len()                 => TypeError
                    len('a', 'b')         => TypeError
                    """));

    static List<String> names() {
        return Builtins.ALL.stream().map(Definition::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesWhatPythonGives(String function) {
        assertThat(CASES).as("no cases of the function '" + function + "'").containsKey(function);
        assertThat(CASES.get(function)).contains(function + "(");
        Python.check(requireNonNull(CASES.get(function)), Python::outcome);
    }

    /** All of {@code dir(builtins)} of Python 3.11, but for True, False and None: a selector may be such a name. */
    @Test
    void everyBuiltInNameIsThereAndTrue() {
        String names = "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup "
                + "BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError "
                + "ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError "
                + "DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception "
                + "ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning "
                + "GeneratorExit IOError ImportError ImportWarning IndentationError IndexError "
                + "InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError "
                + "ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError "
                + "OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError "
                + "RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning "
                + "StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit "
                + "TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError "
                + "UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning "
                + "ValueError Warning ZeroDivisionError __build_class__ __import__ __loader__ __name__ "
                + "__package__ __spec__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes "
                + "callable chr classmethod compile complex copyright credits delattr dict dir divmod "
                + "enumerate eval exec exit filter float format frozenset getattr globals hasattr hash "
                + "help hex id input int isinstance issubclass iter len license list locals map max "
                + "memoryview min next object oct open ord pow print property quit range repr reversed "
                + "round set setattr slice sorted staticmethod str sum super tuple type vars zip";
        assertThat(names.split(" ", -1))
                .allSatisfy(name ->
                        assertThat(Python.outcome("not " + name)).as(name).isEqualTo("False"));
    }

    @Test
    void mostRefuseToBeCalled() {
        for (String name :
                List.of("open", "eval", "exec", "getattr", "__import__", "print", "sorted", "dict", "type")) {
            assertThat(Python.outcome(name + "('a')")).isEqualTo("not supported: calling " + name + "()");
        }
    }

    @Test
    void theyHaveNoAttributes() {
        Python.check("""
                int.x      => AttributeError
                str.nosuch => AttributeError
                """, Python::outcome);
    }
}
