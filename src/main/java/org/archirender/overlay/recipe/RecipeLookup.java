package org.archirender.overlay.recipe;

import java.util.List;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.Container;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.recipe.RecipeText;
import org.archirender.text.NearMiss;

/** What is told of a recipe's variables, items and missing keys, and which of them an edit may have. */
final class RecipeLookup {
    private static final int SHOWN = 10;

    private RecipeLookup() {}

    static EditRefusal missing(Miss miss) {
        return EditStatus.PATH_MISSING.refusal(miss.message(), miss.nearMisses());
    }

    /** The mapping that is to get the missing key; refused where the path may be misspelt or can't be created. */
    static Container creatable(Miss miss) {
        boolean plain = miss.missing().stream().allMatch(step -> step.brackets().isEmpty());
        boolean top = miss.container()
                .filter(container -> container.owner().isEmpty())
                .isPresent();
        String first = miss.missing().get(0).key();
        boolean known = miss.missing().size() == 1 || (top && KnownRecipeKeys.isSection(first));
        if (miss.container().isEmpty() || !plain || !known) {
            throw missing(miss);
        }
        for (Step step : miss.missing()) {
            KnownRecipeKeys.misspelt(step.key()).ifPresent(meant -> {
                throw EditStatus.PATH_MISSING.refusal(
                        "%s\n%s looks misspelt, and is not created".formatted(miss.message(), step.key()),
                        miss.nearMisses().isEmpty() ? List.of(NearMiss.of(meant)) : miss.nearMisses());
            });
        }
        return miss.container().get();
    }

    /** The items' lines with their numbers. */
    static String shown(RecipeText recipe, List<RecipeItem> items) {
        String more = items.size() > SHOWN ? "\n  … and " + (items.size() - SHOWN) + " more" : "";
        return items.stream()
                .limit(SHOWN)
                .map(item -> shown(recipe, item.member()))
                .collect(Collectors.joining("", "", more));
    }

    static String shown(RecipeText recipe, Member member) {
        return shown(recipe, member.firstLine());
    }

    /** A line with its number. */
    static String shown(RecipeText recipe, int line) {
        return "\n  %d: %s".formatted(line + 1, recipe.line(line).strip());
    }

    /** The one of all that set a variable. */
    static JinjaVariable variable(RecipeText recipe, List<JinjaVariable> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        String name = found.get(0).name();
        String lines = found.stream()
                .map(variable -> shown(recipe, recipe.lineOf(variable.value().start())))
                .collect(Collectors.joining());
        throw EditStatus.ITEM_AMBIGUOUS.refusal(
                "the recipe sets %s %d times:%s\nsay which by its selector, such as %s[win]"
                        .formatted(name, found.size(), lines, name));
    }
}
