package org.archirender.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UnreadableExceptionTest {
    private static final Location END = new Location("meta.yaml", 9, 1);

    @Test
    void saysWhereATextStopsMakingSense() {
        assertThat(UnreadableException.at(END, "not UTF-8", "save it as UTF-8"))
                .hasMessage("meta.yaml:9:1: not UTF-8\n  fix: save it as UTF-8");
    }

    @Test
    void saysFromWhichLineOnSomethingIsNotComplete() {
        assertThat(UnreadableException.within(
                        END, "expected ',' or ']'", "while parsing a flow sequence", new Location("meta.yaml", 4, 11)))
                .hasMessage("meta.yaml:9:1: expected ',' or ']' (while parsing a flow sequence from line 4)");
    }

    @Test
    void theSameLineIsNotSaidTwice() {
        assertThat(UnreadableException.within(
                        END, "found '%'", "while scanning a token", new Location("meta.yaml", 9, 0)))
                .hasMessage("meta.yaml:9:1: found '%' (while scanning a token)");
    }

    @Test
    void noLineIsSaidWhereNoneIsKnown() {
        assertThat(UnreadableException.within(END, "found '%'", "while scanning", Location.of("meta.yaml")))
                .hasMessage("meta.yaml:9:1: found '%' (while scanning)");
    }

    /** A recipe's text is cut into parts before some of them are read: each part's places are moved to the whole's. */
    @Test
    void bothPlacesMove() {
        UnaryOperator<Location> down = at -> new Location("recipe/" + at.file(), at.line() + 100, at.column());
        UnreadableException moved = UnreadableException.within(
                        END, "expected ']'", "while parsing", new Location("meta.yaml", 4, 1))
                .moved(down);
        assertThat(moved).hasMessage("recipe/meta.yaml:109:1: expected ']' (while parsing from line 104)");
        assertThat(moved.problems()).extracting(Problem::at).containsExactly(new Location("recipe/meta.yaml", 109, 1));
    }

    @Test
    void theNextStepStaysWhenItMoves() {
        UnreadableException moved =
                UnreadableException.at(END, "not UTF-8", "save it as UTF-8").moved(at -> Location.of("x.yaml"));
        assertThat(moved).hasMessage("x.yaml: not UTF-8\n  fix: save it as UTF-8");
    }
}
