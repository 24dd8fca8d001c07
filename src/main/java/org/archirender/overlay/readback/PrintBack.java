package org.archirender.overlay.readback;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.archirender.conda.Platform;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Pair;
import org.archirender.overlay.recipe.Meaning;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.recipe.RecipeText;
import org.archirender.recipeyaml.RecipeYaml;
import org.archirender.text.Quotes;
import org.archirender.tree.FileTree;

/**
 * A recipe evaluated after an edit, for the target and for no variant: what the edit set has to come out. What came to
 * nothing before, for want of a variant as a rule, is not held to anything.
 *
 * @param folder recipe/, whose files a recipe may read
 */
public record PrintBack(Platform target, FileTree folder) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * Holds what was made of a recipe to what has to come out.
     *
     * @throws EditRefusal saying what does
     */
    public void check(Meaning meaning, RecipeText before, RecipeText recipe) {
        if (meaning.prints().isEmpty() && meaning.number().isEmpty()) {
            return;
        }
        Printed was;
        try {
            was = printed(before);
        } catch (InputException e) {
            return;
        }
        try {
            Printed now = printed(recipe);
            meaning.prints().forEach(print -> refuseOther(print, recipe, now));
            meaning.number().ifPresent(number -> refuseOtherNumber(number, was, now));
        } catch (InputException e) {
            Problem wrong = e.problems().get(0);
            throw EditStatus.READS_OTHERWISE.refusal("the recipe can't be evaluated any more: " + wrong.message());
        }
    }

    /** All build numbers that {@code recipe} comes to; none where it can't be evaluated. */
    public List<BigInteger> numbers(RecipeText recipe) {
        try {
            return printed(recipe).numbers().values().stream()
                    .filter(NUMBER.asMatchPredicate())
                    .map(BigInteger::new)
                    .toList();
        } catch (InputException e) {
            return List.of();
        }
    }

    /** The version that {@code recipe} comes to; empty where a variant decides it, or the recipe can't be evaluated. */
    public Optional<String> version(RecipeText recipe) {
        try {
            return printed(recipe).version();
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private Printed printed(RecipeText recipe) {
        return recipe.isRecipeYaml()
                ? new PrintedRecipeYaml(
                        RecipeYaml.read(recipe.text(), "recipe.yaml").facts(target))
                : new PrintedMetaYaml(target, folder, recipe);
    }

    private static void refuseOther(Pair print, RecipeText recipe, Printed now) {
        String wanted = print.value();
        Optional<String> wrong = switch (print.name()) {
            case "package/version" -> now.version().filter(text -> !text.equals(wanted) && !isSet(recipe, wanted));
            case "source/sha256" -> now.hasChecksum(wanted).filter(has -> !has).map(has -> "another");
            default ->
                now.variable(variable(print)).filter(text -> wanted.isEmpty() ? text.isEmpty() : !text.equals(wanted));
        };
        wrong.ifPresent(text -> {
            throw EditStatus.READS_OTHERWISE.refusal(
                    wanted.isEmpty()
                            ? "%s comes to '%s', the name of nothing that the recipe sets".formatted(print.name(), text)
                            : otherwise(print.name(), text, wanted));
        });
    }

    /** The name in <code>{{ NAME }}</code>. */
    private static String variable(Pair print) {
        return print.name().substring(2, print.name().length() - 2).strip();
    }

    private static void refuseOtherNumber(UnaryOperator<BigInteger> number, Printed was, Printed now) {
        was.numbers().forEach((path, old) -> {
            String found = now.numbers().getOrDefault(path, "");
            if (NUMBER.matcher(old).matches()) {
                String wanted = number.apply(new BigInteger(old)).toString();
                if (!found.equals(wanted)) {
                    throw EditStatus.READS_OTHERWISE.refusal(otherwise(path, found, wanted));
                }
            }
        });
    }

    private static String otherwise(String path, String found, String wanted) {
        return "%s comes to '%s' and not to '%s'".formatted(path, found, wanted);
    }

    /** Whether a variable is that text; what the recipe makes of it is its own affair, such as other dashes. */
    private static boolean isSet(RecipeText recipe, String text) {
        return recipe.variables().stream()
                .map(variable -> recipe.text(variable.value()))
                .anyMatch(value -> (recipe.isRecipeYaml() || Quotes.areAround(value))
                        && Quotes.without(value).equals(text));
    }
}
