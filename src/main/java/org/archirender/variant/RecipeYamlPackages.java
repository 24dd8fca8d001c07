package org.archirender.variant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.problem.Location;
import org.archirender.recipeyaml.BuildOrder;
import org.archirender.recipeyaml.FreeSpec;
import org.archirender.recipeyaml.RecipeChoices;
import org.archirender.recipeyaml.RecipePackage;
import org.archirender.recipeyaml.RecipeYaml;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.KeyFinder;
import org.archirender.variant.config.VariantChoice;
import org.archirender.variant.config.VariantGrid;
import org.archirender.variant.config.VariantSettings;

/**
 * The packages of a recipe.yaml, as rattler-build finds them: keys are used where an evaluation looks them up, or where a
 * requirement of build or host names them without a version.
 */
final class RecipeYamlPackages {
    /** What conda-smithy calls the feedstock of a recipe that does not name it. */
    static final String NAMELESS = "None";

    private static final String TARGET = "target_platform";

    /** What is evaluated grows by keys that only evaluation shows, such as a requirement that another key chooses. */
    private static final int ROUNDS = 10;

    private record Found(RecipePackage output, VariantChoice choice, SortedSet<String> used) {}

    private final String text;
    private final Location at;
    private final NoarchRule noarch;
    private final RecipeYaml recipe;
    private final Set<String> kept;

    /** @param kept keys that are in every file, used or not */
    RecipeYamlPackages(String text, Location at, NoarchRule noarch, Set<String> kept) {
        this.text = text;
        this.at = at;
        this.noarch = noarch;
        this.recipe = RecipeYaml.read(text, at.file());
        this.kept = kept;
    }

    Packages of(ConfigEnvironment environment, VariantSettings space) {
        Map<String, String> keys = new LinkedHashMap<>();
        space.values().keySet().forEach(key -> keys.put(FreeSpec.normalized(key), key));
        space.values().keySet().forEach(key -> keys.put(key.replace('-', '_').replace('.', '_'), key));
        SortedSet<String> tried = new TreeSet<>(KeptKeys.alwaysKept());
        recipe.names().forEach(name -> {
            String key = keys.getOrDefault(name, keys.get(FreeSpec.normalized(name)));
            if (key != null) {
                tried.add(key);
            }
        });
        VariantGrid grid = grid(space, tried);
        List<Found> found = evaluated(environment, keys, grid, tried);
        for (int round = 0; round < ROUNDS && grows(found, tried); round++) {
            grid = grid(space, tried);
            found = evaluated(environment, keys, grid, tried);
        }
        return packages(space, grid, found);
    }

    private VariantGrid grid(VariantSettings space, Set<String> tried) {
        Set<String> relevant = KeptKeys.withFollowing(tried);
        relevant.add("python_min");
        relevant.addAll(kept);
        return VariantGrid.of(space, relevant::contains);
    }

    private static boolean grows(List<Found> found, SortedSet<String> tried) {
        Set<String> used = new TreeSet<>();
        found.forEach(each -> used.addAll(each.output().used().keySet()));
        return tried.addAll(used);
    }

    private List<Found> evaluated(
            ConfigEnvironment environment, Map<String, String> keys, VariantGrid grid, SortedSet<String> tried) {
        List<VariantChoice> choices = new ArrayList<>(grid.combinations(grid.looping(tried), at));
        choices.sort(Comparator.comparing(choice -> choice.describe(tried)));
        Map<List<Object>, Found> distinct = new LinkedHashMap<>();
        for (VariantChoice choice : choices) {
            for (RecipePackage output :
                    recipe.packages(environment.target(), environment.variables(), keys, choice::get)) {
                SortedMap<String, String> values = new TreeMap<>();
                output.used().keySet().forEach(key -> values.put(key, choice.text(key)));
                List<Object> identity = output.build().isEmpty()
                        ? List.of(output.name(), output.version(), output.isSkipped(), values)
                        : List.of(output.name(), output.version(), output.isSkipped(), output.build());
                distinct.putIfAbsent(
                        identity,
                        new Found(output, choice, new TreeSet<>(output.used().keySet())));
            }
        }
        return List.copyOf(distinct.values());
    }

    private Packages packages(VariantSettings space, VariantGrid grid, List<Found> found) {
        List<Found> rendered = ordered(
                found.stream().filter(each -> !each.output().isSkipped()).toList());
        List<Found> built = rendered.stream()
                .filter(each -> noarch.builds(each.output().isNoarch()))
                .toList();
        List<SkippedVariant> skipped = new ArrayList<>();
        found.stream()
                .filter(each -> each.output().isSkipped())
                .forEach(each -> skipped.add(new SkippedVariant(
                        each.choice().describe(grid.looping(each.used())),
                        each.output().skip().orElse(each.output().at()),
                        "build/skip is true")));
        rendered.stream()
                .filter(each -> !built.isEmpty() && !noarch.builds(each.output().isNoarch()))
                .map(each -> new SkippedVariant(
                        "output " + each.output().name(), each.output().at(), noarch.why()))
                .distinct()
                .forEach(skipped::add);
        return new Packages(
                space,
                grid,
                built.stream().map(each -> built(each, grid)).toList(),
                rendered.isEmpty() && recipe.onlyOutputsSkip()
                        ? found.stream().findFirst().map(each -> nothing(each, grid))
                        : Optional.empty(),
                skipped,
                noarch.absence(rendered.isEmpty()),
                recipe.feedstockName().orElse(NAMELESS),
                used -> uses(used, built),
                RecipeChoices.of(found.stream().map(Found::output).toList()));
    }

    /**
     * The packages, each behind those of the recipe that it needs. A key that is named like a package before it is not a key
     * of the variant any more: its value is that package's own.
     */
    private static List<Found> ordered(List<Found> found) {
        Map<String, List<Found>> waiting = new LinkedHashMap<>();
        found.forEach(each -> waiting.computeIfAbsent(each.output().name(), name -> new ArrayList<>())
                .add(each));
        List<Found> ordered = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        for (String next : BuildOrder.of(found.stream().map(Found::output).toList())) {
            for (Found each : waiting.getOrDefault(next, List.of())) {
                each.used().removeIf(done::contains);
                if (each.output().isNoarch()) {
                    each.used().remove(TARGET);
                }
                ordered.add(each);
            }
            done.add(next.replace('-', '_'));
        }
        return ordered;
    }

    private static BuiltPackage nothing(Found found, VariantGrid grid) {
        VariantGrid taken = grid.agreeing(found.choice(), new TreeSet<>());
        return new BuiltPackage(new TreeSet<>(), new TreeSet<>(), false, taken.first(), taken);
    }

    private static BuiltPackage built(Found found, VariantGrid grid) {
        VariantGrid taken = grid.agreeing(found.choice(), found.used());
        return new BuiltPackage(found.used(), found.used(), found.output().isNoarch(), taken.first(), taken);
    }

    private SortedMap<String, KeyUse> uses(Set<String> used, List<Found> built) {
        List<String> lines = KeyFinder.lines(text);
        SortedMap<String, KeyUse> uses = new TreeMap<>();
        for (String key : used) {
            Optional<Location> place = built.stream()
                    .flatMap(each -> Optional.ofNullable(each.output().used().get(key)).stream())
                    .filter(location ->
                            location.line() > 0 && !KeptKeys.alwaysKept().contains(key))
                    .findFirst();
            uses.put(
                    key,
                    place.map(location -> new KeyUse(
                                    place, lines.get(location.line() - 1).strip()))
                            .orElseGet(() -> new KeyUse(Optional.empty(), KeyUseFinder.byRule(key))));
        }
        return uses;
    }
}
