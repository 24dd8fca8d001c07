package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation on files that show what it writes and what it refuses, in every form that a file may have. */
class GoldenCasesTest {
    private static final PortNames NAMES =
            new PortNames(new TreeMap<>(Map.of("binutils", "aarch64-conda_cos7-linux-gnu", "target", "linux-aarch64")));
    private static final List<UnaryOperator<String>> FORMS = List.of(
            GoldenCasesTest::withCarriageReturns,
            String::stripTrailing,
            GoldenCasesTest::marked,
            GoldenCasesTest::belowAnEmoji);

    static Stream<GoldenCase> cases() {
        return GoldenCase.all().stream();
    }

    static Stream<GoldenCase> applying() {
        return cases().filter(GoldenCase::applies);
    }

    static Stream<GoldenCase> refused() {
        return cases().filter(Predicate.not(GoldenCase::applies));
    }

    static Stream<GoldenCase> applyingInAnyForm() {
        return applying().filter(GoldenCasesTest::hasOtherForms);
    }

    static Stream<GoldenCase> refusedInAnyForm() {
        return refused().filter(GoldenCasesTest::hasOtherForms);
    }

    /** A hunk counts lines and says how a file ends: a patch fits one form of a file only. */
    private static boolean hasOtherForms(GoldenCase golden) {
        return !golden.operation().equals("apply-patch");
    }

    /** Something above the first line makes another case of one that is about the first line. */
    static Stream<GoldenCase> applyingBelowTheFirstLine() {
        return applyingInAnyForm()
                .filter(golden -> !List.of("At the start", "At the top", "Below the shebang")
                        .contains(golden.title()));
    }

    private static String withCarriageReturns(String text) {
        return text.replace("\n", "\r\n");
    }

    private static String marked(String text) {
        return "\uFEFF" + text;
    }

    /** With characters that are two chars of a string each, and one code point. */
    private static String belowAnEmoji(String text) {
        return "# \uD83D\uDE00 \uD835\uDCD0\n" + text;
    }

    private static Applied apply(GoldenCase golden, FileTree recipe) {
        return OverlayApplier.apply(recipe.under("recipe"), golden.files(), golden.overlay(), List.of(), NAMES);
    }

    private static SortedMap<String, String> texts(FileTree tree) {
        SortedMap<String, String> texts = new TreeMap<>();
        tree.files().forEach((path, file) -> texts.put(path.value(), file.byteText()));
        return texts;
    }

    private static void assertWritten(GoldenCase golden) {
        Applied applied = apply(golden, golden.before());
        assertThat(applied.problems()).isEmpty();
        assertThat(texts(applied.tree().folder("recipe"))).isEqualTo(texts(golden.after()));
    }

    private static EditResult lastOf(Applied applied) {
        return applied.results().get(applied.results().size() - 1);
    }

    @ParameterizedTest
    @MethodSource("applying")
    void writesWhatItSays(GoldenCase golden) {
        assertWritten(golden);
    }

    @ParameterizedTest
    @MethodSource("applying")
    void doesNothingTheSecondTimeUnlessItCounts(GoldenCase golden) {
        Applied again = apply(golden, golden.after());
        assertThat(again.results())
                .extracting(EditResult::status)
                .as(golden.toString())
                .isEqualTo(golden.again());
        if (!golden.again().contains(EditStatus.APPLIED)) {
            assertThat(again.tree().folder("recipe")).isEqualTo(golden.after());
        }
    }

    @ParameterizedTest
    @MethodSource("applying")
    void lineEndsStay(GoldenCase golden) {
        assertWritten(golden.in(GoldenCasesTest::withCarriageReturns));
    }

    @ParameterizedTest
    @MethodSource("applyingInAnyForm")
    void aMissingFinalNewlineStaysMissing(GoldenCase golden) {
        assertWritten(golden.in(String::stripTrailing));
    }

    @ParameterizedTest
    @MethodSource("applyingBelowTheFirstLine")
    void aByteOrderMarkAndCharactersBeyondTheBasicPlaneStay(GoldenCase golden) {
        assertWritten(golden.in(GoldenCasesTest::marked));
        assertWritten(golden.in(GoldenCasesTest::belowAnEmoji));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithWhatIsThere(GoldenCase golden) {
        EditResult result = lastOf(apply(golden, golden.before()));
        String question = NearMiss.question(result.nearMisses());
        assertThat(result.status()).isEqualTo(golden.status());
        assertThat(result.message() + (question.isEmpty() ? "" : "\n" + question))
                .isEqualTo(golden.refusal());
    }

    @ParameterizedTest
    @MethodSource("refusedInAnyForm")
    void aRefusalLeavesEveryFormOfTheTextAlone(GoldenCase golden) {
        for (UnaryOperator<String> form : FORMS) {
            GoldenCase other = golden.in(form);
            Applied applied = apply(other, other.before());
            assertThat(lastOf(applied).status()).isEqualTo(golden.status());
            assertThat(texts(applied.tree().folder("recipe"))).isEqualTo(texts(other.before()));
        }
    }

    @Test
    void everyOperationHasAPage() {
        assertThat(GoldenCase.pages()).containsExactlyInAnyOrderElementsOf(Operations.names());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPageIsAboutItsOperation(GoldenCase golden) {
        assertThat(golden.overlay().edits())
                .allSatisfy(edit -> assertThat(edit.operation()).isEqualTo(golden.operation()));
    }
}
