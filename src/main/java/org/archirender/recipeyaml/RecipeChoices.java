package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.archirender.problem.Location;

/**
 * What a recipe.yaml chose, over all variants.
 *
 * @param outputs its packages, in the recipe's order
 * @param conditionals each {@code if:} that any evaluation met, by line
 */
public record RecipeChoices(List<Choice> outputs, List<Choice> conditionals) {
    /** Of a recipe that is not evaluated in this way. */
    public static final RecipeChoices NONE = new RecipeChoices(List.of(), List.of());

    public RecipeChoices {
        outputs = List.copyOf(outputs);
        conditionals = List.copyOf(conditionals);
    }

    /**
     * One of them.
     *
     * @param what an output's name, or a condition as written
     * @param at where it stands; of an output that is skipped, the skip
     * @param holds in how many evaluations with different values the output is built, or the condition true
     * @param of how many there were
     */
    public record Choice(String what, Location at, int holds, int of) {
        private Choice and(boolean held) {
            return new Choice(what, at, held ? holds + 1 : holds, of + 1);
        }
    }

    /** Of {@code packages}, which are those of all variants. */
    public static RecipeChoices of(List<RecipePackage> packages) {
        Map<String, Choice> outputs = new LinkedHashMap<>();
        Map<Location, Choice> conditionals = new TreeMap<>(RecipePackage.PLACES);
        for (RecipePackage each : packages) {
            Choice before = outputs.getOrDefault(each.name(), new Choice(each.name(), each.at(), 0, 0));
            Choice skipped = each.skip()
                    .map(at -> new Choice(each.name(), at, before.holds(), before.of()))
                    .orElse(before);
            outputs.put(each.name(), skipped.and(!each.isSkipped()));
            each.conditions()
                    .forEach((at, met) -> conditionals.put(
                            at,
                            conditionals
                                    .getOrDefault(at, new Choice(met.text(), at, 0, 0))
                                    .and(met.isTrue())));
        }
        return new RecipeChoices(new ArrayList<>(outputs.values()), new ArrayList<>(conditionals.values()));
    }
}
