package org.archirender.overlay;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.evaluated.RecipeContext;
import org.archirender.evaluated.RecipeGlobals;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.jinja.Template;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Pair;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectorNames;
import org.archirender.text.Quotes;
import org.archirender.text.Span;
import org.archirender.text.Splice;
import org.archirender.tree.FileTree;

/**
 * A meta.yaml evaluated after an edit, for the target and for no variant: what the edit set has to come out. One that came
 * to nothing before, for want of a variant as a rule, is not held to anything.
 */
record PrintBack(Platform target, FileTree folder) {
    private static final String FILE = "meta.yaml";
    private static final char MARK = '\uE900';

    /**
     * Holds what was made of a recipe to what has to come out.
     *
     * @throws EditRefusal saying what does
     */
    void check(List<Pair> prints, RecipeText before, RecipeText recipe) {
        if (recipe.isRecipeYaml()) {
            return;
        }
        RenderedRecipe was;
        try {
            was = read(rendered(before.text()));
        } catch (InputException e) {
            return;
        }
        try {
            String out = rendered(recipe.text());
            RenderedRecipe read = read(out);
            for (Pair print : prints) {
                refuseOther(print, recipe, was, read, out);
            }
        } catch (InputException e) {
            Problem wrong = e.problems().get(0);
            throw EditStatus.READS_OTHERWISE.refusal("the recipe can't be evaluated any more: " + wrong.message());
        }
    }

    private void refuseOther(Pair print, RecipeText recipe, RenderedRecipe was, RenderedRecipe read, String out) {
        String wanted = print.name().equals("build/number") ? sum(was.buildNumber(), print.value()) : print.value();
        Optional<String> wrong = switch (print.name()) {
            case "package/version" ->
                Optional.of(read.version()).filter(text -> !text.equals(wanted) && !isSet(recipe, wanted));
            case "build/number" -> Optional.of(read.buildNumber()).filter(text -> !text.equals(wanted));
            case "source/sha256" -> Optional.of("another").filter(text -> !out.contains(wanted));
            default ->
                printed(recipe, print.name()).filter(text -> wanted.isEmpty() ? text.isEmpty() : !text.equals(wanted));
        };
        if (wrong.isPresent()) {
            throw EditStatus.READS_OTHERWISE.refusal("%s comes to '%s'%s"
                    .formatted(
                            print.name(),
                            wrong.get(),
                            wanted.isEmpty()
                                    ? ", the name of nothing that the recipe sets"
                                    : " and not to '" + wanted + "'"));
        }
    }

    /** A number and how much more; of what is no number, itself. */
    private static String sum(String number, String more) {
        return number.matches("\\d+")
                ? new BigInteger(number).add(new BigInteger(more)).toString()
                : number;
    }

    /** Whether a variable is that text; what the recipe makes of it is its own affair, such as other dashes. */
    private static boolean isSet(RecipeText recipe, String text) {
        return recipe.variables().stream()
                .map(variable -> recipe.text(variable.value()))
                .anyMatch(value ->
                        Quotes.areAround(value) && Quotes.without(value).equals(text));
    }

    /** What a variable prints where it is set, as {@code {{ NAME }}}; empty where no set of it is run. */
    private Optional<String> printed(RecipeText recipe, String expression) {
        String name = expression.substring(2, expression.length() - 2).strip();
        List<Splice> probes = new ArrayList<>();
        for (JinjaVariable variable : recipe.variables(name)) {
            int end = recipe.text().indexOf("%}", variable.value().end()) + 2;
            probes.add(new Splice(Span.at(end), MARK + expression + MARK));
        }
        String[] parts = rendered(Splice.apply(recipe.text(), probes)).split(String.valueOf(MARK), -1);
        return parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
    }

    private String rendered(String text) {
        Scope names = SelectorNames.scope(target, new TreeMap<>(), new TreeMap<>());
        RecipeContext context = new RecipeContext(target, new TreeMap<>(), new TreeMap<>(), "", "", "", folder);
        String out = Template.parse(SelectedText.select(text, names, FILE), FILE)
                .render(RecipeGlobals.of(context), Limits.RECIPE);
        return SelectedText.select(out, names, FILE);
    }

    private static RenderedRecipe read(String text) {
        return RenderedRecipe.read(text, FILE);
    }
}
