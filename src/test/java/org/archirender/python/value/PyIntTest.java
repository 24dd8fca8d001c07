package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Integers and their texts, checked against what Python 3.11 prints. */
class PyIntTest {
    @Test
    void textsOfIntegersAreRead() {
        Python.check("""
                int('12')       => 12
                int('-12')      => -12
                int('+12')      => 12
                int(' 12 ')     => 12
                int('\\t12\\n') => 12
                int('\\xa012')  => not supported: the escape '\\x' in a string
                int('007')      => 7
                int('-0')       => 0
                int('1_000')    => 1000
                int('1_0_0')    => 100
                int('9' * 30)   => 999999999999999999999999999999
                int('٣')        => 3
                """, Python::outcome);
    }

    @Test
    void otherTextsAreValueErrors() {
        Python.check("""
                int('')      => ValueError
                int(' ')     => ValueError
                int('-')     => ValueError
                int('+')     => ValueError
                int('1.0')   => ValueError
                int('3.9')   => ValueError
                int('1e3')   => ValueError
                int('0x1f')  => ValueError
                int('1 2')   => ValueError
                int('- 1')   => ValueError
                int('--1')   => ValueError
                int('+-1')   => ValueError
                int('1__0')  => ValueError
                int('_1')    => ValueError
                int('1_')    => ValueError
                int('-_1')   => ValueError
                int('abc')   => ValueError
                int('310_x') => ValueError
                int('½')     => ValueError
                """, Python::outcome);
    }

    @Test
    void otherValues() {
        Python.check("""
                int()              => 0
                int(5)             => 5
                int(True)          => 1
                int(3.9)           => 3
                int(-3.9)          => -3
                int(float('1e20')) => 100000000000000000000
                int(float('nan'))  => ValueError
                int(float('inf'))  => OverflowError
                int(None)          => TypeError
                int([])            => TypeError
                int({})            => TypeError
                int('ff', 16)      => not supported: the argument 'base' of int()
                int('1', base=2)   => not supported: the argument 'base' of int()
                int(float('14.3')) => 14
                """, Python::outcome);
    }

    @Test
    void anIntegerIsItsNumber() {
        assertThat(PyInt.of(310)).isEqualTo(PyInt.parse(" 310 ")).hasToString("310");
        assertThat(PyInt.of(0).truth()).isFalse();
        assertThat(PyInt.of(-1).truth()).isTrue();
        assertThat(PyInt.of(7).real()).isEqualTo(7.0);
    }

    @Test
    void integersAreOfBoundedSize() {
        assertThat(new PyInt(BigInteger.ONE.shiftLeft(Limits.BITS - 1)).truth()).isTrue();
        assertThatThrownBy(() -> new PyInt(BigInteger.ONE.shiftLeft(Limits.BITS)))
                .hasMessage("limit: an integer of more than 32768 bits");
        assertThatThrownBy(() -> PyInt.parse("9".repeat(20_000))).hasMessageContaining("bits");
    }

    @Test
    void anIntegerThatNoDoubleHoldsOverflows() {
        assertThatThrownBy(() -> new PyInt(BigInteger.TEN.pow(400)).real())
                .hasMessage("OverflowError: int too large to convert to float");
    }

    @Test
    void indicesAreCutToTheRangeOfInt() {
        assertThat(PyNumber.index(PyInt.of(5))).isEqualTo(5);
        assertThat(PyNumber.index(PyBool.TRUE)).isEqualTo(1);
        assertThat(PyNumber.index(new PyInt(BigInteger.TEN.pow(30)))).isPositive();
        assertThat(PyNumber.index(new PyInt(BigInteger.TEN.pow(30).negate()))).isNegative();
        assertThatThrownBy(() -> PyNumber.index(new PyFloat(1)))
                .hasMessage("TypeError: 'float' object cannot be interpreted as an integer");
    }
}
