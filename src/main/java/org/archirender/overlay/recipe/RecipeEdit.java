package org.archirender.overlay.recipe;

import java.util.List;
import org.archirender.overlay.edit.ContentEdit;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeText;
import org.archirender.recipe.UneditableException;
import org.archirender.selector.SelectorComment;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** An edit of meta.yaml or recipe.yaml, addressed by the recipe's structure. It changes no line that it does not name. */
public interface RecipeEdit extends ContentEdit {
    /**
     * Does the edit.
     *
     * @throws EditRefusal where it can't or needn't be done
     */
    void apply(RecipeEditor recipe);

    /** What has to be there afterwards, where it is done on {@code before}. */
    Meaning meaning(RecipeText before);

    @Override
    default TreePath path(FileTree recipe) {
        return RecipeFile.path(recipe);
    }

    @Override
    default String change(TreePath path, String text) {
        RecipeEditor recipe = new RecipeEditor(RecipeFile.parse(path, text));
        try {
            apply(recipe);
        } catch (UneditableException e) {
            throw EditRefusal.of(e);
        }
        return RecipeFile.parse(path, recipe.text()).text();
    }

    @Override
    default List<String> selectors() {
        return texts().stream()
                .flatMap(text -> SelectorComment.expressions(text).stream())
                .toList();
    }

    @Override
    default String remedy(EditStatus status) {
        return status == EditStatus.NO_EFFECT
                ? "say it in a form that has an effect there, or delete the edit"
                : ContentEdit.super.remedy(status);
    }
}
