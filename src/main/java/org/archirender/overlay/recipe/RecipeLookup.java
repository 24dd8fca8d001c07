package org.archirender.overlay.recipe;

import java.util.List;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.Container;
import org.archirender.recipe.ItemName;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.PathResult.Hit;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.PathResult.Several;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.recipe.RecipeText;
import org.archirender.text.NearMiss;

/** Finds what an edit names in a recipe, or refuses with what is there. */
final class RecipeLookup {
    private static final int SHOWN = 10;

    private RecipeLookup() {}

    static RecipePath path(String written) {
        try {
            return RecipePath.parse(written);
        } catch (IllegalArgumentException e) {
            throw EditStatus.PATH_MISSING.refusal(String.valueOf(e.getMessage()));
        }
    }

    /** The one member at {@code path}. */
    static Hit hit(RecipeText recipe, RecipePath path) {
        return recipe.find(path)
                .match(
                        hit -> hit,
                        miss -> {
                            throw missing(miss);
                        },
                        several -> {
                            throw ambiguous(several);
                        });
    }

    static EditRefusal missing(Miss miss) {
        return EditStatus.PATH_MISSING.refusal(miss.message(), miss.nearMisses());
    }

    static EditRefusal ambiguous(Several several) {
        return EditStatus.ITEM_AMBIGUOUS.refusal(several.message()
                + "\nsay which in brackets: by name, by place [0], by a value [folder=x], or by selector [win]");
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

    /** The one item of the list at {@code path} that goes by {@code name}. */
    static RecipeItem item(RecipeText recipe, RecipePath path, Member list, String name) {
        List<RecipeItem> items = items(recipe, path, list);
        List<RecipeItem> hits = ItemName.in(path, name).find(recipe, items);
        if (hits.size() == 1) {
            return hits.get(0);
        } else if (hits.isEmpty()) {
            throw missingItem(recipe, path, list, name);
        }
        throw ambiguousItem(recipe, path, name, hits);
    }

    static EditRefusal missingItem(RecipeText recipe, RecipePath path, Member list, String name) {
        List<RecipeItem> items = RecipeItem.of(recipe, list);
        String has = items.isEmpty() ? "it has none" : "it has" + shown(recipe, items);
        return EditStatus.ITEM_MISSING.refusal(
                "%s (line %d) has no item %s; %s".formatted(path, list.firstLine() + 1, name, has),
                NearMiss.of(name, items.stream().map(item -> item.text(recipe)).toList()));
    }

    private static EditRefusal ambiguousItem(RecipeText recipe, RecipePath path, String name, List<RecipeItem> hits) {
        List<String> picks = hits.stream()
                .map(hit -> name + "[" + hit.condition(recipe).orElse("") + "]")
                .distinct()
                .toList();
        String pick = picks.size() < 2 ? "" : "\npick one: " + String.join(", ", picks);
        return EditStatus.ITEM_AMBIGUOUS.refusal(
                "%s has %d items %s:%s%s".formatted(path, hits.size(), name, shown(recipe, hits), pick));
    }

    static EditRefusal present(RecipeText recipe, RecipePath path, Member member) {
        return EditStatus.ALREADY_PRESENT.refusal(path + " has already" + shown(recipe, member));
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

    /** The items of a list; refused where {@code list} has none. */
    static List<RecipeItem> items(RecipeText recipe, RecipePath path, Member list) {
        if (list.value() instanceof Scalar || list.value() instanceof Mapping) {
            throw noList(recipe, path, list);
        }
        return RecipeItem.of(recipe, list);
    }

    static EditRefusal noList(RecipeText recipe, RecipePath path, Member member) {
        return EditStatus.PATH_MISSING.refusal(
                "%s (line %d) is no list but %s".formatted(path, member.firstLine() + 1, kind(recipe, member)));
    }

    /** What a member's value is, in words. */
    static String kind(RecipeText recipe, Member member) {
        if (member.value() instanceof Mapping) {
            return "a mapping";
        } else if (member.value() instanceof Sequence sequence) {
            return "a list of " + sequence.items().size();
        }
        String text = recipe.text(member.value().span());
        boolean alias = member.value() instanceof Scalar scalar && scalar.style() == Scalar.Style.ALIAS;
        return (alias ? "the alias " : "") + text.lines().findFirst().orElse("empty");
    }
}
