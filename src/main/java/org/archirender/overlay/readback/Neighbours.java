package org.archirender.overlay.readback;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.problem.InputException;
import org.archirender.recipe.RecipeReading;
import org.archirender.recipe.RecipeReading.Leaf;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectedText.Line;

/**
 * Lines of a recipe around those that were written or taken by hand. What such lines mean is the user's affair; but a
 * text of a line that was left alone may not run on into what is below it by now, nor lose its end, which YAML lets
 * happen without a word: {@code - zlib} above a line that is indented deeper.
 */
public final class Neighbours {
    private final RecipeText old;
    private final RecipeText now;
    private final Readings readings;
    private final List<Line> before;
    private final List<Line> after;
    /** How many lines stayed above the place, and below it. */
    private final int above;

    private final int below;

    private Neighbours(RecipeText old, RecipeText now, Readings readings) {
        this.old = old;
        this.now = now;
        this.readings = readings;
        this.before = lines(old);
        this.after = lines(now);
        int least = Math.min(before.size(), after.size());
        int same = 0;
        while (same < least && before.get(same).equals(after.get(same))) {
            same++;
        }
        this.above = same;
        same = 0;
        while (same < least - above && fromEnd(before, same).equals(fromEnd(after, same))) {
            same++;
        }
        this.below = same;
    }

    private static List<Line> lines(RecipeText recipe) {
        return recipe.isRecipeYaml()
                ? recipe.text().lines().map(Line::of).toList()
                : SelectedText.of(recipe.text()).lines();
    }

    private static Line fromEnd(List<Line> lines, int count) {
        return lines.get(lines.size() - 1 - count);
    }

    /**
     * Holds the neighbours to what they were.
     *
     * @param readings of the recipe as it was and is
     * @throws EditRefusal naming the one that reads otherwise
     */
    public static void check(RecipeText before, RecipeText after, Readings readings) {
        Neighbours neighbours = new Neighbours(before, after, readings);
        Set<String> parts = neighbours.parts();
        neighbours.check(without(List.of()));
        parts.forEach(part -> neighbours.check(without(List.of(part))));
        neighbours.check(without(parts));
    }

    private static Truths without(Collection<String> parts) {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        parts.forEach(part -> truths.put(part, false));
        return new Truths(truths);
    }

    /** The selectors and conditions at both ends of the place. */
    private Set<String> parts() {
        Set<String> parts = new LinkedHashSet<>();
        addParts(old, before, parts);
        addParts(now, after, parts);
        return parts;
    }

    private void addParts(RecipeText recipe, List<Line> lines, Set<String> parts) {
        int end = lines.size() - below;
        IntPredicate near = line -> line == above - 1 || line == above || line == end - 1 || line == end;
        if (recipe.isRecipeYaml()) {
            recipe.branches(near).forEach(branch -> parts.addAll(Truths.parts(branch.condition(recipe))));
        } else {
            Stream.iterate(Math.max(0, above - 1), line -> line <= Math.min(end, lines.size() - 1), line -> line + 1)
                    .filter(near::test)
                    .forEach(line -> lines.get(line).selector().ifPresent(one -> parts.add(one.text())));
        }
    }

    private void check(Truths truths) {
        Map<Integer, Leaf> was;
        Map<Integer, Leaf> is;
        try {
            was = alone(readings.of(old, before, truths));
            is = alone(readings.of(now, after, truths));
        } catch (InputException e) {
            // A later edit may make YAML of it again; if none does, rendering tells.
            return;
        }
        was.forEach((line, leaf) -> {
            boolean higher = line < above;
            Leaf other = is.get(higher ? line : line + after.size() - before.size());
            if (other != null && (higher || line >= before.size() - below) && isOther(leaf, other)) {
                throw EditStatus.READS_OTHERWISE.refusal(
                        "line %d, which the edit does not name, reads%s as %s, and was %s"
                                .formatted(
                                        other.line() + 1,
                                        truths.where(!now.isRecipeYaml()),
                                        ReadBack.said(other),
                                        ReadBack.said(leaf)));
            }
        });
    }

    /** Texts that are the only one on their line. */
    private static Map<Integer, Leaf> alone(RecipeReading reading) {
        Map<Integer, Leaf> alone = new LinkedHashMap<>();
        Map<Integer, Integer> count = new LinkedHashMap<>();
        for (Leaf leaf : reading.leaves()) {
            count.merge(leaf.line(), 1, Integer::sum);
            alone.put(leaf.line(), leaf);
        }
        alone.keySet().removeIf(line -> count.getOrDefault(line, 0) > 1);
        return alone;
    }

    /** Whether a text of one line has got more lines, or one of several lines lost its end where only lines came. */
    private boolean isOther(Leaf was, Leaf is) {
        String line = before.get(was.line()).text();
        boolean longer = line.contains(was.text()) && !line.contains(is.text());
        boolean onlyAdded = above + below == before.size();
        boolean shorter = !was.text().equals(is.text()) && was.text().startsWith(is.text());
        return longer || (onlyAdded && shorter);
    }
}
