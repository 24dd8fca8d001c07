package org.archirender.overlay.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.overlay.Applied;
import org.archirender.overlay.Edits;
import org.archirender.overlay.OverlayApplier;
import org.archirender.overlay.PortNames;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.RecipePrinter;
import org.archirender.recipe.RecipeReading;
import org.archirender.recipe.RecipeReading.Leaf;
import org.archirender.recipe.RecipeText;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** What edits of an item of a recipe.yaml do wherever it stands, under each combination of conditions. */
class RecipeYamlPropertiesTest {
    private static final String ITEM = "item-z >=1";

    private static String edited(String recipe, String edit) {
        FileTree base = FileTree.empty().with(TreePath.of("recipe/recipe.yaml"), TreeFile.of(recipe));
        Applied applied = OverlayApplier.apply(
                base, FileTree.empty(), Edits.overlay(edit), List.of(), new PortNames(new TreeMap<>()));
        assertThat(applied.results().get(0).status())
                .as(recipe + applied.results().get(0).message())
                .isEqualTo(EditStatus.APPLIED);
        return applied.tree().get("recipe/recipe.yaml").flatMap(TreeFile::text).orElseThrow();
    }

    /** What the list has where just these names hold; conditions here are names, {@code not}, {@code and} and brackets. */
    private static List<String> read(String recipe, List<String> holding) {
        return RecipeReading.ofRecipeYaml(recipe, condition -> holds(condition, holding)).leaves().stream()
                .map(Leaf::text)
                .sorted()
                .toList();
    }

    private static boolean holds(String condition, List<String> holding) {
        String text = condition.strip();
        int and = text.endsWith(")") ? text.lastIndexOf(" and (") : -1;
        if (and >= 0) {
            String right = text.substring(and + " and (".length(), text.length() - 1);
            return holds(text.substring(0, and), holding) && holds(right, holding);
        } else if (text.startsWith("(")) {
            return holds(text.substring(1, text.length() - 1), holding);
        }
        return text.startsWith("not ") ? !holds(text.substring(4), holding) : holding.contains(text);
    }

    private static List<List<String>> combinations() {
        List<List<String>> combinations = new ArrayList<>();
        for (int bits = 0; bits < 8; bits++) {
            List<String> holding = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                if ((bits >> i & 1) == 1) {
                    holding.add(List.of("a", "b", "w").get(i));
                }
            }
            combinations.add(holding);
        }
        return combinations;
    }

    private static List<String> without(List<String> texts) {
        return texts.stream().filter(text -> !text.equals(ITEM)).toList();
    }

    @Property(tries = 400)
    void everyTextIsPrintedBack(@ForAll("recipes") String recipe) {
        assertThat(RecipePrinter.print(RecipeText.parseRecipeYaml(recipe))).isEqualTo(recipe);
    }

    @Property(tries = 400)
    void aRemovedItemIsNowhereAndAllOthersAreWhereTheyWere(@ForAll("recipes") String recipe) {
        String after = edited(recipe, "- remove-item: requirements/host\n  item: item-z\n  why: w\n");
        for (List<String> holding : combinations()) {
            assertThat(read(after, holding)).as(after).isEqualTo(without(read(recipe, holding)));
        }
    }

    @Property(tries = 400)
    void aSelectedItemIsWhereItsConditionHoldsAndAllOthersAreWhereTheyWere(@ForAll("recipes") String recipe) {
        String after = edited(recipe, "- select-item: requirements/host\n  item: item-z\n  when: w\n  why: w\n");
        for (List<String> holding : combinations()) {
            List<String> now = read(after, holding);
            assertThat(without(now)).as(after).isEqualTo(without(read(recipe, holding)));
            assertThat(now.contains(ITEM) && !holding.contains("w")).as(after).isFalse();
            if (read(recipe, holding).contains(ITEM) && holding.contains("w")) {
                assertThat(now).as(after).contains(ITEM);
            }
        }
    }

    @Property(tries = 400)
    void whatIsAddedBesideAnItemCountsWhereTheItemDoes(@ForAll("recipes") String recipe) {
        String after = edited(recipe, "- add-item: requirements/host\n  items: new\n  after: item-z\n");
        for (List<String> holding : combinations()) {
            List<String> expected = new ArrayList<>(read(recipe, holding));
            if (expected.contains(ITEM)) {
                expected.add("new");
            }
            assertThat(read(after, holding))
                    .as(after)
                    .isEqualTo(expected.stream().sorted().toList());
        }
    }

    /** A list with the item in it once, at some depth, alone or among others. */
    @Provide
    Arbitrary<String> recipes() {
        Arbitrary<List<String>> others = Arbitraries.of(
                        "- x  # note\n",
                        "- ${{ compiler('c') }}\n",
                        "- if: b\n  then: y\n",
                        "- if: not (a)\n  then:\n    - y\n    - q\n  else: r\n",
                        "# a comment\n",
                        "\n")
                .list()
                .ofMaxSize(2);
        Arbitrary<String> whole = others.flatMap(above ->
                others.flatMap(below -> item(2).map(item -> String.join("", above) + item + String.join("", below))));
        return whole.map(list -> "schema_version: 1\nrequirements:\n  host:\n"
                + list.indent(4).replaceAll("(?m)^ +$", "") + "  run:\n    - end\n");
    }

    private static Arbitrary<String> item(int depth) {
        Arbitrary<String> plain = Arbitraries.of("- " + ITEM + "\n", "- \"" + ITEM + "\"  # why\n");
        if (depth == 0) {
            return plain;
        }
        Arbitrary<String> inner = item(depth - 1).map(item -> item.indent(4));
        return Arbitraries.oneOf(
                plain,
                Arbitraries.of(
                        "- if: a\n  then: " + ITEM + "\n",
                        "- if: a\n  then: " + ITEM + "\n  else: s\n",
                        "- if: a\n  then:\n    - s\n    - t\n  else: " + ITEM + "\n"),
                inner.map(item -> "- if: a\n  then:\n" + item),
                inner.map(item -> "- if: a\n  then:\n    - s\n" + item + "  else:\n    - t\n"),
                inner.map(item -> "- if: b\n  then: s\n  else:\n" + item + "    - t\n"));
    }
}
