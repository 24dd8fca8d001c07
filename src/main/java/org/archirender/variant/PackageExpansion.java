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
import org.archirender.conda.CondaVersion;
import org.archirender.conda.VariantValue;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.variant.PackageKeys.Part;
import org.archirender.variant.config.VariantChoice;
import org.archirender.variant.config.VariantGrid;

/**
 * All packages that a recipe builds, for every combination of the keys that it uses and that vary (conda-build's
 * {@code distribute_variants} and {@code get_output_metadata_set}, as conda-smithy calls them).
 */
final class PackageExpansion {

    private record Built(String name, Map<String, String> values) {}

    private final Location recipe;
    private final JinjaEngine engine;
    private final PackageKeys keys;
    private final OutputPackages outputs;
    private final List<SkippedVariant> skipped = new ArrayList<>();
    private boolean pinsNumpy;

    PackageExpansion(String text, Location recipe, JinjaEngine engine, PackageKeys keys) {
        this.recipe = recipe;
        this.engine = engine;
        this.keys = keys;
        this.outputs = new OutputPackages(text, engine);
    }

    /** Whether a package that {@link #of} found has {@code numpy x.x} among its requirements: it pins numpy. */
    boolean pinsNumpy() {
        return pinsNumpy;
    }

    /** What {@link #of} left out, and why. */
    List<SkippedVariant> skipped() {
        return List.copyOf(skipped);
    }

    /**
     * The grid that {@code recipe} is built from: of a noarch one only the newest python, as any will do.
     *
     * @param known the recipe as conda-build's defaults render it
     */
    static VariantGrid distributed(RenderedRecipe known, VariantGrid all) {
        if (!known.isNoarch() && !known.isNoarchPython()) {
            return all;
        }
        Optional<String> newest = all.values("python").stream()
                .map(VariantValue::text)
                .filter(python -> age(python).isPresent())
                .max(Comparator.comparing(python -> age(python).orElseThrow()));
        return newest.map(python -> all.keep("python", value -> python.contains(value.text())))
                .orElse(all);
    }

    private static Optional<CondaVersion> age(String python) {
        return CondaVersion.parse(python.split(" ", 2)[0]);
    }

    /**
     * The packages, skipped ones left out.
     *
     * @param known the recipe as conda-build's defaults render it
     * @param all the grid of {@link #distributed}
     */
    List<PackageVariant> of(RenderedRecipe known, VariantGrid all) {
        PackageVariant any = PackageVariant.ofRecipe(known, all.first(), all);
        SortedSet<String> looping = all.looping(keys.used(any, Part.OWN));
        Map<List<Object>, PackageVariant> recipes = new LinkedHashMap<>();
        for (VariantChoice choice : all.combinations(looping, recipe)) {
            VariantGrid together = all;
            for (String key : looping) {
                String wanted = choice.text(key);
                together = together.keep(key, value -> wanted.contains(value.text()));
            }
            PackageVariant variant = PackageVariant.ofRecipe(rendered(choice, known), choice, together);
            recipes.put(engine.placing(choice, () -> identity(variant)), variant);
        }
        List<PackageVariant> packages = new ArrayList<>();
        for (PackageVariant variant : recipes.values()) {
            if (variant.recipe().skips()) {
                skip(variant, looping, "build/skip is true");
            } else {
                pinsNumpy |= outputs.pinNumpy(variant);
                packages.addAll(packages(variant, all));
            }
        }
        return packages;
    }

    /** Variants of the recipe that are equal in this are one. */
    private List<Object> identity(PackageVariant variant) {
        PackageChecks.checked(variant);
        RenderedRecipe its = variant.recipe();
        return List.of(its.name(), its.version(), its.buildNumber() + its.buildString(), used(variant));
    }

    private SortedMap<String, String> used(PackageVariant variant) {
        SortedMap<String, String> values = new TreeMap<>();
        keys.used(variant, Part.OWN)
                .forEach(key -> values.put(key, variant.choice().text(key)));
        return values;
    }

    /** Rendered until name and version no longer change: templates may use them. */
    private RenderedRecipe rendered(VariantChoice choice, RenderedRecipe known) {
        RenderedRecipe before = known;
        RenderedRecipe after = engine.render(choice, Optional.of(before));
        for (int i = 0; i < 2 && !sameNames(before, after); i++) {
            before = after;
            after = engine.render(choice, Optional.of(before));
        }
        return after;
    }

    private static boolean sameNames(RenderedRecipe left, RenderedRecipe right) {
        return left.name().equals(right.name())
                && left.version().equals(right.version())
                && left.buildNumber().equals(right.buildNumber());
    }

    private void skip(PackageVariant variant, Set<String> looping, String why) {
        Location at = engine.source(variant.recipe().at("build", "skip"), variant.choice());
        skipped.add(new SkippedVariant(variant.choice().describe(looping), at, why));
    }

    /** The packages of one variant of the recipe, over the keys that any part of it uses. */
    private List<PackageVariant> packages(PackageVariant variant, VariantGrid all) {
        SortedSet<String> looping = all.looping(keys.used(variant, Part.WHOLE));
        Map<Built, PackageVariant> conda = new LinkedHashMap<>();
        List<PackageVariant> others = new ArrayList<>();
        for (VariantChoice choice : variant.variants().combinations(looping, recipe)) {
            PackageVariant top =
                    PackageVariant.ofRecipe(rendered(choice, variant.recipe()), choice, variant.variants());
            for (PackageVariant aPackage : engine.placing(choice, () -> outputs.of(top))) {
                if (aPackage.isConda()) {
                    conda.put(new Built(aPackage.name(), engine.placing(choice, () -> checkedUse(aPackage))), aPackage);
                } else {
                    others.add(aPackage);
                }
            }
        }
        List<PackageVariant> packages = new ArrayList<>(conda.values());
        packages.addAll(others);
        engine.placing(variant.choice(), () -> PackageChecks.ordered(packages));
        List<PackageVariant> built = new ArrayList<>();
        for (PackageVariant aPackage : packages) {
            if (aPackage.recipe().skips()) {
                skip(aPackage, all.looping(keys.used(aPackage, Part.OWN)), "output " + aPackage.name() + " is skipped");
            } else {
                built.add(engine.placing(aPackage.choice(), () -> PackageChecks.checked(aPackage)));
            }
        }
        return built;
    }

    private SortedMap<String, String> checkedUse(PackageVariant aPackage) {
        for (String key : keys.used(aPackage, Part.OWN)) {
            if (aPackage.choice().get(key).isEmpty()) {
                throw new InputException(
                        aPackage.recipe().at(),
                        "build/force_use_keys names '" + key + "', which no variant config has a value for",
                        "set it in recipe/conda_build_config.yaml, or remove it");
            }
        }
        return used(aPackage);
    }

    /** The packages in the order of their names and versions, which decides how a long file name is cut. */
    static List<PackageVariant> sorted(List<PackageVariant> packages) {
        return packages.stream()
                .sorted(Comparator.comparing(p -> p.name() + "-" + p.recipe().version()))
                .toList();
    }
}
