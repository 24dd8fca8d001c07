package org.archirender.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.archirender.problem.Problem;
import org.junit.jupiter.api.Test;

class FieldShapeTest {
    /** What is told of {@code value} as the value of a field {@code f}: place, message and fix of each problem. */
    private static List<String> told(FieldShape shape, String value) {
        List<Problem> problems = new ArrayList<>();
        Field.optional("f", shape, "").check(YamlReader.read(value, "x").orElseThrow(), problems::add);
        return problems.stream()
                .map(problem -> problem.at() + " " + problem.message() + " | " + problem.fix())
                .toList();
    }

    @Test
    void aTextIsOneLineThatIsNotBlank() {
        assertThat(told(FieldShapes.TEXT, "some words")).isEmpty();
        assertThat(told(FieldShapes.TEXT, "12")).isEmpty();
        assertThat(told(FieldShapes.TEXT, "\"a\\tb\"")).isEmpty();
        assertThat(told(FieldShapes.TEXT, "\" \"")).containsExactly("x:1:1 'f' is empty | give text on one line");
        assertThat(told(FieldShapes.TEXT, "~")).containsExactly("x:1:1 'f' is empty | give text on one line");
        assertThat(told(FieldShapes.TEXT, "\"a\\nb\""))
                .containsExactly("x:1:1 'f' has a line break or another control character | give text on one line");
        assertThat(told(FieldShapes.TEXT, "\"a\\0b\"")).hasSize(1);
        assertThat(told(FieldShapes.TEXT, "[a]"))
                .containsExactly("x:1:1 'f' has a list or a mapping where a text belongs | give text on one line");
        assertThat(told(FieldShapes.TEXT, "{a: b}")).hasSize(1);
    }

    @Test
    void aBlockMayHaveSeveralLinesButNotNone() {
        assertThat(told(FieldShapes.BLOCK, "|\n  a\n  b\n")).isEmpty();
        assertThat(told(FieldShapes.BLOCK, "\"\\n\"")).containsExactly("x:1:1 'f' is empty | give text");
        assertThat(told(FieldShape.anyText("a line"), "''")).isEmpty();
    }

    @Test
    void aParsedTextIsOneThatItsParserTakes() {
        FieldShape day = FieldShape.parsed("a day such as `2019-01-15`", LocalDate::parse);
        assertThat(told(day, "2019-01-15")).isEmpty();
        assertThat(told(day, "2019-02-30"))
                .containsExactly("x:1:1 'f' is '2019-02-30' | give a day such as '2019-01-15'");
        FieldShape number = FieldShape.parsed("a number", Integer::valueOf);
        assertThat(told(number, "one")).containsExactly("x:1:1 'f' is 'one' | give a number");
    }

    @Test
    void aStringSaysWhatIsWrongWithIt() {
        FieldShape.Text lower =
                FieldShape.string("a name", text -> text.equals(text.toLowerCase(Locale.ROOT)) ? "" : "has capitals");
        assertThat(told(lower, "abc")).isEmpty();
        assertThat(told(lower, "aBc")).containsExactly("x:1:1 'f' has capitals | give a name");
        assertThat(told(lower.withFix("write 'abc'"), "aBc")).containsExactly("x:1:1 'f' has capitals | write 'abc'");
    }

    @Test
    void aWholeNumberHasNineDigitsAtMost() {
        FieldShape from0 = new FieldShape.WholeNumber("a whole number", 0);
        FieldShape from1 = new FieldShape.WholeNumber("a whole number from 1", 1);
        assertThat(told(from0, "0")).isEmpty();
        assertThat(told(from0, "999999999")).isEmpty();
        assertThat(told(from1, "1")).isEmpty();
        assertThat(told(from1, "0")).containsExactly("x:1:1 'f' is '0' | give a whole number from 1");
        for (String wrong : List.of("1000000000", "-1", "1.0", "0x1", "1e3", "one")) {
            assertThat(told(from0, wrong)).containsExactly("x:1:1 'f' is '" + wrong + "' | give a whole number");
        }
    }

    @Test
    void aChoiceIsOneOfItsValues() {
        assertThat(told(FieldShapes.TRUTH, "true")).isEmpty();
        assertThat(told(FieldShapes.TRUTH, "True")).containsExactly("x:1:1 'f' is 'True' | give 'true' or 'false'");
        assertThat(told(FieldShapes.FORMAT, "1")).isEmpty();
        assertThat(told(FieldShapes.FORMAT, "2"))
                .containsExactly("x:1:1 'f' is '2' | give '1', the version of this language");
    }

    @Test
    void eachItemOfAListIsToldAtItsPlace() {
        assertThat(told(FieldShapes.TEXTS, "[]")).isEmpty();
        assertThat(told(FieldShapes.TEXTS, "[a, '', [b]]"))
                .containsExactly(
                        "x:1:5 'f' is empty | give text on one line",
                        "x:1:9 'f' has a list or a mapping where a text belongs | give text on one line");
        assertThat(told(FieldShapes.TEXTS, "a")).containsExactly("x:1:1 'f' is no list | give a list of texts");
        assertThat(told(FieldShapes.TEXT.filledList("some texts"), "[]"))
                .containsExactly("x:1:1 'f' is an empty list | give some texts");
    }

    @Test
    void oneTextMayStandForAList() {
        FieldShape words = FieldShapes.TEXT.orList("a text or a list of texts");
        assertThat(told(words, "a")).isEmpty();
        assertThat(told(words, "[a, b]")).isEmpty();
        assertThat(told(words, "[]")).containsExactly("x:1:1 'f' is an empty list | give a text or a list of texts");
        assertThat(told(words, "{a: b}"))
                .containsExactly(
                        "x:1:1 'f' has a list or a mapping where a text belongs | give a text or a list of" + " texts");
        FieldShape advised = FieldShapes.TEXT.withFix("write a word").orList("words");
        assertThat(told(advised, "['']")).containsExactly("x:1:2 'f' is empty | write a word");
    }

    @Test
    void aMappingIsNoText() {
        assertThat(told(FieldShapes.MAPPING, "{a: [b], c: {d: e}}")).isEmpty();
        assertThat(told(FieldShapes.MAPPING, "{}")).isEmpty();
        assertThat(told(FieldShapes.MAPPING, "a")).containsExactly("x:1:1 'f' is no mapping | give a mapping");
    }

    @Test
    void pairsAreTextsOnBothSides() {
        assertThat(told(FieldShapes.PAIRS, "{a: b, c: 1}")).isEmpty();
        assertThat(told(FieldShapes.PAIRS, "{}"))
                .containsExactly("x:1:1 'f' is no mapping | give a mapping of names to texts");
        assertThat(told(FieldShapes.PAIRS, "{a: [b], '': c}"))
                .containsExactly(
                        "x:1:5 'f' has a list or a mapping where a text belongs | give text on one line",
                        "x:1:10 'f' is empty | give text on one line");
    }

    @Test
    void aNestedMappingIsReadByItsFields() {
        Fields fields = Fields.of("'f'", Field.required("a", FieldShapes.TEXT, "the `a`"));
        FieldShape nested = new FieldShape.Nested("a mapping with `a`", fields);
        assertThat(told(nested, "{a: b}")).isEmpty();
        assertThat(told(nested, "{}")).containsExactly("x:1:1 'f' is no mapping | give a mapping with 'a'");
        assertThat(told(nested, "[a]")).containsExactly("x:1:1 'f' is no mapping | give a mapping with 'a'");
        assertThat(told(nested, "{b: c}"))
                .containsExactly("x:1:2 'f' has no field 'b' | there is a", "x:1:1 'f' has no 'a' | add 'a': the 'a'");
    }

    @Test
    void whatHasAReaderOfItsOwnIsNotChecked() {
        assertThat(told(new FieldShape.Defined("an edit", "edit"), "[anything, {at: all}]"))
                .isEmpty();
    }
}
