package org.archirender.overlay.recipe;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.archirender.overlay.edit.ContentEdit;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeText;
import org.archirender.recipe.UneditableException;
import org.archirender.selector.SelectorComment;
import org.archirender.text.Span;
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

    /**
     * This edit as it has to be done on the folder {@code recipe}, where that depends on what the recipe comes to.
     *
     * @param numbers all build numbers that a recipe comes to on the port's target; without those that only a variant decides
     */
    default RecipeEdit settled(FileTree recipe, Function<RecipeText, List<BigInteger>> numbers) {
        return this;
    }

    @Override
    default TreePath path(FileTree recipe) {
        return RecipeFile.path(recipe);
    }

    @Override
    default String change(TreePath path, String text) {
        return RecipeFile.parse(path, edited(path, text).text()).text();
    }

    /** What of the text gives way to something else, the parts of it too that are as before. */
    default List<Span> replaced(TreePath path, String text) {
        return edited(path, text).replaced();
    }

    private RecipeEditor edited(TreePath path, String text) {
        RecipeEditor recipe = new RecipeEditor(RecipeFile.parse(path, text));
        if (recipe.recipe().isRecipeYaml()) {
            refuseSelectors();
        }
        try {
            apply(recipe);
            return recipe;
        } catch (UneditableException e) {
            throw EditRefusal.of(e);
        }
    }

    /** A recipe.yaml has {@code if:} instead: to it {@code # [aarch64]} is a comment. */
    private void refuseSelectors() {
        for (String text : texts()) {
            text.lines()
                    .map(SelectorComment::alone)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(selector -> {
                        throw EditStatus.NO_EFFECT.refusal(
                                "a recipe.yaml has no selectors in comments, so that '%s' would be there everywhere\n%s"
                                        .formatted(text, withoutSelector(selector)));
                    });
        }
    }

    /** What to write in a recipe.yaml instead of the comment with {@code selector}, in the imperative. */
    default String withoutSelector(String selector) {
        return "write it as an item 'if: " + selector + "' with 'then: …' below";
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
