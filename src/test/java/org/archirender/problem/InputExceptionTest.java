package org.archirender.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
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

    @Test
    void whatNobodyReadsIsLeftOut() {
        Problem quotes = new Problem(Location.of("a.yaml"), "'x' is '" + "1".repeat(1_000_000) + "' here", "");
        assertThat(quotes.message())
                .hasSizeLessThan(4001)
                .startsWith("'x' is '1")
                .endsWith("1' here")
                .contains("1…1");
        Problem pairs =
                new Problem(Location.of("a.yaml"), "\ud83d\ude00".repeat(5000), "y" + "\ud83d\ude00".repeat(5000));
        assertThat(pairs.message() + pairs.fix())
                .satisfies(text -> assertThat(text.codePoints().filter(c -> c >= 0xd800 && c < 0xe000))
                        .isEmpty());
        InputException many = new InputException(Collections.nCopies(5000, WRONG));
        assertThat(many.problems()).hasSize(1001).last().hasToString("a.yaml:2: and 4000 more from here on");
        assertThat(new InputException(Collections.nCopies(1001, WRONG)).problems())
                .hasSize(1001)
                .containsOnly(WRONG);
    }
}
