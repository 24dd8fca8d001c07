package org.archirender.python.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.python.library.Python;
import org.junit.jupiter.api.Test;

/** Floats and their texts, checked against what Python 3.11 prints. */
class PyFloatTest {
    @Test
    void theShortestDigitsThatGiveTheValueBackArePrinted() {
        Python.check("""
                0.0                              => 0.0
                -0.0                             => -0.0
                1.0                              => 1.0
                -1.0                             => -1.0
                1.50                             => 1.5
                0.1                              => 0.1
                0.30                             => 0.3
                3.10                             => 3.1
                3.14159                          => 3.14159
                100.0                            => 100.0
                1234567.0                        => 1234567.0
                123456789012345.0                => 123456789012345.0
                0.1 + 0.2                        => 0.30000000000000004
                1.0 / 3                          => 0.3333333333333333
                2.0 / 3                          => 0.6666666666666666
                0.0001                           => 0.0001
                0.00001                          => 1e-05
                0.000123                         => 0.000123
                float('1e15')                    => 1000000000000000.0
                float('1e16')                    => 1e+16
                float('1e17')                    => 1e+17
                float('123456789012345678')      => 1.2345678901234568e+17
                float('1.5e16')                  => 1.5e+16
                float('1e22')                    => 1e+22
                float('1e23')                    => 1e+23
                float('1e-4')                    => 0.0001
                float('1e-5')                    => 1e-05
                float('1.25e-7')                 => 1.25e-07
                float('1e100')                   => 1e+100
                float('1.7976931348623157e308')  => 1.7976931348623157e+308
                float('2.2250738585072014e-308') => 2.2250738585072014e-308
                float('5e-324')                  => 5e-324
                float('-5e-324')                 => -5e-324
                float('9007199254740993')        => 9007199254740992.0
                float('inf')                     => inf
                float('-inf')                    => -inf
                float('nan')                     => nan
                4.35                             => 4.35
                2.675                            => 2.675
                1.1                              => 1.1
                """, Python::outcome);
    }

    @Test
    void textsOfNumbersAreRead() {
        Python.check("""
                float('1.5')       => 1.5
                float('15')        => 15.0
                float('-1.5')      => -1.5
                float('+1.5')      => 1.5
                float(' 1.5 ')     => 1.5
                float('1.5\\n')    => 1.5
                float('.5')        => 0.5
                float('5.')        => 5.0
                float('1e3')       => 1000.0
                float('1E3')       => 1000.0
                float('1e+3')      => 1000.0
                float('1e-3')      => 0.001
                float('1_0.5e2')   => 1050.0
                float('1_000')     => 1000.0
                float('007')       => 7.0
                float('inf')       => inf
                float('INF')       => inf
                float('infinity')  => inf
                float('-Infinity') => -inf
                float('+inf')      => inf
                float('nan')       => nan
                float('-NaN')      => nan
                float('1e400')     => inf
                float('-1e400')    => -inf
                float('1e-400')    => 0.0
                """, Python::outcome);
    }

    @Test
    void otherTextsAreValueErrors() {
        Python.check("""
                float('')      => ValueError
                float(' ')     => ValueError
                float('.')     => ValueError
                float('-')     => ValueError
                float('e5')    => ValueError
                float('1e')    => ValueError
                float('1e+')   => ValueError
                float('1.2.3') => ValueError
                float('1d')    => ValueError
                float('1f')    => ValueError
                float('0x1p3') => ValueError
                float('1__0')  => ValueError
                float('_1')    => ValueError
                float('1_')    => ValueError
                float('1_.5')  => ValueError
                float('1._5')  => ValueError
                float('1e_5')  => ValueError
                float('--1')   => ValueError
                float('1 2')   => ValueError
                float('infi')  => ValueError
                float('x')     => ValueError
                float('1,5')   => ValueError
                """, Python::outcome);
    }

    @Test
    void otherValues() {
        Python.check("""
                float()          => 0.0
                float(2)         => 2.0
                float(True)      => 1.0
                float(1.5)       => 1.5
                float(10 ** 22)  => 1e+22
                float(10 ** 400) => OverflowError
                float(None)      => TypeError
                float([])        => TypeError
                """, Python::outcome);
    }

    @Test
    void aTextThatIsLongerThanAnyNumberIsRefused() {
        assertThat(PyFloat.parse("0".repeat(300) + "1").value()).isEqualTo(1);
        assertThatThrownBy(() -> PyFloat.parse("1".repeat(500)))
                .hasMessage("limit: a number of more than 400 characters");
    }

    @Test
    void nanIsTrueAndNoNumber() {
        PyFloat nan = new PyFloat(Double.NaN);
        assertThat(nan.isNaN()).isTrue();
        assertThat(nan.truth()).isTrue();
        assertThat(new PyFloat(0).isNaN()).isFalse();
        assertThat(new PyFloat(-0.0).truth()).isFalse();
    }
}
