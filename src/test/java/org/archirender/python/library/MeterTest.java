package org.archirender.python.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final List<PyValue> MANY = Collections.nCopies(8000, PyNone.NONE);
    private static final PyStr LONG = new PyStr("x".repeat(64_000));

    private final Meter meter = new Meter(new Limits(1000, 3, 50));

    @Test
    void stepsAreCountedUpToTheLimit() {
        meter.step(999, 0);
        meter.step(1, 0);
        assertThatThrownBy(() -> meter.step(1, 7))
                .isInstanceOfSatisfying(
                        PythonException.class, e -> assertThat(e.offset()).isEqualTo(7))
                .hasMessage("limit: takes more than 1000 steps");
    }

    @Test
    void depthIsHowManyAreEnteredAndNotLeft() {
        for (int i = 0; i < 100; i++) {
            meter.enter(0);
            meter.leave();
        }
        meter.enter(0);
        meter.enter(0);
        meter.enter(0);
        assertThatThrownBy(() -> meter.enter(5)).hasMessage("limit: nested more than 3 deep");
    }

    @Test
    void smallValuesAreFree() {
        for (int i = 0; i < 5000; i++) {
            meter.charge(new PyStr("3.12.* *_cpython"), 0);
            meter.charge(PyInt.of(5), 0);
            meter.charge(PyTuple.of(PyInt.of(1), PyInt.of(2)), 0);
        }
    }

    @Test
    void largeValuesCostByTheirSize() {
        for (PyValue large : List.of(LONG, new PyList(MANY), new PyTuple(MANY), PyView.generator(MANY))) {
            Meter own = new Meter(new Limits(1000, 3, 50));
            own.charge(large, 0);
            assertThatThrownBy(() -> own.charge(large, 0)).hasMessage("limit: takes more than 1000 steps");
        }
    }

    @Test
    void lookingForALongTextInALongTextCostsTheProduct() {
        PyStr part = new PyStr("x".repeat(20));
        assertThatThrownBy(() -> meter.chargeSearch(Operator.IN, part, LONG, 0)).hasMessageContaining("steps");
        assertThatCode(() -> new Meter(new Limits(1000, 3, 50)).chargeSearch(Operator.EQUAL, part, LONG, 0))
                .doesNotThrowAnyException();
    }

    @Test
    void printedTextIsBounded() {
        meter.output(50, 0);
        assertThatThrownBy(() -> meter.output(51, 0)).hasMessage("limit: prints more than 50 characters");
    }
}
