package org.archirender.python.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final Meter meter = new Meter(new Limits(1000, 3, 50));

    @Test
    void aStepThatIsTooManySaysWhere() {
        assertThatThrownBy(() -> Budget.within("the test", 200, () -> {
                    meter.step(5);
                    meter.step(6);
                    meter.step(7);
                    return PyNone.NONE;
                }))
                .isInstanceOfSatisfying(
                        PythonException.class, e -> assertThat(e.offset()).isEqualTo(7))
                .hasMessage("limit: the test takes too long: more than 200 bytes to read and write");
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
    void printedTextIsBounded() {
        meter.print("ab", 48, 0);
        assertThatThrownBy(() -> meter.print("ab", 49, 0)).hasMessage("limit: prints more than 50 characters");
    }
}
