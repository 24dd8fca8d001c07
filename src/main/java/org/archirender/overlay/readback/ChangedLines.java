package org.archirender.overlay.readback;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archirender.recipe.RecipeReading;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectedText.Line;
import org.archirender.selector.Selector;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * The lines of a recipe that an edit took and wrote, as a diff tells; lines are counted from 0.
 *
 * @param before all lines as they were, with their selectors
 * @param after all lines as they are
 * @param stayed the line after the edit of each line before it that stayed
 * @param gone lines that went, of those before
 * @param written lines that came, of those after
 */
record ChangedLines(
        RecipeText oldRecipe,
        RecipeText recipe,
        List<Line> before,
        List<Line> after,
        Map<Integer, Integer> stayed,
        Set<Integer> gone,
        Set<Integer> written) {
    static ChangedLines between(RecipeText oldRecipe, RecipeText recipe) {
        List<Line> before = lines(oldRecipe);
        List<Line> after = lines(recipe);
        Map<Integer, Integer> stayed = stayed(before, after);
        return new ChangedLines(
                oldRecipe,
                recipe,
                before,
                after,
                stayed,
                others(before.size(), stayed.keySet()),
                others(after.size(), new TreeSet<>(stayed.values())));
    }

    private static Map<Integer, Integer> stayed(List<Line> before, List<Line> after) {
        Map<Integer, Integer> stayed = new LinkedHashMap<>();
        int old = 0;
        int now = 0;
        for (Edit change : new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(before), raw(after))) {
            while (old < change.getBeginA()) {
                stayed.put(old++, now++);
            }
            old = change.getEndA();
            now = change.getEndB();
        }
        while (old < before.size()) {
            stayed.put(old++, now++);
        }
        return stayed;
    }

    private static List<Line> lines(RecipeText recipe) {
        return recipe.isRecipeYaml()
                ? recipe.text()
                        .lines()
                        .map(line -> new Line(line, Optional.empty(), -1))
                        .toList()
                : SelectedText.of(recipe.text()).lines();
    }

    private static RawText raw(List<Line> lines) {
        return new RawText(lines.stream()
                .map(line ->
                        line.text() + line.selector().map(Selector::toString).orElse("") + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Set<Integer> others(int size, Set<Integer> lines) {
        return IntStream.range(0, size)
                .boxed()
                .filter(line -> !lines.contains(line))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether conditions are selectors in comments. */
    boolean selectors() {
        return !recipe.isRecipeYaml();
    }

    /** What the recipe before reads as. */
    RecipeReading before(Readings readings, Truths truths) {
        return readings.of(oldRecipe, before, truths);
    }

    /** What the recipe reads as now. */
    RecipeReading after(Readings readings, Truths truths) {
        return readings.of(recipe, after, truths);
    }

    /** The conditions on the lines that went or came and on those around them, and of the branches that they are in. */
    Set<String> conditions() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(around(gone, before), around(written, after))
                .forEach(line -> line.selector().ifPresent(one -> names.add(one.text())));
        Stream.concat(
                        oldRecipe.branches(near(gone)).stream().map(branch -> branch.condition(oldRecipe)),
                        recipe.branches(near(written)).stream().map(branch -> branch.condition(recipe)))
                .forEach(condition -> names.addAll(Truths.parts(condition)));
        return names;
    }

    private static Stream<Line> around(Set<Integer> touched, List<Line> lines) {
        return touched.stream()
                .flatMap(line -> Stream.of(line - 1, line, line + 1))
                .filter(line -> line >= 0 && line < lines.size())
                .map(lines::get);
    }

    private static IntPredicate near(Set<Integer> touched) {
        return line -> touched.contains(line - 1) || touched.contains(line) || touched.contains(line + 1);
    }
}
