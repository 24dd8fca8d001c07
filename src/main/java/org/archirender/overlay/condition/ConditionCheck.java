package org.archirender.overlay.condition;

import org.archirender.overlay.condition.Condition.All;
import org.archirender.overlay.condition.Condition.Any;
import org.archirender.overlay.condition.Condition.Has;
import org.archirender.overlay.condition.Condition.InFile;
import org.archirender.overlay.condition.Condition.Not;
import org.archirender.overlay.condition.Condition.Uses;
import org.archirender.overlay.recipe.RecipeFile;
import org.archirender.tree.ByteText;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;

/** Whether a rule's condition holds for a recipe/ folder, as the base has it. */
public final class ConditionCheck {
    private final FileTree recipe;

    public ConditionCheck(FileTree recipe) {
        this.recipe = recipe;
    }

    public boolean holds(Condition condition) {
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
        return ByteText.text(file).contains(ByteText.text(TreeFile.of(text)));
    }
}
