package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.UneditableException;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShapes;

/** An edit that does the same at each of its paths. */
interface PathEdit extends RecipeEdit {
    Field KEEP = optional("keep", EditShape.KEEP, "`comment`: what goes stays as a comment, `# ` at its own indent");
    Field WAS = optional("was", FieldShapes.TEXT, "the value that the base has; another one is an error");
    Field ITEM = required(
            "item",
            FieldShapes.TEXT,
            "the item by its first word, a Jinja item by its call, a command by its full text or `^prefix`;"
                    + " `NAME[selector]` picks one of several, `NAME[]` the one without a selector");

    default List<String> paths() {
        return written().subjects();
    }

    /**
     * Does the edit at one of them.
     *
     * @throws EditRefusal where it can't or needn't be done
     */
    void apply(EditedPath at);

    /** All paths or none: what is in the way at any of them is told together. */
    @Override
    default void apply(RecipeEditor recipe) {
        List<EditRefusal> refusals = new ArrayList<>();
        for (String path : new LinkedHashSet<>(paths())) {
            try {
                apply(EditedPath.of(recipe, path));
            } catch (EditRefusal refusal) {
                refusals.add(refusal);
            } catch (UneditableException e) {
                refusals.add(EditRefusal.of(e));
            }
        }
        if (!refusals.isEmpty()) {
            throw together(refusals, paths().size());
        }
    }

    private static EditRefusal together(List<EditRefusal> refusals, int paths) {
        boolean present = refusals.stream().allMatch(refusal -> refusal.status() == EditStatus.ALREADY_PRESENT);
        EditRefusal first = refusals.stream()
                .filter(refusal -> present || refusal.status() != EditStatus.ALREADY_PRESENT)
                .findFirst()
                .orElseThrow();
        boolean some = present && refusals.size() < paths;
        return (some ? EditStatus.PARTLY_PRESENT : first.status())
                .refusal(
                        refusals.stream().map(EditRefusal::message).collect(Collectors.joining("\n")),
                        refusals.stream()
                                .flatMap(refusal -> refusal.nearMisses().stream())
                                .distinct()
                                .limit(3)
                                .toList());
    }
}
