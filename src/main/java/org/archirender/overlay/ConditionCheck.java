package org.archirender.overlay;

import org.archirender.overlay.Condition.All;
import org.archirender.overlay.Condition.Any;
import org.archirender.overlay.Condition.Has;
import org.archirender.overlay.Condition.InFile;
import org.archirender.overlay.Condition.Not;
import org.archirender.overlay.Condition.Uses;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;

/** Whether a rule's condition holds for a recipe/ folder, as the base has it. */
final class ConditionCheck {
    private final FileTree recipe;

    ConditionCheck(FileTree recipe) {
        this.recipe = recipe;
    }

    boolean holds(Condition condition) {
        if (condition instanceof Has has) {
            return RecipeFile.of(recipe).map(file -> file.has(has.path())).orElse(false);
        }
        if (condition instanceof Uses uses) {
            return RecipeFile.of(recipe).map(file -> file.uses(uses.item())).orElse(false);
        }
        if (condition instanceof InFile inFile) {
            return recipe.get(inFile.file())
                    .map(file ->
                            inFile.contains().map(text -> contains(file, text)).orElse(true))
                    .orElse(false);
        }
        if (condition instanceof Not not) {
            return !holds(not.condition());
        }
        if (condition instanceof All all) {
            return all.conditions().stream().allMatch(this::holds);
        }
        return ((Any) condition).conditions().stream().anyMatch(this::holds);
    }

    private static boolean contains(TreeFile file, String text) {
        return Latin.text(file).contains(Latin.text(TreeFile.of(text)));
    }
}
