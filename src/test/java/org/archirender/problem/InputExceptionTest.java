package org.archirender.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputExceptionTest {
    private static final Problem WRONG =
            new Problem(Location.of("a.yaml", 2), "there is no key 'edit'", "write 'edits'");
    private static final Problem ALSO = new Problem(Location.of("b.yaml"), "is empty");

    @Test
    void aProblemIsItsPlaceWhatIsWrongAndTheNextStepOnALineOfItsOwn() {
        assertThat(WRONG).hasToString("a.yaml:2: there is no key 'edit'\n  fix: write 'edits'");
        assertThat(ALSO).hasToString("b.yaml: is empty");
    }

    @Test
    void saysAllThatWasFoundInTheOrderInWhichItWas() {
        InputException both = new InputException(List.of(ALSO, WRONG));
        assertThat(both).hasMessage("b.yaml: is empty\na.yaml:2: there is no key 'edit'\n  fix: write 'edits'");
        assertThat(both.problems()).containsExactly(ALSO, WRONG);
    }

    @Test
    void isNotThrownForNothing() {
        assertThatThrownBy(() -> new InputException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatItWasMadeOf() {
        List<Problem> found = new ArrayList<>(List.of(WRONG));
        InputException thrown = new InputException(found);
        found.clear();
        assertThat(thrown.problems()).containsExactly(WRONG);
    }
}
