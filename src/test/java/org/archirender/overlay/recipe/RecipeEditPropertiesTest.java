package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.overlay.EditOutcome;
import org.archirender.overlay.Edits;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Place;
import org.archirender.recipe.PathResult;
import org.archirender.recipe.RealRecipes;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Lines;
import org.archirender.text.Lines.Line;
import org.junit.jupiter.api.Test;

/** No edit changes a line that it does not name, on generated recipes and on real ones. */
class RecipeEditPropertiesTest {
    /** Of the real recipes one in so many is edited: all of them pass, in a minute. */
    private static final int EVERY = 8;

    private static final String NEW = "never-seen-before";

    private static final List<String> LISTS = List.of(
            "requirements/build",
            "requirements/host",
            "requirements/run",
            "test/commands",
            "test/imports",
            "source/patches",
            "extra/recipe-maintainers",
            "outputs[0]/requirements/run");
    private static final List<String> KEYS = List.of("build/noarch", "build/script", "about/home", "package/name");

    /** What a user writes whose edit is about {@code path}. */
    private static EditValues at(String path) {
        return Edits.overlay("- unset-key: " + path + "\n  why: w\n")
                .edits()
                .get(0)
                .written();
    }

    /** Edits a recipe once with every operation at one list and one key; tells how many applied. */
    private static int checkAll(String text, String list, String key) {
        int applied = checkBump(text) + checkAdd(text, list) + checkKey(text, key);
        RecipeText recipe = RecipeText.parse(text);
        for (RecipeItem item : items(recipe, list).stream().limit(2).toList()) {
            applied += checkItem(text, recipe, list, item);
        }
        return applied;
    }

    private static List<RecipeItem> items(RecipeText recipe, String path) {
        return recipe.find(RecipePath.parse(path)) instanceof PathResult.Hit hit
                ? RecipeItem.of(recipe, hit.member())
                : List.of();
    }

    private static List<String> texts(String text, String path) {
        RecipeText recipe = RecipeText.parse(text);
        return items(recipe, path).stream().map(item -> item.text(recipe)).toList();
    }

    /** The lines, the last one with an end as the others have: whether it has one is the file's, not the line's. */
    private static List<Line> lines(String text) {
        return lines(text, Lines.of(text).end());
    }

    private static List<Line> lines(String text, String end) {
        boolean ended = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        return Lines.of(ended ? text : text + end).lines();
    }

    /** The lines of {@code after} are those of {@code before} but for those from {@code from} to {@code to}. */
    private static void assertOtherLinesStay(String before, String after, int from, int to) {
        List<Line> old = lines(before);
        List<Line> now = lines(after, Lines.of(before).end());
        assertThat(now.subList(0, from)).isEqualTo(old.subList(0, from));
        int below = old.size() - to;
        List<Line> oldBelow = old.subList(to, old.size());
        List<Line> nowBelow = now.subList(now.size() - below, now.size());
        assertThat(nowBelow).isEqualTo(oldBelow);
    }

    private static int checkBump(String text) {
        EditOutcome outcome = EditOutcome.of(text, new BumpNumber(at("none"), 1));
        if (outcome.status() != EditStatus.APPLIED) {
            assertThat(outcome.status()).isIn(EditStatus.PATH_MISSING, EditStatus.VALUE_CHANGED);
            return 0;
        }
        List<Line> old = lines(text);
        List<Line> now = lines(outcome.text());
        assertThat(now).hasSameSizeAs(old);
        for (int i = 0; i < old.size(); i++) {
            boolean same = now.get(i).equals(old.get(i));
            boolean number = old.get(i).text().matches(".*(number|set|build).*");
            assertThat(same || number).isTrue();
            assertThat(withoutDigits(now.get(i))).isEqualTo(withoutDigits(old.get(i)));
        }
        return 1;
    }

    private static String withoutDigits(Line line) {
        return line.text().replaceAll("\\d+", "0") + line.end();
    }

    private static int checkAdd(String text, String list) {
        AddItem add = new AddItem(
                at(list),
                List.of(NEW),
                new Place<>(Place.Where.END, Optional.empty()),
                List.of("a comment"),
                Optional.empty());
        EditOutcome outcome = EditOutcome.of(text, add);
        if (outcome.status() != EditStatus.APPLIED) {
            assertThat(outcome.status()).isIn(EditStatus.PATH_MISSING, EditStatus.ITEM_AMBIGUOUS);
            return 0;
        }
        List<String> expected = new ArrayList<>(texts(text, list));
        boolean wasText = RecipeText.parse(text).find(RecipePath.parse(list)) instanceof PathResult.Hit hit
                && RecipeItem.of(RecipeText.parse(text), hit.member()).isEmpty()
                && !(hit.member().value() instanceof org.archirender.recipe.RecipeNode.Missing);
        List<String> now = texts(outcome.text(), list);
        assertThat(now.get(now.size() - 1)).isEqualTo(NEW);
        if (!wasText) {
            expected.add(NEW);
            assertThat(now).isEqualTo(expected);
        }
        assertThat(changedLines(text, outcome.text())).as(outcome.text()).isLessThanOrEqualTo(1);
        assertThat(EditOutcome.of(outcome.text(), add).status()).isEqualTo(EditStatus.ALREADY_PRESENT);
        return 1;
    }

    /** How many of the old lines are not there any more; one, where a list's own line had to change for it. */
    private static int changedLines(String before, String after) {
        List<String> old = lines(before).stream().map(Line::text).toList();
        List<String> now = lines(after).stream().map(Line::text).toList();
        int above = 0;
        while (above < old.size() && old.get(above).equals(now.get(above))) {
            above++;
        }
        int below = 0;
        while (below < old.size() - above && old.get(old.size() - 1 - below).equals(now.get(now.size() - 1 - below))) {
            below++;
        }
        return old.size() - above - below;
    }

    private static int checkItem(String text, RecipeText recipe, String list, RecipeItem item) {
        int from = item.listItem().firstLine();
        int to = item.listItem().endLine();
        String name = item.text(recipe);
        if (name.isBlank()) {
            return 0;
        }
        int applied = 0;
        List<RecipeEdit> edits = List.of(
                new RemoveItem(at(list), name, false),
                new RemoveItem(at(list), name, true),
                new ReplaceItem(at(list), name, List.of(NEW + "  # [aarch64]"), false),
                new SelectItem(at(list), name, "never", OptionalInt.empty()));
        for (RecipeEdit edit : edits) {
            EditOutcome outcome = EditOutcome.of(text, edit);
            if (outcome.status() == EditStatus.APPLIED) {
                assertOtherLinesStay(text, outcome.text(), from, to);
                assertItems(text, outcome.text(), list, edit, name);
                applied++;
            } else {
                assertThat(outcome.status())
                        .isIn(EditStatus.ITEM_AMBIGUOUS, EditStatus.PATH_MISSING, EditStatus.NO_EFFECT);
            }
        }
        return applied;
    }

    private static void assertItems(String before, String after, String list, RecipeEdit edit, String name) {
        List<String> expected = new ArrayList<>(texts(before, list));
        if (edit instanceof RemoveItem) {
            expected.remove(name);
        } else if (edit instanceof ReplaceItem) {
            expected.set(expected.indexOf(name), NEW);
        }
        assertThat(texts(after, list)).isEqualTo(expected);
    }

    private static int checkKey(String text, String key) {
        SetKey set = new SetKey(at(key), NEW, Optional.empty(), Optional.empty(), false);
        EditOutcome outcome = EditOutcome.of(text, set);
        int applied = 0;
        if (outcome.status() == EditStatus.APPLIED) {
            assertThat(EditOutcome.of(outcome.text(), set).status()).isEqualTo(EditStatus.ALREADY_PRESENT);
            applied++;
        }
        RecipeText recipe = RecipeText.parse(text);
        if (recipe.find(RecipePath.parse(key)) instanceof PathResult.Hit hit) {
            int from = hit.member().firstLine();
            int to = hit.member().endLine();
            if (outcome.status() == EditStatus.APPLIED) {
                assertOtherLinesStay(text, outcome.text(), from, to);
            }
            EditOutcome unset = EditOutcome.of(text, new UnsetKey(at(key), Optional.empty(), false));
            assertThat(unset.status()).isEqualTo(EditStatus.APPLIED);
            assertOtherLinesStay(text, unset.text(), from, to);
            applied++;
        }
        return applied;
    }

    @Test
    void onRealRecipes() throws IOException {
        AtomicInteger index = new AtomicInteger();
        Map<EditStatus, Integer> bumps = new EnumMap<>(EditStatus.class);
        AtomicInteger applied = new AtomicInteger();
        RealRecipes.forEach(text -> {
            int i = index.getAndIncrement() / EVERY;
            if (index.get() % EVERY != 0) {
                return;
            }
            applied.addAndGet(checkAll(text, LISTS.get(i % LISTS.size()), KEYS.get(i % KEYS.size())));
            bumps.merge(EditOutcome.of(text, new BumpNumber(at("none"), 1)).status(), 1, Integer::sum);
        });
        assertThat(applied.get()).isGreaterThan(12_000);
        assertThat(bumps.getOrDefault(EditStatus.APPLIED, 0)).isGreaterThan(1_950);
    }

    @Test
    void onRealFeedstocks() throws IOException {
        AtomicInteger applied = new AtomicInteger();
        RealRecipes.forEachFeedstock(text -> {
            for (int i = 0; i < LISTS.size(); i++) {
                applied.addAndGet(checkAll(text, LISTS.get(i), KEYS.get(i % KEYS.size())));
            }
        });
        assertThat(applied.get()).isGreaterThan(5_000);
    }

    @Property(tries = 500)
    void onGeneratedRecipes(@ForAll("recipes") String text, @ForAll("lists") String list, @ForAll("keys") String key) {
        checkAll(text, list, key);
    }

    @Provide
    Arbitrary<String> lists() {
        return Arbitraries.of(LISTS);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(KEYS);
    }

    @Provide
    Arbitrary<String> recipes() {
        Arbitrary<String> item = Arbitraries.of(
                "- zlib",
                "- zlib 1.2  # [win]",
                "-   \"quoted # no\"",
                "- {{ compiler('c') }}   # [unix]",
                "- 'it''s'",
                "- |\n        a\n\n        b",
                "- a &&\n        b",
                "# a comment",
                "",
                "{% if x %}\n    - in-if\n    {% endif %}",
                "- größe😀\t# [osx]",
                "- url: x\n      folder: y",
                "- [a, b]");
        Arbitrary<String> list = item.list().ofMaxSize(6).map(items -> String.join("\n    ", items));
        Arbitrary<String> section = Combinators.combine(
                        Arbitraries.of("requirements", "test", "source", "extra", "build", "about"),
                        Arbitraries.of(
                                "build",
                                "host",
                                "run",
                                "commands",
                                "patches",
                                "recipe-maintainers",
                                "noarch",
                                "script"),
                        list)
                .as((name, key, items) -> name + ":\n  " + key + ":\n    " + items + "\n");
        Arbitrary<String> plain = Arbitraries.of(
                "{% set build = 3 %}\n",
                "build:\n  number: {{ build }}\n",
                "build:\n  number: 7  # [win]\n  noarch: x\n",
                "\n# note\n",
                "package: {name: x, version: 1}\n",
                "about:\n  home: >\n    a\n    b\n",
                "requirements:\n  host: [a, b]  # [unix]\n  run: []\n",
                "source:\n- url: x\n- url: y\n  patches: p\n",
                "outputs:\n  - name: a\n    requirements:\n      run:\n      - b\n\n  - name: a\n");
        Arbitrary<String> end = Arbitraries.of("\n", "\r\n");
        return Combinators.combine(
                        Arbitraries.oneOf(section, plain).list().ofMaxSize(8), end, Arbitraries.of(true, false))
                .as((sections, lineEnd, cut) -> {
                    String text = String.join("", sections);
                    return (cut ? text.stripTrailing() : text).replace("\n", lineEnd);
                });
    }
}
