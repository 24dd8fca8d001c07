package org.archirender.overlay;

import java.util.List;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.recipe.RecipeEdit;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;

/**
 * What an overlay made of a base.
 *
 * @param tree the feedstock after all edits that applied
 * @param results one for each rule whose condition holds, then one for each edit, in their order
 */
public record Applied(FileTree tree, List<EditResult> results) {
    public Applied {
        results = List.copyOf(results);
    }

    /** The same without what became of edits that go by the recipe's structure, which mean nothing where it has none. */
    public Applied withoutRecipeEdits() {
        return new Applied(
                tree,
                results.stream()
                        .filter(result -> !(result.edit() instanceof RecipeEdit))
                        .toList());
    }

    /** A problem for each edit that did not apply. While rendering from the overlay's own base each is an error. */
    public List<Problem> problems() {
        return results.stream()
                .filter(result -> result.status() != EditStatus.APPLIED)
                .map(EditResult::problem)
                .toList();
    }
}
