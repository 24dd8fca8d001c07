package org.archirender.overlay.readback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.recipe.Meaning;
import org.archirender.overlay.recipe.RecipeEdit;
import org.archirender.problem.InputException;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeReading;
import org.archirender.recipe.RecipeReading.Leaf;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedText.Line;
import org.archirender.selector.Selector;

/**
 * What an edit wrote, held to what it meant to write.
 *
 * @param readings of the recipe as it was and is
 */
record WrittenTexts(RecipeEdit edit, Meaning meaning, ChangedLines lines, Readings readings) {
    /** An item that is a mapping: its list's items, and its key. */
    private static final Pattern MAPPING_ITEM = Pattern.compile("(.*/-)/([^/]+).*");

    /** A comment, a tag or an anchor, or a block without lines: what is left is nothing. */
    private static final Pattern NO_TEXT = Pattern.compile("(?s)[#!&].*|[|>][-+\\d]*\\s*(?:#[^\n]*)?");

    void refuseWhatIsNoText() {
        for (String text : meaning.texts().orElse(List.of())) {
            if (NO_TEXT.matcher(text.strip()).matches()) {
                throw EditStatus.READS_OTHERWISE.refusal("'%s' is no text to YAML".formatted(text));
            }
        }
    }

    /** A bracket at a line's end is a selector to conda-build, whatever it was meant for. */
    void refuseSelectorsThatAreNone() {
        List<String> known = Stream.concat(edit.selectors().stream(), on(lines.gone(), lines.before()))
                .toList();
        for (int line : lines.written()) {
            if (lines.selectors()) {
                HalfSelector.refuse(lines.after().get(line), line);
            }
            for (String one : on(List.of(line), lines.after()).toList()) {
                if (known.stream().noneMatch(other -> Selector.same(one, other))) {
                    throw EditStatus.READS_OTHERWISE.refusal(
                            "conda-build takes [%s] at the end of line %d for a selector".formatted(one, line + 1));
                }
            }
        }
    }

    /** What the edit wrote has to be there, and nothing new beside it. */
    void refuseOtherTexts(RecipeReading now, Truths truths) {
        List<Leaf> came = at(now, lines.written());
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
                                truths.where(lines.selectors()),
                                came.isEmpty()
                                        ? "nothing"
                                        : came.stream().map(ReadBack::said).collect(Collectors.joining(", "))));
            }
        }
        for (Leaf leaf : came) {
            if (texts.get().stream().noneMatch(other -> isSame(other, leaf)) && !had().contains(leaf.text())) {
                throw EditStatus.READS_OTHERWISE.refusal("line %d reads%s as %s"
                        .formatted(leaf.line() + 1, truths.where(lines.selectors()), ReadBack.said(leaf)));
            }
        }
    }

    /** What stood on the lines that went. */
    private List<String> had() {
        try {
            return Stream.concat(Stream.of(new Truths(new LinkedHashMap<>())), Truths.around(lines).stream())
                    .flatMap(truths -> at(lines.before(readings, truths), lines.gone()).stream())
                    .map(Leaf::text)
                    .distinct()
                    .toList();
        } catch (InputException e) {
            return List.of();
        }
    }

    /** Whether the selectors hold that the lines had and have, and the conditions in whose branches they stand. */
    private boolean isUnderWhatItWas(Truths truths) {
        boolean inBranches = lines.recipe().branches(lines.written()::contains).stream()
                .filter(branch -> !lines.written().contains(branch.when().firstLine())
                        && lines.written().stream().anyMatch(isOn(branch.entry())))
                .allMatch(branch -> truths.holdsWhole(branch.condition(lines.recipe())));
        return inBranches
                && on(lines.gone(), lines.before())
                        .filter(selector -> on(lines.written(), lines.after()).anyMatch(selector::equals))
                        .allMatch(truths::holds);
    }

    private static Predicate<Integer> isOn(Member member) {
        return line -> line >= member.firstLine() && line < member.endLine();
    }

    private static Stream<String> on(Collection<Integer> touched, List<Line> all) {
        return touched.stream().flatMap(line -> all.get(line).selector().map(Selector::text).stream());
    }

    /** {@code echo a: b} as an item is a mapping to YAML. */
    private void refuseMappingAmongTexts(Leaf leaf, RecipeReading now, Truths truths) {
        Matcher mapping = MAPPING_ITEM.matcher(leaf.path());
        if (mapping.matches()
                && now.leaves().stream().anyMatch(other -> other.path().equals(mapping.group(1)))) {
            throw EditStatus.READS_OTHERWISE.refusal("line %d reads%s as a mapping among texts, %s"
                    .formatted(leaf.line() + 1, truths.where(lines.selectors()), ReadBack.said(leaf)));
        }
    }

    private static List<Leaf> at(RecipeReading reading, Set<Integer> some) {
        return reading.leaves().stream()
                .filter(leaf -> some.contains(leaf.line()))
                .toList();
    }

    /** What texts read as where each stands alone; empty where one needs what stands elsewhere. */
    Optional<List<Leaf>> alone(List<String> texts, Truths truths) {
        List<Leaf> leaves = new ArrayList<>();
        for (String text : texts) {
            try {
                String item = "- " + text.stripTrailing().replaceAll("\\R", "\n  ") + "\n";
                Readings.of(
                                lines.selectors() ? RecipeText.parse(item) : RecipeText.parseRecipeYaml(item),
                                lines.selectors() ? truths::holds : truths::holdsWhole)
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
