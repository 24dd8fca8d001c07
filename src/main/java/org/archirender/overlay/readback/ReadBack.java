package org.archirender.overlay.readback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.recipe.Meaning;
import org.archirender.overlay.recipe.Meaning.Conditioned;
import org.archirender.overlay.recipe.RecipeEdit;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeReading;
import org.archirender.recipe.RecipeReading.Leaf;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectedText.Line;
import org.archirender.selector.Selector;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * A recipe read again after an edit, for each combination of the selectors where it was done: what the edit did not
 * write has to read as before, and what it wrote as it was meant. A recipe that YAML could not read before is not held to
 * anything.
 */
public final class ReadBack {
    /** Of so many selectors all combinations are tried; of more all, none, each alone and each left out. */
    private static final int ALL_COMBINATIONS = 4;

    /** An item that is a mapping: its list's items, and its key. */
    private static final Pattern MAPPING_ITEM = Pattern.compile("(.*/-)/([^/]+).*");

    /** A comment, a tag or an anchor, or a block without lines: what is left is nothing. */
    private static final Pattern NO_TEXT = Pattern.compile("(?s)[#!&].*|[|>][-+\\d]*\\s*(?:#[^\n]*)?");

    private final RecipeEdit edit;
    private final Meaning meaning;
    private final RecipeText old;
    private final RecipeText now;
    private final boolean selectors;
    private final List<Line> before;
    private final List<Line> after;
    /** The line after the edit of each line before it that stayed. */
    private final Map<Integer, Integer> stayed = new LinkedHashMap<>();

    private final Set<Integer> gone;
    private final Set<Integer> written;

    private final Readings readings;

    private ReadBack(RecipeEdit edit, RecipeText text, RecipeText changed, Readings readings) {
        this.readings = readings;
        this.edit = edit;
        this.meaning = edit.meaning(text);
        this.old = text;
        this.now = changed;
        this.selectors = !changed.isRecipeYaml();
        this.before = lines(text.text(), selectors);
        this.after = lines(changed.text(), selectors);
        align();
        gone = others(before.size(), stayed.keySet());
        written = others(after.size(), new TreeSet<>(stayed.values()));
    }

    private void align() {
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
    }

    /** What stood on the lines that went. */
    private List<String> had() {
        try {
            return Stream.concat(Stream.of(new Truths(new LinkedHashMap<>())), combinations().stream())
                    .flatMap(truths -> at(readings.of(old, before, truths), gone).stream())
                    .map(Leaf::text)
                    .distinct()
                    .toList();
        } catch (InputException e) {
            return List.of();
        }
    }

    /**
     * Holds what {@code edit} made of a recipe to what it meant.
     *
     * @param readings of the recipe as it was and is
     * @throws EditRefusal saying what came out
     */
    public static void check(RecipeEdit edit, RecipeText before, RecipeText after, Readings readings) {
        ReadBack back = new ReadBack(edit, before, after, readings);
        back.refuseWhatIsNoText();
        back.refuseSelectorsThatAreNone();
        back.combinations().forEach(back::check);
    }

    private static List<Line> lines(String text, boolean selectors) {
        return selectors
                ? SelectedText.of(text).lines()
                : text.lines().map(line -> new Line(line, Optional.empty(), -1)).toList();
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

    private void refuseWhatIsNoText() {
        for (String text : meaning.texts().orElse(List.of())) {
            if (NO_TEXT.matcher(text.strip()).matches()) {
                throw EditStatus.READS_OTHERWISE.refusal("'%s' is no text to YAML".formatted(text));
            }
        }
    }

    /** A bracket at a line's end is a selector to conda-build, whatever it was meant for. */
    private void refuseSelectorsThatAreNone() {
        List<String> known =
                Stream.concat(edit.selectors().stream(), on(gone, before)).toList();
        for (int line : written) {
            if (selectors) {
                HalfSelector.refuse(after.get(line), line);
            }
            for (String one : on(List.of(line), after).toList()) {
                if (known.stream().noneMatch(other -> Selector.same(one, other))) {
                    throw EditStatus.READS_OTHERWISE.refusal(
                            "conda-build takes [%s] at the end of line %d for a selector".formatted(one, line + 1));
                }
            }
        }
    }

    /** Truths of the selectors on the lines that went or came, and on those around them. */
    private List<Truths> combinations() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(around(gone, before), around(written, after))
                .forEach(line -> line.selector().ifPresent(one -> names.add(one.text())));
        Stream.concat(
                        old.branches(near(gone)).stream().map(branch -> branch.condition(old)),
                        now.branches(near(written)).stream().map(branch -> branch.condition(now)))
                .forEach(condition -> names.addAll(Truths.parts(condition)));
        List<String> selectors = List.copyOf(names);
        int count = selectors.size();
        List<Truths> combinations = new ArrayList<>();
        if (count <= ALL_COMBINATIONS) {
            for (int bits = 0; bits < 1 << count; bits++) {
                int truths = bits;
                combinations.add(truths(selectors, i -> (truths >> i & 1) == 0));
            }
        } else {
            combinations.add(truths(selectors, i -> true));
            combinations.add(truths(selectors, i -> false));
            for (int one = 0; one < count; one++) {
                int alone = one;
                combinations.add(truths(selectors, i -> i == alone));
                combinations.add(truths(selectors, i -> i != alone));
            }
        }
        return combinations;
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

    private static Truths truths(List<String> selectors, IntPredicate holds) {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        for (int i = 0; i < selectors.size(); i++) {
            truths.put(selectors.get(i), holds.test(i));
        }
        return new Truths(truths);
    }

    private void check(Truths truths) {
        RecipeReading was;
        try {
            was = readings.of(old, before, truths);
        } catch (InputException e) {
            return;
        }
        RecipeReading is;
        try {
            is = readings.of(now, after, truths);
        } catch (InputException e) {
            Problem wrong = e.problems().get(0);
            throw EditStatus.READS_OTHERWISE.refusal("line %d is no YAML any more%s: %s"
                    .formatted(wrong.at().line(), truths.where(selectors), wrong.message()));
        }
        refuseOthers(was, is, truths);
        refuseOtherTexts(is, truths);
        refuseOtherConditions(was, is, truths);
    }

    /** Where an item's condition was set, nothing else has to come or go than the item. */
    private void refuseOtherConditions(RecipeReading was, RecipeReading is, Truths truths) {
        List<String> expected = texts(was);
        for (Conditioned item : meaning.conditioned()) {
            List<String> own = alone(List.of(item.text()), truths).orElse(List.of()).stream()
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
        stayed.forEach((line, moved) -> {
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

    /** What the edit wrote has to be there, and nothing new beside it. */
    private void refuseOtherTexts(RecipeReading now, Truths truths) {
        List<Leaf> came = at(now, written);
        came.forEach(leaf -> refuseMappingAmongTexts(leaf, now, truths));
        Optional<List<Leaf>> texts = meaning.texts().flatMap(meant -> alone(meant, truths));
        if (texts.isEmpty()) {
            return;
        }
        for (Leaf leaf : isUnderWhatItWas(truths) ? texts.get() : List.<Leaf>of()) {
            if (came.stream().noneMatch(other -> isSame(leaf, other))) {
                throw EditStatus.READS_OTHERWISE.refusal("'%s' is not there%s but %s"
                        .formatted(
                                leaf.text(),
                                truths.where(selectors),
                                came.isEmpty()
                                        ? "nothing"
                                        : came.stream().map(ReadBack::said).collect(Collectors.joining(", "))));
            }
        }
        for (Leaf leaf : came) {
            if (texts.get().stream().noneMatch(other -> isSame(other, leaf)) && !had().contains(leaf.text())) {
                throw EditStatus.READS_OTHERWISE.refusal(
                        "line %d reads%s as %s".formatted(leaf.line() + 1, truths.where(selectors), said(leaf)));
            }
        }
    }

    /** Whether the selectors hold that the lines had and have, and the conditions in whose branches they stand. */
    private boolean isUnderWhatItWas(Truths truths) {
        boolean inBranches = now.branches(written::contains).stream()
                .filter(branch -> !written.contains(branch.when().firstLine())
                        && written.stream().anyMatch(isOn(branch.entry())))
                .allMatch(branch -> truths.holdsWhole(branch.condition(now)));
        return inBranches
                && on(gone, before)
                        .filter(selector -> on(written, after).anyMatch(selector::equals))
                        .allMatch(truths::holds);
    }

    private static Predicate<Integer> isOn(Member member) {
        return line -> line >= member.firstLine() && line < member.endLine();
    }

    private static Stream<String> on(Collection<Integer> touched, List<Line> lines) {
        return touched.stream().flatMap(line -> lines.get(line).selector().map(Selector::text).stream());
    }

    /** {@code echo a: b} as an item is a mapping to YAML. */
    private void refuseMappingAmongTexts(Leaf leaf, RecipeReading now, Truths truths) {
        Matcher mapping = MAPPING_ITEM.matcher(leaf.path());
        if (mapping.matches()
                && now.leaves().stream().anyMatch(other -> other.path().equals(mapping.group(1)))) {
            throw EditStatus.READS_OTHERWISE.refusal("line %d reads%s as a mapping among texts, %s"
                    .formatted(leaf.line() + 1, truths.where(selectors), said(leaf)));
        }
    }

    private static List<Leaf> at(RecipeReading reading, Set<Integer> lines) {
        return reading.leaves().stream()
                .filter(leaf -> lines.contains(leaf.line()))
                .toList();
    }

    /** What texts read as where each stands alone; empty where one needs what stands elsewhere. */
    private Optional<List<Leaf>> alone(List<String> texts, Truths truths) {
        List<Leaf> leaves = new ArrayList<>();
        for (String text : texts) {
            try {
                String item = "- " + text.stripTrailing().replaceAll("\\R", "\n  ") + "\n";
                Readings.of(
                                selectors ? RecipeText.parse(item) : RecipeText.parseRecipeYaml(item),
                                selectors ? truths::holds : truths::holdsWhole)
                        .leaves()
                        .forEach(leaf ->
                                leaves.add(new Leaf(leaf.line(), leaf.path().substring("/-".length()), leaf.text())));
            } catch (InputException e) {
                return Optional.empty();
            }
        }
        return Optional.of(leaves);
    }

    private static boolean isSame(Leaf meant, Leaf found) {
        return meant.text().equals(found.text()) && found.path().endsWith(meant.path());
    }
}
