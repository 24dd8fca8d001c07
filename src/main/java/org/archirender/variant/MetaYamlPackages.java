package org.archirender.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.conda.VariantValue;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.problem.Location;
import org.archirender.recipeyaml.RecipeChoices;
import org.archirender.tree.FileTree;
import org.archirender.variant.PackageKeys.Part;
import org.archirender.variant.config.CondaDefaults;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.KeyFinder;
import org.archirender.variant.config.KeyPattern;
import org.archirender.variant.config.VariantGrid;
import org.archirender.variant.config.VariantSettings;

/** The packages of a meta.yaml, as conda-build finds them: keys are used where the recipe's text and scripts have them. */
final class MetaYamlPackages {
    private final FileTree folder;
    private final Location recipe;
    private final String text;
    private final NoarchRule noarch;
    private final Set<String> kept;

    /**
     * @param folder the recipe's, for its scripts
     * @param kept keys that are in every file, used or not
     */
    MetaYamlPackages(FileTree folder, Location recipe, String text, NoarchRule noarch, Set<String> kept) {
        this.folder = folder;
        this.recipe = recipe;
        this.text = text;
        this.noarch = noarch;
        this.kept = kept;
    }

    Packages of(ConfigEnvironment environment, VariantSettings space) {
        KeyFinder keys = KeyFinder.occurring(space.values().keySet(), texts());
        JinjaEngine engine = new JinjaEngine(text, recipe.file(), folder, environment, visible(space, keys));
        PackageKeys packageKeys = new PackageKeys(text, recipe, folder, engine, keys, space);
        RenderedRecipe known = engine.render(CondaDefaults.choice(environment.target()), Optional.empty());
        VariantGrid grid = PackageExpansion.distributed(known, VariantGrid.of(space, relevant(keys)::contains));
        PackageExpansion variants = new PackageExpansion(text, recipe, engine, packageKeys);
        List<PackageVariant> packages = variants.of(known, grid);
        List<SkippedVariant> skipped = new ArrayList<>(variants.skipped());
        List<PackageVariant> built = packages.stream()
                .filter(aPackage -> noarch.builds(aPackage.recipe().isNoarch()))
                .toList();
        if (!built.isEmpty()) {
            skipped.addAll(noarchOutputs(packages, engine));
        }
        return new Packages(
                variants.pinsNumpy() ? withNumpyPin(space) : space,
                grid,
                built(built, packageKeys, engine),
                Optional.empty(),
                skipped,
                noarch.absence(packages.isEmpty()),
                built.isEmpty() ? "" : feedstockName(built),
                used -> new KeyUseFinder(text, recipe, folder).of(used),
                RecipeChoices.NONE);
    }

    private static List<BuiltPackage> built(List<PackageVariant> built, PackageKeys keys, JinjaEngine engine) {
        return built.isEmpty()
                ? List.of()
                : engine.placing(
                        built.get(0).choice(),
                        () -> built.stream()
                                .map(aPackage -> new BuiltPackage(
                                        keys.used(aPackage, Part.OWN),
                                        keys.used(aPackage, Part.TOP_LEVEL),
                                        aPackage.recipe().isNoarch(),
                                        aPackage.choice(),
                                        aPackage.variants()))
                                .toList());
    }

    /** With what {@code numpy x.x} stands for. */
    private static VariantSettings withNumpyPin(VariantSettings space) {
        Location at = Location.of("numpy x.x");
        TreeMap<String, VariantValue> pin = new TreeMap<>();
        pin.put("min_pin", new VariantValue("x.x", at));
        pin.put("max_pin", new VariantValue("x.x", at));
        TreeMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>(space.pinRunAsBuild());
        pins.putIfAbsent("numpy", pin);
        return new VariantSettings(space.values(), space.zipGroups(), pins, space.extendKeys());
    }

    private List<SkippedVariant> noarchOutputs(List<PackageVariant> packages, JinjaEngine engine) {
        return packages.stream()
                .filter(aPackage -> !noarch.builds(aPackage.recipe().isNoarch()))
                .map(aPackage -> new SkippedVariant(
                        "output " + aPackage.name(),
                        engine.source(aPackage.recipe().at("build", "noarch"), aPackage.choice()),
                        noarch.why()))
                .distinct()
                .toList();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.add(text);
        folder.files().forEach((path, file) -> {
            if (path.value().endsWith(".sh") || path.value().endsWith(".bat")) {
                file.text().ifPresent(texts::add);
            }
        });
        return texts;
    }

    /** Keys whose values may end up in a file, or that decide which others do. */
    private Set<String> relevant(KeyFinder keys) {
        Set<String> relevant = KeptKeys.withFollowing(keys.keys());
        relevant.addAll(List.of("python", "python_min"));
        relevant.addAll(kept);
        return relevant;
    }

    private static String feedstockName(List<PackageVariant> built) {
        PackageVariant first = PackageExpansion.sorted(built).get(0);
        return first.recipe().feedstockName().orElse(first.name());
    }

    /** The keys that templates may ask for: those that occur in the text, and what languages and tools stand for. */
    private static Set<String> visible(VariantSettings space, KeyFinder keys) {
        Set<String> visible = new TreeSet<>(keys.keys());
        visible.addAll(List.of("python", "numpy", "perl", "lua", "r_base", "target_platform"));
        space.values().keySet().stream()
                .filter(key -> KeyPattern.of(key).isFunctions())
                .forEach(visible::add);
        return visible;
    }
}
