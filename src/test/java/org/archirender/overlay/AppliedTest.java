package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.junit.jupiter.api.Test;

class AppliedTest {
    private static final List<Edit> EDITS = Edits.overlay("""
            - bump-number: 1
            - remove-item: requirements/host
              item: tk
              why: w
            - insert-lines: build.sh
              at: end
              lines: [x]
            - add-file: x.patch
            """).edits();

    private static EditResult result(int edit, EditStatus status, NearMiss... nearMisses) {
        return new EditResult(EDITS.get(edit), status, "this is there", List.of(nearMisses));
    }

    @Test
    void whatAppliedIsNoProblem() {
        Applied applied = new Applied(
                FileTree.empty(),
                List.of(
                        result(0, EditStatus.APPLIED),
                        result(1, EditStatus.ITEM_MISSING),
                        result(2, EditStatus.APPLIED)));
        assertThat(applied.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "overlays/example/overlay.yaml:5:3: remove-item requirements/host: ITEM_MISSING: this is"
                                + " there\n  fix: name an item that is there, or delete the edit");
    }

    @Test
    void nearMissesStandBehindWhatIsThere() {
        Problem problem = result(1, EditStatus.ITEM_MISSING, NearMiss.of("tcl"), new NearMiss("tk8", 7))
                .problem();
        assertThat(problem.message())
                .isEqualTo("remove-item requirements/host: ITEM_MISSING: this is there; did you mean 'tcl' or 'tk8'"
                        + " (line 7)?");
    }

    @Test
    void withoutARecipeOnlyTheEditsOfFilesMeanSomething() {
        Applied applied = new Applied(
                FileTree.empty(),
                List.of(
                        result(0, EditStatus.PATH_MISSING),
                        result(1, EditStatus.PATH_MISSING),
                        result(2, EditStatus.FILE_MISSING),
                        result(3, EditStatus.APPLIED)));
        assertThat(applied.withoutRecipeEdits().results())
                .extracting(result -> result.edit().operation())
                .containsExactly("insert-lines", "add-file");
    }

    @Test
    void theRemedyIsTheOperationsOwnWhereItKnowsOne() {
        assertThat(result(0, EditStatus.NO_EFFECT).problem().fix()).isEqualTo("delete the edit");
        assertThat(result(1, EditStatus.NO_EFFECT).problem().fix())
                .isEqualTo("say it in a form that has an effect there, or delete the edit");
        assertThat(result(2, EditStatus.NO_EFFECT).problem().fix()).isEqualTo("delete the edit");
        assertThat(result(2, EditStatus.ALREADY_PRESENT).problem().fix())
                .isEqualTo("delete the edit, the base has this; or add 'repeat: true' if the lines are meant twice");
        assertThat(result(2, EditStatus.FILE_MISSING).problem().fix())
                .isEqualTo("name a file that is there, or delete the edit");
        assertThat(result(3, EditStatus.FILE_MISSING).problem().fix())
                .isEqualTo("put the file into the overlay's files/");
    }
}
