package org.archirender.overlay.readback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.recipe.Meaning;
import org.archirender.overlay.recipe.Meaning.Conditioned;
import org.archirender.overlay.recipe.RecipeEdit;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.recipe.RecipeReading;
import org.archirender.recipe.RecipeReading.Leaf;
import org.archirender.recipe.RecipeText;

/**
 * A recipe read again after an edit, for each combination of the selectors where it was done: what the edit did not
 * write has to read as before, and what it wrote as it was meant. A recipe that YAML could not read before is not held to
 * anything.
 */
public final class ReadBack {
    private final Meaning meaning;
    private final ChangedLines lines;
    private final WrittenTexts written;
    private final Readings readings;
    private final boolean selectors;

    private ReadBack(RecipeEdit edit, ChangedLines lines, Readings readings) {
        this.meaning = edit.meaning(lines.oldRecipe());
        this.lines = lines;
        this.written = new WrittenTexts(edit, meaning, lines, readings);
        this.readings = readings;
        this.selectors = lines.selectors();
    }

    /**
     * Holds what {@code edit} made of a recipe to what it meant.
     *
     * @param readings of the recipe as it was and is
     * @throws EditRefusal saying what came out
     */
    public static void check(RecipeEdit edit, RecipeText before, RecipeText after, Readings readings) {
        ChangedLines lines = ChangedLines.between(before, after);
        ReadBack back = new ReadBack(edit, lines, readings);
        back.written.refuseWhatIsNoText();
        back.written.refuseSelectorsThatAreNone();
        Truths.around(lines).forEach(back::check);
    }

    private void check(Truths truths) {
        RecipeReading was;
        try {
            was = lines.before(readings, truths);
        } catch (InputException e) {
            return;
        }
        RecipeReading is;
        try {
            is = lines.after(readings, truths);
        } catch (InputException e) {
            Problem wrong = e.problems().get(0);
            throw EditStatus.READS_OTHERWISE.refusal("line %d is no YAML any more%s: %s"
                    .formatted(wrong.at().line(), truths.where(selectors), wrong.message()));
        }
        refuseOthers(was, is, truths);
        written.refuseOtherTexts(is, truths);
        refuseOtherConditions(was, is, truths);
    }

    /** Where an item's condition was set, nothing else has to come or go than the item. */
    private void refuseOtherConditions(RecipeReading was, RecipeReading is, Truths truths) {
        List<String> expected = texts(was);
        for (Conditioned item : meaning.conditioned()) {
            List<String> own = written.alone(List.of(item.text()), truths).orElse(List.of()).stream()
                    .map(Leaf::text)
                    .toList();
            if (!item.before().isEmpty() && !truths.holdsWhole(item.before())) {
                expected.addAll(own);
            }
            if (!item.after().isEmpty() && !truths.holdsWhole(item.after())) {
                own.forEach(expected::remove);
            }
        }
        List<String> found = texts(is);
        expected.sort(Comparator.naturalOrder());
        found.sort(Comparator.naturalOrder());
        if (!meaning.conditioned().isEmpty() && !found.equals(expected)) {
            String item = meaning.conditioned().get(0).text();
            throw EditStatus.READS_OTHERWISE.refusal("'%s' does not come%s to where it should, or something else does"
                    .formatted(item, truths.where(selectors)));
        }
    }

    private static List<String> texts(RecipeReading reading) {
        return reading.leaves().stream().map(Leaf::text).collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean isOfConditioned(int line) {
        return meaning.conditioned().stream().anyMatch(item -> line >= item.firstLine() && line < item.endLine());
    }

    /** What stands on lines that stayed has to read as before. */
    private void refuseOthers(RecipeReading old, RecipeReading now, Truths truths) {
        Map<Integer, List<Leaf>> was = byLine(old);
        Map<Integer, List<Leaf>> is = byLine(now);
        lines.stayed().forEach((line, moved) -> {
            if (isOfConditioned(line)) {
                return;
            }
            List<Leaf> expected = was.getOrDefault(line, List.of());
            List<Leaf> found = is.getOrDefault(moved, List.of());
            for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
                Optional<Leaf> one = i < expected.size() ? Optional.of(expected.get(i)) : Optional.empty();
                Optional<Leaf> other = i < found.size() ? Optional.of(found.get(i)) : Optional.empty();
                if (!one.map(ReadBack::said).equals(other.map(ReadBack::said))) {
                    throw EditStatus.READS_OTHERWISE.refusal(
                            "line %d, which the edit does not name, reads%s as %s, and was %s"
                                    .formatted(
                                            moved + 1,
                                            truths.where(selectors),
                                            other.map(ReadBack::said).orElse("nothing"),
                                            one.map(ReadBack::said).orElse("nothing")));
                }
            }
        });
    }

    private static Map<Integer, List<Leaf>> byLine(RecipeReading reading) {
        return reading.leaves().stream().collect(Collectors.groupingBy(Leaf::line));
    }

    /** {@code build/skip: true}. */
    static String said(Leaf leaf) {
        return leaf.path().substring(1) + ": " + leaf.text();
    }
}
