package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditOutcome;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.recipe.UneditableException;

/** Applies the edits that are addressed by a recipe's structure. They change no line that they do not name. */
public final class RecipeEdits {
    private RecipeEdits() {}

    /** What {@code edit} makes of {@code text}, a meta.yaml or recipe.yaml. */
    public static EditOutcome apply(String text, RecipeEdit edit) {
        RecipeEditor change = new RecipeEditor(RecipeText.parse(text));
        try {
            apply(change, edit);
        } catch (EditRefusal refusal) {
            return refusal.outcome(text);
        }
        String changed = RecipeText.parse(change.text()).print();
        if (changed.equals(text)) {
            return EditOutcome.failed(text, EditStatus.NO_EFFECT, "what it writes is what is there", List.of());
        }
        return EditOutcome.applied(changed, "done");
    }

    private static void apply(RecipeEditor change, RecipeEdit edit) {
        if (edit instanceof RecipeEdit.BumpNumber bump) {
            BuildNumbers.bump(change, bump.by());
        } else if (edit instanceof RecipeEdit.SetNumber set) {
            BuildNumbers.set(change, set.number());
        } else if (edit instanceof RecipeEdit.AddItem add) {
            each(add.paths(), path -> AddItem.add(change, path, add));
        } else if (edit instanceof RecipeEdit.RemoveItem remove) {
            each(remove.paths(), path -> ReplaceItem.remove(change, path, remove));
        } else if (edit instanceof RecipeEdit.ReplaceItem replace) {
            each(replace.paths(), path -> ReplaceItem.replace(change, path, replace));
        } else if (edit instanceof RecipeEdit.SelectItem select) {
            each(select.paths(), path -> SelectItem.select(change, path, select));
        } else if (edit instanceof RecipeEdit.SetKey set) {
            each(set.paths(), path -> SetKey.set(change, path, set));
        } else if (edit instanceof RecipeEdit.UnsetKey unset) {
            each(unset.paths(), path -> SetKey.unset(change, path, unset));
        } else if (edit instanceof RecipeEdit.SetVar set) {
            SetVersion.set(change, set);
        } else {
            SetVersion.set(change, (RecipeEdit.SetVersion) edit);
        }
    }

    /** All paths or none: what is in the way at any of them is told together. */
    private static void each(List<String> paths, Consumer<RecipePath> edit) {
        List<EditOutcome> refusals = new ArrayList<>();
        for (String path : new LinkedHashSet<>(paths)) {
            try {
                edit.accept(RecipeLookup.path(path));
            } catch (EditRefusal refusal) {
                refusals.add(refusal.outcome(""));
            } catch (UneditableException e) {
                refusals.add(EditRefusal.of(e).outcome(""));
            }
        }
        if (refusals.isEmpty()) {
            return;
        }
        boolean present = refusals.stream().allMatch(refusal -> refusal.status() == EditStatus.ALREADY_PRESENT);
        EditOutcome first = refusals.stream()
                .filter(refusal -> present || refusal.status() != EditStatus.ALREADY_PRESENT)
                .findFirst()
                .orElseThrow();
        boolean some = present && refusals.size() < paths.size();
        throw new EditRefusal(
                some ? EditStatus.PARTLY_PRESENT : first.status(),
                refusals.stream().map(EditOutcome::message).collect(Collectors.joining("\n")),
                refusals.stream()
                        .flatMap(refusal -> refusal.nearMisses().stream())
                        .distinct()
                        .limit(3)
                        .toList());
    }
}
