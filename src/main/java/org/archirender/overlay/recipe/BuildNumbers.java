package org.archirender.overlay.recipe;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;

/** The digits of every build number, or of the variables that they come from. */
final class BuildNumbers {
    private static final Pattern DIGITS = Pattern.compile("([\"']?)(\\d+)\\1");
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

    /** By these names a build number goes where an expression has several variables. */
    private static final List<String> USUAL = List.of("build", "build_number", "build_num", "number");

    /** What to do where the number that comes out is another one than was meant. */
    static final String REMEDY = "set-var the variables that the number is made of, so that the right one comes out";

    private final RecipeEditor change;
    private final RecipeText recipe;

    BuildNumbers(RecipeEditor change) {
        this.change = change;
        this.recipe = change.recipe();
    }

    /**
     * Digits that a build number is, or comes from.
     *
     * @param number what they say now
     * @param ofVariable whether they are a variable's, to which the recipe may add
     */
    record Digits(Span span, BigInteger number, boolean ofVariable) {}

    void change(Function<Digits, BigInteger> number) {
        all().forEach(digits ->
                change.replace(digits.span(), number.apply(digits).toString()));
    }

    /** The digits of all build numbers, each place once. */
    Set<Digits> all() {
        Set<Digits> numbers = new LinkedHashSet<>();
        List<Entry> entries = entries();
        if (entries.isEmpty()) {
            throw EditStatus.PATH_MISSING.refusal(
                    "the recipe has no build/number, which means 0; set-key build/number creates it");
        }
        for (Entry entry : entries) {
            Span value = entry.value().span();
            Optional<Span> digits = digits(value);
            List<Span> found = digits.map(List::of).orElseGet(() -> variable(recipe.text(value)));
            if (found.isEmpty()) {
                throw EditStatus.VALUE_CHANGED.refusal(
                        "a build number is neither an integer nor comes from one variable that is set to one:"
                                + EditedPath.shown(recipe, entry));
            }
            found.forEach(span -> numbers.add(new Digits(span, new BigInteger(recipe.text(span)), digits.isEmpty())));
        }
        return numbers;
    }

    /** The keys {@code number} of the top {@code build} and of each output's. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(ofBuild(recipe.root()));
        for (Entry outputs : recipe.root().entries("outputs")) {
            RecipeItem.of(recipe, outputs)
                    .forEach(output -> entries.addAll(ofBuild(output.member().value())));
        }
        return entries;
    }

    private static List<Entry> ofBuild(RecipeNode node) {
        return node.entries("build").stream()
                .flatMap(build -> build.value().entries("number").stream())
                .toList();
    }

    private Optional<Span> digits(Span value) {
        Matcher digits = DIGITS.matcher(recipe.text(value));
        return digits.matches()
                ? Optional.of(new Span(value.start() + digits.start(2), value.start() + digits.end(2)))
                : Optional.empty();
    }

    /** The digits of the one variable that an expression comes from, everywhere that it is set to an integer. */
    private List<Span> variable(String expression) {
        List<String> names = expression.contains("{{") ? sources(expression) : List.of();
        List<String> usual = names.size() < 2
                ? names
                : names.stream().filter(USUAL::contains).toList();
        return usual.size() == 1 ? integers(usual.get(0)) : List.of();
    }

    /** The variables set to integers that an expression names, itself or through other variables. */
    private List<String> sources(String expression) {
        List<String> sources = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> expressions = new ArrayDeque<>(List.of(expression));
        while (!expressions.isEmpty()) {
            for (MatchResult match : NAME.matcher(expressions.pop()).results().toList()) {
                String name = match.group();
                boolean first = seen.add(name);
                if (first && !integers(name).isEmpty()) {
                    sources.add(name);
                } else if (first) {
                    recipe.variables(name).forEach(variable -> expressions.push(recipe.text(variable.value())));
                }
            }
        }
        return sources;
    }

    private List<Span> integers(String name) {
        return recipe.variables(name).stream()
                .map(JinjaVariable::value)
                .map(this::digits)
                .flatMap(Optional::stream)
                .toList();
    }
}
